/**
 * Why a portfolio document, or one record of it, is refused. A fault says where, what stood there and a code;
 * libs/wording has a sentence for each code (portfolio-format.md, "Refused as a whole").
 */
export const faultReasons = [
  'no-json',
  'too-large',
  'missing',
  'unknown-key',
  'unknown-value',
  'not-text',
  'not-a-record',
  'not-a-list',
  'not-true-or-false',
  'not-a-number',
  'not-a-count',
  'no-such-day',
  'day-out-of-range',
  'no-such-time-zone',
  'bad-id',
  'forbidden-character',
  'text-too-long',
  'too-many-entries',
  'too-deep',
  'duplicate-id',
  'duplicate-code',
  'duplicate-application',
  'unknown-customer',
  'unknown-specialization',
  'circle-of-units',
  'two-active-studies',
  'registration-taken',
  'registration-repeated',
  'more-faults',
] as const;
export type FaultReason = (typeof faultReasons)[number];

/** Facts that fill the sentence: `from` and `to` of a range, `limit`, `length`, the `allowed` values, ids. */
export type FaultParams = Readonly<Record<string, string | number | readonly string[]>>;

export interface Fault {
  /** Where: `studies[3].deployedOn`; empty for the document itself; relative to the record for one record. */
  readonly path: string;
  /** What stood there, `null` where nothing did. Long texts and nested values are cut, marked by `…`. */
  readonly value: unknown;
  readonly reason: FaultReason;
  readonly params?: FaultParams;
}

/** More faults than this are counted, not listed, so that a hostile file cannot fill the memory. */
export const mostFaultsListed = 100_000;

const longestTextShown = 12_000;
const mostEntriesShown = 20;
const deepestShown = 3;

/** A value as a fault shows it: whole if small, cut if not, so that listing faults is safe for any input. */
export function shownValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.length > longestTextShown ? `${value.slice(0, longestTextShown)}…` : value;
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'object') return String(value);
  if (depth >= deepestShown) return '…';
  if (Array.isArray(value)) return shownList(value, depth);
  const keys = Object.keys(value);
  const shown = keys.slice(0, mostEntriesShown).map((key) => [key, shownValue((value as never)[key], depth + 1)]);
  return Object.fromEntries(keys.length > mostEntriesShown ? [...shown, ['…', keys.length - mostEntriesShown]] : shown);
}

function shownList(list: readonly unknown[], depth: number): unknown[] {
  const shown = list.slice(0, mostEntriesShown).map((entry) => shownValue(entry, depth + 1));
  return list.length > mostEntriesShown ? [...shown, '…'] : shown;
}
