/** Values that a portfolio document carries and nobody decides on (`notes`, `provenance`, …): kept as they came. */
import { documentLimits } from './document-limits.js';
import { type Read, type Reading, text } from './document-reading.js';

/** Deeper than this nothing can be stored and written again safely; the limits of texts and lists hold within. */
const deepest = 100;

const longText = text(documentLimits.text);

export const opaque: Read<unknown> = (value, reading) => (isKeepable(value, reading, 0) ? value : undefined);

/** A record of anything. */
export const opaqueRecord: Read<Readonly<Record<string, unknown>>> = (value, reading) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return reading.fault('not-a-record', value);
  return isKeepable(value, reading, 0) ? (value as Record<string, unknown>) : undefined;
};

function isKeepable(value: unknown, reading: Reading, depth: number): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'string') return longText(value, reading) !== undefined;
  if (typeof value === 'number') return Number.isFinite(value) || noted(reading.fault('not-a-number', value));
  if (typeof value !== 'object') return noted(reading.fault('unknown-value', value));
  if (depth === deepest) return noted(reading.fault('too-deep', value, { limit: deepest }));
  return Array.isArray(value) ? isKeepableList(value, reading, depth) : isKeepableRecord(value, reading, depth);
}

function isKeepableList(list: readonly unknown[], reading: Reading, depth: number): boolean {
  const limit = documentLimits.listEntries;
  let fine = list.length <= limit || noted(reading.fault('too-many-entries', list.length, { limit }));
  for (let i = 0; i < list.length; i += 1) {
    fine = reading.within(i, () => isKeepable(list[i], reading, depth + 1)) && fine;
  }
  return fine;
}

function isKeepableRecord(record: object, reading: Reading, depth: number): boolean {
  let fine = true;
  for (const [key, value] of Object.entries(record)) {
    fine = longText(key, reading) !== undefined && fine;
    fine = reading.within(key, () => isKeepable(value, reading, depth + 1)) && fine;
  }
  return fine;
}

function noted(_fault: undefined): false {
  return false;
}
