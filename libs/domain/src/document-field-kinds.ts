/** The kinds of fields that the table of a record is made of. */
import { documentLimits } from './document-limits.js';
import { listOf, type Read } from './document-reading.js';
import { complete, defaultsOf, type Field, type Fields, type Given, lay, readGiven, writeRecord } from './document-record.js';

export function required<T>(read: Read<T>): Field<T> {
  return { read };
}

export function optional<T, D extends T | null>(read: Read<T>, absent: D): Field<T | D> {
  return { read, absent: { value: absent } };
}

/** A given list replaces the stored one. */
export function listField<T>(read: Read<T>): Field<readonly T[]> {
  return { read: listOf(read, documentLimits.listEntries), absent: { value: [] } };
}

/** A list whose entries are whole records. */
export function recordList<R>(fields: Fields<R>): Field<readonly R[]> {
  const readEntry: Read<R> = (value, reading) => {
    const before = reading.count;
    const given = readGiven(fields, value, reading);
    return reading.count === before ? complete(fields, given) : undefined;
  };
  return {
    ...listField(readEntry),
    write: (list) => (list as readonly R[]).map((entry) => writeRecord(fields, entry)),
  };
}

/** A record inside a record: an update changes only the keys it is given. */
export function nested<R>(fields: Fields<R>): Field<R> {
  return { ...requiredRecord(fields), nested: false, absent: { value: defaultsOf(fields) } };
}

/** The same with keys that are required. */
export function requiredRecord<R>(fields: Fields<R>): Field<R> {
  return {
    read: (value, reading, options) => readGiven(fields, value, reading, options),
    lay: (stored, given) => lay(fields, (stored ?? defaultsOf(fields)) as R, given as Given<R>),
    write: (record) => writeRecord(fields, record as R),
    nested: true,
  };
}

/** A list of records that are stored on their own: each keeps to the keys it was given. */
export function storedRecords<R>(fields: Fields<R>, limit: number): Field<readonly R[]> {
  return { read: listOf((value, reading) => readGiven(fields, value, reading), limit), absent: { value: [] } };
}
