import { createHash } from 'node:crypto';

/** JSON with the keys of every record in order, so that equal values are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (isRecord(each) ? Object.fromEntries(Object.entries(each).sort(byKey)) : each));
}

/** SHA-256 of values told one after the other; each ends with a line, so that no two series read alike. */
export class Fingerprint {
  private readonly hash = createHash('sha256');

  add(value: unknown): this {
    this.hash.update(`${canonical(value)}\n`);
    return this;
  }

  /** The same for a record whose keys always stand in one order: several times faster. */
  addOrdered(record: unknown): this {
    this.hash.update(`${JSON.stringify(record)}\n`);
    return this;
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
