/**
 * Records of a portfolio document as tables of fields. A record is read sparsely: only the keys that are given,
 * with `null` turned into the key's default. Laid over the defaults it is a new record; laid over a stored record
 * it is an update that leaves what is absent (portfolio-format.md, "Required").
 */
import type { Reading } from './document-reading.js';
import type { Application } from './portfolio.js';

export interface Field<T> {
  readonly read: (value: unknown, reading: Reading, options: ReadOptions) => unknown;
  /** What an absent key and `null` mean; without it the key is required. */
  readonly absent?: { readonly value: unknown };
  /** `null` is a value like any other. */
  readonly keepsNull?: boolean;
  /** How a given value joins the stored one; without it, it replaces it. */
  readonly lay?: (stored: unknown, given: unknown) => unknown;
  readonly write?: (value: unknown) => unknown;
  /** A required record inside a record: where it is absent, its own required keys are what is missing. */
  readonly nested?: boolean;
  /** Only for the compiler: the field reads all values of the key's type, and no others. */
  readonly holds?: (value: T) => T;
}

export interface ReadOptions {
  /** An edit of a stored record: no key is required. */
  readonly partial?: boolean;
}

/** One field for each key of the record; the order is the order in which the record is written. */
export type Fields<R> = { readonly [K in keyof R]-?: Field<R[K]> };

type Table = Readonly<Record<string, Field<unknown>>>;

type Json = Record<string, unknown>;

/** The keys that a record was given. */
export type Given<R> = { readonly [K in keyof R]?: GivenValue<R[K]> };
type GivenValue<V> = V extends string | number | boolean | null
  ? V
  : V extends readonly (infer E)[]
    ? E extends Application
      ? readonly Given<E>[]
      : V
    : V extends object
      ? Given<V>
      : V;

/** Reads the keys that stand in `json`; notes unknown keys and missing required ones. */
export function readGiven<R>(fields: Fields<R>, json: unknown, reading: Reading, options: ReadOptions = {}): Given<R> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    reading.fault('not-a-record', json);
    return {};
  }
  const given: Json = {};
  const table = fields as unknown as Table;
  for (const [key, field] of Object.entries(table)) {
    const value = Object.hasOwn(json, key) ? (json as Json)[key] : undefined;
    const read = reading.within(key, () => readField(field, value, reading, options));
    if (read !== undefined) given[key] = read;
  }
  for (const key of Object.keys(json)) {
    if (!Object.hasOwn(table, key)) reading.within(key, () => reading.fault('unknown-key', (json as Json)[key]));
  }
  return given as Given<R>;
}

function readField(field: Field<unknown>, value: unknown, reading: Reading, options: ReadOptions): unknown {
  if (value === null && field.absent && !field.keepsNull) return field.absent.value;
  if (value !== undefined) return field.read(value, reading, options);
  if (options.partial || field.absent) return undefined;
  return field.nested ? field.read({}, reading, options) : reading.fault('missing', undefined);
}

/** A stored record with what is given laid over it. */
export function lay<R>(fields: Fields<R>, stored: R, given: Given<R>): R {
  const result: Json = {};
  const table = fields as unknown as Table;
  for (const [key, field] of Object.entries(table)) {
    const before = (stored as Json)[key];
    const now = (given as Json)[key];
    const value = now === undefined ? before : field.lay ? field.lay(before, now) : now;
    if (value !== undefined) result[key] = value;
  }
  return result as R;
}

/** A new record: the defaults with what is given laid over them. */
export function complete<R>(fields: Fields<R>, given: Given<R>): R {
  return lay(fields, defaultsOf(fields), given);
}

export function defaultsOf<R>(fields: Fields<R>): R {
  const defaults: Json = {};
  for (const [key, field] of Object.entries(fields as unknown as Table)) {
    if (field.absent) defaults[key] = field.absent.value;
    else if (field.nested) defaults[key] = field.lay?.(undefined, {});
  }
  return defaults as R;
}

/** A record as JSON, its keys in the order of the table. */
export function writeRecord<R>(fields: Fields<R>, record: R): Json {
  const result: Json = {};
  for (const [key, field] of Object.entries(fields as unknown as Table)) {
    const value = (record as Json)[key];
    if (value !== undefined) result[key] = field.write ? field.write(value) : value;
  }
  return result;
}
