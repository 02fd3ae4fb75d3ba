import { type importQuery, updateImport } from '@caseboard/contracts';
import type { z } from 'zod';
import { Refusal } from '../platform/refusal.js';
import type { ImportOptions } from './import-rows.service.js';

/** The options that a query carries as JSON texts. */
export function parseQuery({ answers, mapping, dayOrder }: z.infer<typeof importQuery>): ImportOptions {
  const read = updateImport.safeParse({
    ...(answers !== undefined && { answers: json('answers', answers) }),
    ...(mapping !== undefined && { mapping: json('mapping', mapping) }),
    ...(dayOrder && { dayOrder }),
  });
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path }) => ({ path: path.map(String).join('.'), reason: 'not-valid' }));
  throw new Refusal('invalid-fields', {}, faults);
}

function json(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid-fields', {}, [{ path, value: text.slice(0, 200), reason: 'no-json' }]);
  }
}
