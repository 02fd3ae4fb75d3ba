import type { FieldFault } from '@caseboard/contracts';
import {
  firstAsOf,
  isAsOf,
  lastAsOf,
  legalEntityOf,
  parseDay,
  type Customer,
  type Day,
  type Engine,
  type Portfolio,
  type Specialization,
  type Study,
} from '@caseboard/domain';
import { Refusal } from '../platform/refusal.js';
import { namesFor, type Names, type NamesReader } from './names.js';
import type { Records } from './records.js';
import type { WithholdingCache } from './withholding.js';

/** Which row version a record stands at (the ETag) and when it was written; times are ISO 8601. */
export interface RecordMeta {
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type RecordKind = 'study' | 'customer' | 'specialization';

/** The facts a snapshot is made of; `portfolio.specializations` is the whole catalog, built-in ones first. */
export interface SnapshotParts {
  readonly revision: number;
  readonly warningDays: number;
  readonly settingsVersion: number;
  readonly portfolio: Portfolio;
  readonly studies: Records<Study>;
  readonly customers: Records<Customer>;
  /** The catalog entries that are not as shipped: own ones, and those that stand in for a built-in one. */
  readonly entries: Records<Specialization>;
  readonly catalog: ReadonlyMap<string, Specialization>;
  readonly engine: Engine;
  readonly today: () => Day;
  readonly withholdings: WithholdingCache;
}

/** Answers worked out for one revision are kept at most this many at a time: a different `asOf` makes a new key. */
const memoLimit = 200;

/**
 * The whole portfolio in memory at one revision. Records are immutable, so parts may be kept; the `engine` moves on
 * with the next revision: ask it right after `current()`, before the next `await`.
 */
export class Snapshot {
  private readonly memos = new Map<string, unknown>();
  private studiesByCustomer: ReadonlyMap<string, Study[]> | undefined;

  /** The parts are for the next refresh; everybody else asks the methods. */
  constructor(readonly parts: SnapshotParts) {}

  get revision(): number {
    return this.parts.revision;
  }
  /** The calendar day now in the organisation's time zone (rules 1.2). */
  get today(): Day {
    return this.parts.today();
  }
  get portfolio(): Portfolio {
    return this.parts.portfolio;
  }
  get engine(): Engine {
    return this.parts.engine;
  }
  get warningDays(): number {
    return this.parts.warningDays;
  }
  get settingsVersion(): number {
    return this.parts.settingsVersion;
  }
  get isEmpty(): boolean {
    return this.portfolio.studies.length === 0 && this.portfolio.customers.length === 0;
  }

  study(id: string): Study | undefined {
    return this.parts.studies.get(id);
  }
  customer(id: string): Customer | undefined {
    return this.parts.customers.get(id);
  }
  specialization(code: string): Specialization | undefined {
    return this.parts.catalog.get(code);
  }
  /** The whole catalog by code, built-in entries first. */
  get catalog(): ReadonlyMap<string, Specialization> {
    return this.parts.catalog;
  }
  get customers(): ReadonlyMap<string, Customer> {
    return this.parts.customers.index;
  }

  /** `undefined` for an id that has no row: an unknown one, or a built-in specialization that nobody touched. */
  meta(kind: RecordKind, id: string): RecordMeta | undefined {
    const { studies, customers, entries } = this.parts;
    return { study: studies, customer: customers, specialization: entries }[kind].meta(id);
  }

  /** What this reader may meet: every page, list and export goes through it. */
  namesFor(reader: NamesReader): Names {
    return namesFor(this, reader);
  }

  /** The day an answer is asked for: today when absent, refused when it is none or out of rules 1.6. */
  asOf(text: string | undefined, path = 'asOf'): Day {
    if (text === undefined || text === '') return this.today;
    const day = parseDay(text);
    if (day && isAsOf(day)) return day;
    const fault: FieldFault = day
      ? { path, value: text, reason: 'day-out-of-range', params: { from: firstAsOf, to: lastAsOf } }
      : { path, value: text, reason: 'no-such-day' };
    throw new Refusal('invalid-fields', {}, [fault]);
  }

  /** The id of a customer's legal entity, or null where its chain ends without one (rules 2.2). */
  entityOf(customerId: string): string | null {
    return legalEntityOf(customerId, this.customers)?.id ?? null;
  }

  /** The customer's industry, that of its legal entity where its own is not given. */
  industryOf({ id, industry }: Customer): string | null {
    return industry || (legalEntityOf(id, this.customers)?.industry ?? null);
  }

  /** All studies, retired ones too, whose customer is exactly this one; in document order. */
  studiesOf(customerId: string): readonly Study[] {
    this.studiesByCustomer ??= groupByCustomer(this.portfolio.studies);
    return this.studiesByCustomer.get(customerId) ?? [];
  }

  /** Works `make` out once for this revision. The key must name everything the answer depends on besides the portfolio. */
  memo<T>(key: string, make: () => T): T {
    if (this.memos.has(key)) return this.memos.get(key) as T;
    const made = make();
    if (this.memos.size >= memoLimit) this.memos.delete(this.memos.keys().next().value as string);
    this.memos.set(key, made);
    return made;
  }

  /** The same for each of many of one kind, of which none is dropped before all are. */
  memoEach<T>(kind: string, key: string, make: () => T): T {
    const known = this.memo(kind, () => new Map<string, T>());
    if (!known.has(key)) known.set(key, make());
    return known.get(key) as T;
  }
}

function groupByCustomer(studies: readonly Study[]): Map<string, Study[]> {
  const groups = new Map<string, Study[]>();
  for (const study of studies) {
    if (study.customer === null) continue;
    const group = groups.get(study.customer);
    if (group) group.push(study);
    else groups.set(study.customer, [study]);
  }
  return groups;
}
