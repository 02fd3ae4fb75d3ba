/**
 * Reads plain values of a portfolio document. A reader gives the value, or notes a fault and gives `undefined`;
 * reading goes on, so that every fault is listed. Nothing here throws, whatever the input.
 */
import { type Day, isDay } from './day.js';
import { type Fault, type FaultParams, type FaultReason, mostFaultsListed, shownValue } from './document-faults.js';
import { isTimeZone } from './document-time-zone.js';

/** What a reading knows about the world around the record: which references lead somewhere. */
export interface References {
  hasCustomer(id: string): boolean;
  hasSpecialization(code: string): boolean;
}

/** One reading: where it stands and what it found wrong. */
export class Reading {
  readonly faults: Fault[] = [];
  private readonly steps: (string | number)[] = [];
  private unlisted = 0;

  constructor(readonly references?: References) {}

  /** Notes a fault at the present place; returns `undefined`, the answer of a reader that failed. */
  fault(reason: FaultReason, value: unknown, params?: FaultParams): undefined {
    this.faultAt(this.path, reason, value, params);
  }

  faultAt(path: string, reason: FaultReason, value: unknown, params?: FaultParams): void {
    if (this.faults.length >= mostFaultsListed) this.unlisted += 1;
    else this.faults.push({ path, value: shownValue(value), reason, ...(params && { params }) });
  }

  /** Reads something one step further in. */
  within<T>(step: string | number, read: () => T): T {
    this.steps.push(step);
    const result = read();
    this.steps.pop();
    return result;
  }

  get path(): string {
    return pathOf(this.steps);
  }

  /** How many faults were found so far. */
  get count(): number {
    return this.faults.length + this.unlisted;
  }

  /** Every fault found; where there were too many to list, the last one says how many more. */
  allFaults(): Fault[] {
    if (this.unlisted === 0) return this.faults;
    return [...this.faults, { path: '', value: this.unlisted, reason: 'more-faults', params: { count: this.unlisted } }];
  }
}

/** `studies[3].deployedOn` from its steps. */
export function pathOf(steps: readonly (string | number)[]): string {
  return steps.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${step.slice(0, 200)}`)).join('');
}

export type Read<T> = (value: unknown, reading: Reading) => T | undefined;

/** With the flag `u` a pair of surrogates is one character and does not match. */
const forbidden = /[\u0000\ud800-\udfff]/u;

/** Whether the text holds U+0000 or an unpaired surrogate, which PostgreSQL cannot keep. */
export function hasForbiddenCharacter(text: string): boolean {
  return forbidden.test(text);
}

/** Text of at most `limit` code points, without U+0000 and unpaired surrogates. */
export function text(limit: number): Read<string> {
  return (value, reading) => {
    if (typeof value !== 'string') return reading.fault('not-text', value);
    const reason = textFault(value, limit);
    if (reason === 'text-too-long') return reading.fault(reason, value, { limit, length: codePoints(value) });
    return reason ? reading.fault(reason, value) : value;
  };
}

function textFault(value: string, limit: number): 'forbidden-character' | 'text-too-long' | undefined {
  if (value.length > limit && codePoints(value) > limit) return 'text-too-long';
  return hasForbiddenCharacter(value) ? 'forbidden-character' : undefined;
}

function codePoints(value: string): number {
  let count = 0;
  for (let i = 0; i < value.length; count += 1) i += (value.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
  return count;
}

/** An id or code: 1 to 100 ASCII letters, digits, `.`, `_`, `:`, `-`, but not `.` or `..`. */
export const id: Read<string> = (value, reading) => {
  if (typeof value !== 'string') return reading.fault('not-text', value);
  return isId(value) ? value : reading.fault('bad-id', value);
};

export function isId(value: string): boolean {
  return /^[A-Za-z0-9._:-]{1,100}$/.test(value) && value !== '.' && value !== '..';
}

/** The id of a customer that exists. */
export const customerReference: Read<string> = (value, reading) => {
  if (typeof value !== 'string') return reading.fault('not-text', value);
  const known = reading.references?.hasCustomer(value) ?? isId(value);
  return known ? value : reading.fault('unknown-customer', value);
};

/** The code of a specialization that exists, the document's or a built-in one. */
export const specializationReference: Read<string> = (value, reading) => {
  if (typeof value !== 'string') return reading.fault('not-text', value);
  const known = reading.references?.hasSpecialization(value) ?? isId(value);
  return known ? value : reading.fault('unknown-specialization', value);
};

export function oneOf<const T extends string | number>(...allowed: readonly T[]): Read<T> {
  return (value, reading) =>
    allowed.includes(value as T) ? (value as T) : reading.fault('unknown-value', value, { allowed: allowed.map(String) });
}

export const trueOrFalse: Read<boolean> = (value, reading) =>
  typeof value === 'boolean' ? value : reading.fault('not-true-or-false', value);

/** A finite number. JSON writes infinity as 1e999; minus zero becomes zero, since JSON writes it so. */
export const finiteNumber: Read<number> = (value, reading) =>
  typeof value === 'number' && Number.isFinite(value) ? value + 0 : reading.fault('not-a-number', value);

/** A whole number of a closed range. */
export function count(from: number, to: number): Read<number> {
  return (value, reading) =>
    Number.isInteger(value) && (value as number) >= from && (value as number) <= to
      ? (value as number) + 0
      : reading.fault('not-a-count', value, { from, to });
}

const firstDay = '1900-01-01';
const lastDay = '2199-12-31';

/** A calendar day (rules 1.1) from 1900-01-01 to 2199-12-31. */
export const day: Read<Day> = (value, reading) => {
  if (typeof value !== 'string') return reading.fault('not-text', value);
  if (!isDay(value)) return reading.fault('no-such-day', value);
  const inRange = value >= firstDay && value <= lastDay;
  return inRange ? value : reading.fault('day-out-of-range', value, { from: firstDay, to: lastDay });
};

/** An IANA time zone name. */
export const timeZone: Read<string> = (value, reading) => {
  if (typeof value !== 'string') return reading.fault('not-text', value);
  return isTimeZone(value) ? value : reading.fault('no-such-time-zone', value);
};

/** A list of at most `limit` entries; faulty entries are left out of what is given. */
export function listOf<T>(read: Read<T>, limit: number): Read<readonly T[]> {
  return (value, reading) => {
    if (!Array.isArray(value)) return reading.fault('not-a-list', value);
    if (value.length > limit) reading.fault('too-many-entries', value.length, { limit });
    const entries: T[] = [];
    for (let i = 0; i < value.length; i += 1) {
      const entry = reading.within(i, () => read(value[i], reading));
      if (entry !== undefined) entries.push(entry);
    }
    return entries;
  };
}
