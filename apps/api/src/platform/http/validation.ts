import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { FieldFault } from '@caseboard/contracts';
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

  /** Asks zod itself, which tells what stood there: only so is "missing" known from "of the wrong kind". */
  protected override validate<T>(value: unknown, schema: unknown) {
    const read = (schema as z.ZodType<T>).safeParse(value, { reportInput: true });
    return read.success ? { value: read.data } : { issues: read.error.issues };
  }
}

export const validation = new Validation();

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
  return (path ?? []).reduce<string>((text, segment) => {
    const key = typeof segment === 'object' ? segment.key : segment;
    if (typeof key === 'number') return `${text}[${key}]`;
    return text ? `${text}.${String(key)}` : String(key);
  }, '');
}
