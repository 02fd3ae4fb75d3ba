import {
  customerRecord,
  specializationRecord,
  studyRecord,
  unknownPartner,
  usualWarningDays,
  type Customer,
  type Known,
  type RecordChange,
  type RecordedSettings,
  type RecordOptions,
  type RecordResult,
  type Specialization,
  type Study,
} from '@caseboard/domain';
import { catalogOf } from '../portfolio/catalog.js';
import type { Entry } from './entries.js';

/** Does the recorded changes again, from nothing. What a change leaves alone stays the same object. */
export class Replay {
  private readonly studies = new Map<string, Study>();
  private readonly customers = new Map<string, Customer>();
  /** The entries of the catalog that are not as shipped. */
  private readonly own = new Map<string, Specialization>();
  private readonly shipped: ReadonlyMap<string, Specialization>;
  private settings: RecordedSettings = { ...unknownPartner, warningDays: usualWarningDays };

  constructor(shipped: readonly Specialization[]) {
    this.shipped = new Map(shipped.map((entry) => [entry.code, entry]));
  }

  apply(entry: Entry): RecordChange {
    return { id: entry.subject, action: entry.action, ...this.changed[entry.kind](entry) };
  }

  known(): Known {
    const { warningDays, ...partner } = this.settings;
    const catalog = catalogOf([...this.own.values()], [...this.shipped.values()]);
    const portfolio = {
      partner,
      specializations: [...catalog.values()],
      customers: [...this.customers.values()],
      studies: [...this.studies.values()],
    };
    return { portfolio, warningDays };
  }

  /** Codes of the catalog entries that are not as shipped. */
  get ownCodes(): ReadonlySet<string> {
    return new Set(this.own.keys());
  }

  private readonly changed = {
    study: (entry: Entry) => ({ kind: 'study' as const, ...moved(this.studies, studyRecord, entry) }),
    customer: (entry: Entry) => ({ kind: 'customer' as const, ...moved(this.customers, customerRecord, entry) }),
    specialization: (entry: Entry) => {
      const shipped = this.shipped.get(entry.subject) ?? null;
      const { before, after } = moved(this.own, specializationRecord, entry);
      return { kind: 'specialization' as const, before: before ?? shipped, after: after ?? shipped };
    },
    settings: ({ after }: Entry) => {
      const before = this.settings;
      this.settings = { ...before, ...after };
      return { kind: 'settings' as const, before, after: this.settings };
    },
  };
}

interface Reader<R> {
  read(json: unknown, options: RecordOptions): RecordResult<never> | { readonly ok: true };
  complete(given: never): R;
}

/** Puts the record as it is after the change in the place of the one before. One that comes back comes last. */
function moved<R extends object>(
  records: Map<string, R>,
  reader: Reader<R>,
  { id, subject, isNew, gone, after }: Entry,
): { before: R | null; after: R | null } {
  const before = records.get(subject) ?? null;
  if (after === null) {
    records.delete(subject);
    return { before, after: null };
  }
  const read = reader.read(after, { partial: !isNew }) as RecordResult<never>;
  if (!read.ok) throw new Error(`entry ${id} of the record of changes cannot be read: ${read.faults[0]?.path} ${read.faults[0]?.reason}`);
  const whole = reader.complete(read.given);
  const now = isNew || before === null ? whole : laidOver(before, whole, [...gone, ...Object.keys(after)]);
  records.set(subject, now);
  return { before, after: now };
}

/** Keys that were taken away have their defaults in the whole record, or do not stand there at all. */
function laidOver<R extends object>(before: R, whole: R, keys: readonly string[]): R {
  const after = { ...before } as Record<string, unknown>;
  for (const key of keys) {
    const value = (whole as Record<string, unknown>)[key];
    if (value === undefined) delete after[key];
    else after[key] = value;
  }
  return after as R;
}
