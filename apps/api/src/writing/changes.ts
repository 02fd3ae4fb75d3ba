import { isDeepStrictEqual } from 'node:util';
import {
  writeCustomer,
  writeSpecialization,
  writeStudy,
  type Customer,
  type Partner,
  type Specialization,
  type Study,
} from '@caseboard/domain';
import type { PortfolioAction } from '@caseboard/contracts';
import type { Snapshot } from '../portfolio/snapshot.js';

/** What one write wants to stand afterwards: whole records, new ones in the order they are to have. */
export interface Changes {
  readonly partner?: Partner;
  readonly warningDays?: number;
  readonly specializations?: readonly Specialization[];
  readonly customers?: readonly Customer[];
  readonly studies?: readonly Study[];
  readonly removed?: {
    readonly studies?: readonly string[];
    readonly customers?: readonly string[];
    readonly specializations?: readonly string[];
  };
}

/** What the history calls a change; a function where one write does several things. */
export type Naming = PortfolioAction | ((record: Ref) => PortfolioAction);

export type RecordKind = 'study' | 'customer' | 'specialization';
export interface Ref {
  readonly kind: RecordKind | 'settings';
  readonly id: string;
}

/** A record before and after; null where it was not, or is no longer, there. */
interface Change<R> {
  readonly id: string;
  readonly before: R | null;
  readonly after: R | null;
}

export interface Settings extends Partner {
  readonly warningDays: number;
}

/** The changes that change something. */
export interface Difference {
  readonly settings: Change<Settings> | null;
  readonly specializations: readonly Change<Specialization>[];
  readonly customers: readonly Change<Customer>[];
  readonly studies: readonly Change<Study>[];
  readonly unchanged: number;
}

/** Leaves out whatever stands already as it is to stand. Catalog entries compare with stored ones, not with shipped ones. */
export function differenceOf(before: Snapshot, changes: Changes): Difference {
  const { removed = {} } = changes;
  const stored = (code: string) => (before.meta('specialization', code) ? before.specialization(code) : undefined);
  const specializations = changed(changes.specializations, removed.specializations, ({ code }) => code, stored);
  const customers = changed(
    changes.customers,
    removed.customers,
    ({ id }) => id,
    (id) => before.customer(id),
  );
  const studies = changed(
    changes.studies,
    removed.studies,
    ({ id }) => id,
    (id) => before.study(id),
  );
  const given = (changes.specializations?.length ?? 0) + (changes.customers?.length ?? 0) + (changes.studies?.length ?? 0);
  const touched = [...specializations, ...customers, ...studies].filter(({ after }) => after !== null).length;
  return {
    settings: changedSettings(before, changes),
    specializations,
    customers,
    studies,
    unchanged: given - touched,
  };
}

export function isNothing({ settings, specializations, customers, studies }: Difference): boolean {
  return settings === null && specializations.length + customers.length + studies.length === 0;
}

export function settingsOf({ portfolio: { partner }, warningDays }: Snapshot): Settings {
  return { ...partner, warningDays };
}

function changed<R>(
  given: readonly R[] = [],
  removed: readonly string[] = [],
  idOf: (record: R) => string,
  stored: (id: string) => R | undefined,
): Change<R>[] {
  const writes = given.map((after) => ({ id: idOf(after), before: stored(idOf(after)) ?? null, after }));
  const removals = removed.map((id) => ({ id, before: stored(id) ?? null, after: null }));
  return [...writes.filter(({ before, after }) => !isDeepStrictEqual(before, after)), ...removals.filter(({ before }) => before !== null)];
}

function changedSettings(before: Snapshot, { partner, warningDays }: Changes): Change<Settings> | null {
  const stood = settingsOf(before);
  const now = { ...stood, ...partner, ...(warningDays !== undefined && { warningDays }) };
  return isDeepStrictEqual(stood, now) ? null : { id: 'settings', before: stood, after: now };
}

export type RecordedChange = Ref & Change<unknown>;

/** All changes of records in an order in which they can be done again: records come after what they refer to. */
export function inOrder({ settings, specializations, customers, studies }: Difference): RecordedChange[] {
  const of = (kind: Ref['kind']) => (change: Change<unknown>) => ({ kind, ...change });
  return [
    ...specializations.map(of('specialization')),
    ...(settings ? [of('settings')(settings)] : []),
    ...customers.map(of('customer')),
    ...studies.map(of('study')),
  ];
}

type Json = Readonly<Record<string, unknown>>;

/** How a record stands in the portfolio document. */
const written: { readonly [K in Ref['kind']]: (record: never) => Json } = {
  settings: (record: Settings) => ({ ...record }),
  specialization: writeSpecialization,
  customer: writeCustomer,
  study: writeStudy,
};

/** A change as it is recorded: the keys that differ, those that are there; the whole record where it came or went. */
export function asRecorded({ kind, before, after }: RecordedChange): {
  before: Json | null;
  after: Json | null;
} {
  const write = written[kind];
  const stood = before === null ? null : write(before as never);
  const stands = after === null ? null : write(after as never);
  if (!stood || !stands) return { before: stood, after: stands };
  const keys = [...new Set([...Object.keys(stood), ...Object.keys(stands)])].filter((key) => !isDeepStrictEqual(stood[key], stands[key]));
  const only = (record: Json) => Object.fromEntries(keys.filter((key) => Object.hasOwn(record, key)).map((key) => [key, record[key]]));
  return { before: only(stood), after: only(stands) };
}
