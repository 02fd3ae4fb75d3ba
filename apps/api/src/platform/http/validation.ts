import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { FieldFault } from '@caseboard/contracts';
import { hasForbiddenCharacter } from '@caseboard/domain';
import type { z } from 'zod';
import { Refusal } from '../refusal.js';

/** An issue of zod, which gives more than the standard promises. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly expected?: string;
  readonly origin?: string;
  readonly maximum?: number | bigint;
  readonly minimum?: number | bigint;
  readonly values?: readonly unknown[];
  readonly input?: unknown;
}

/** Checks each parameter that has a schema (`@Body({ schema })`, `@Query({ schema })`), and names every field at fault. */
class Validation extends StandardSchemaValidationPipe {
  constructor() {
    super({
      exceptionFactory: (issues) =>
        new Refusal(
          'invalid-fields',
          {},
          issues.flatMap((issue) => faultsOf(issue as Issue)),
        ),
    });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    // What the database cannot keep is no id of anything.
    if (metadata.type === 'param' && typeof value === 'string' && hasForbiddenCharacter(value)) throw new Refusal('not-found');
    const read: T = await super.transform(value, metadata);
    const faults = metadata.schema ? forbiddenIn(read) : [];
    if (faults.length > 0) throw new Refusal('invalid-fields', {}, faults);
    return read;
  }

  /** Asks zod itself, which tells what stood there: only so is "missing" known from "of the wrong kind". */
  protected override validate<T>(value: unknown, schema: unknown) {
    const read = (schema as z.ZodType<T>).safeParse(value, { reportInput: true });
    return read.success ? { value: read.data } : { issues: read.error.issues };
  }
}

export const validation = new Validation();

/** Every text with a character that the database cannot keep, the names of fields too. Bodies may be deeper than a call stack. */
function forbiddenIn(body: unknown): FieldFault[] {
  const faults: FieldFault[] = [];
  const left: { readonly value: unknown; readonly path: string }[] = [{ value: body, path: '' }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path } = next;
    if (typeof value === 'string') {
      if (hasForbiddenCharacter(value)) faults.push({ path, reason: 'forbidden-character' });
    } else if (Array.isArray(value)) {
      value.forEach((entry, n) => left.push({ value: entry, path: below(path, n) }));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) left.push({ value: key, path }, { value: entry, path: below(path, key) });
    }
  }
  return faults.reverse();
}

function faultsOf(issue: Issue): FieldFault[] {
  const path = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({ path: path ? `${path}.${key}` : key, reason: 'unknown-key' }));
  }
  return [{ path, ...reasonOf(issue) }];
}

function reasonOf(issue: Issue): { reason: string; params?: Record<string, unknown> } {
  if (issue.code === 'invalid_type')
    return { reason: issue.input === undefined ? 'missing' : (wrongType[issue.expected ?? ''] ?? 'not-valid') };
  if (issue.code === 'invalid_value')
    return issue.input === undefined ? { reason: 'missing' } : { reason: 'unknown-value', params: { allowed: issue.values } };
  const limit = Number(issue.maximum ?? issue.minimum);
  if (issue.code === 'too_big') return { reason: tooBig[issue.origin ?? ''] ?? 'number-out-of-range', params: { limit } };
  if (issue.code === 'too_small') return { reason: issue.origin === 'string' ? 'missing' : 'number-out-of-range', params: { limit } };
  return { reason: 'not-valid' };
}

const wrongType: { readonly [expected: string]: string } = {
  string: 'not-text',
  number: 'not-a-number',
  int: 'not-a-count',
  boolean: 'not-true-or-false',
  array: 'not-a-list',
  object: 'not-a-record',
  record: 'not-a-record',
};

const tooBig: { readonly [origin: string]: string } = { string: 'text-too-long', array: 'too-many-entries' };

function pathOf(path: Issue['path']): string {
  return (path ?? []).reduce<string>((text, segment) => below(text, typeof segment === 'object' ? segment.key : segment), '');
}

function below(path: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path ? `${path}.${String(key)}` : String(key);
}
