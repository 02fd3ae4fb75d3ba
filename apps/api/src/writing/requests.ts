import { randomInt } from 'node:crypto';
import type { RecordResult } from '@caseboard/domain';
import type { References } from '@caseboard/domain';
import { Refusal } from '../platform/refusal.js';
import type { Snapshot } from '../portfolio/snapshot.js';

/** What was given, or a refusal that names every fault. */
export function givenOf<R>(result: RecordResult<R>) {
  if (!result.ok) throw new Refusal('invalid-fields', {}, result.faults);
  return result.given;
}

/** References of an edit may lead to whatever stands in the portfolio. */
export function referencesInto(portfolio: Snapshot): References {
  return {
    hasCustomer: (id) => portfolio.customer(id) !== undefined,
    hasSpecialization: (code) => portfolio.specialization(code) !== undefined,
  };
}

/** The body with what it leaves out filled in; anything but a record goes on as it is, to be refused by the reader. */
export function withDefaults(body: unknown, defaults: Readonly<Record<string, unknown>>): unknown {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...defaults, ...body } : body;
}

// No vowels, so that no words arise, and nothing that people read as something else.
const idCharacters = '23456789bcdfghjkmnpqrstvwxz';

/** A short id that is not taken. */
export function newId(prefix: string, isTaken: (id: string) => boolean): string {
  for (;;) {
    const id = prefix + Array.from({ length: 6 }, () => idCharacters[randomInt(idCharacters.length)]).join('');
    if (!isTaken(id)) return id;
  }
}

/** An id or code is what records are known by: it never changes. */
export function refuseNewId(field: 'id' | 'code', present: string, given: string | undefined): void {
  if (given !== undefined && given !== present)
    throw new Refusal('invalid-fields', {}, [{ path: field, value: given, reason: 'unknown-value', params: { allowed: [present] } }]);
}
