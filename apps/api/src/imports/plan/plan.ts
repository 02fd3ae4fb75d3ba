import { setImmediate } from 'node:timers/promises';
import type { ImportedRecord, ImportFault } from '@caseboard/contracts';
import { type Fault, type Portfolio, readPortfolio, type Specialization } from '@caseboard/domain';
import { breathing } from '../../platform/breathe.js';
import { differences } from './difference.js';

/** What an import brings: a portfolio document, and where each of its paths stands in the file. */
export interface Brought {
  /** `undefined` where the file holds none at all. */
  readonly document: unknown;
  /** Faults that were found before the document could be made. */
  readonly faults: readonly ImportFault[];
  /** The document's own records at fault already, as `studies[3]`. */
  readonly faulty: ReadonlySet<string>;
  readonly place: (fault: Fault) => ImportFault;
  /** Where a record stands, for people: `Studies!4`. */
  readonly where: (path: string) => string;
}

/** The records that a commit writes, whole, in the order of the document. */
export interface PlannedChanges {
  readonly partner?: Portfolio['partner'];
  readonly specializations: readonly Portfolio['specializations'][number][];
  readonly customers: readonly Portfolio['customers'][number][];
  readonly studies: readonly Portfolio['studies'][number][];
}

export interface Plan {
  readonly faults: readonly ImportFault[];
  /** Every record that the file brings: created ones first, then changed, then unchanged. */
  readonly records: readonly ImportedRecord[];
  /** Nothing when the import is refused. */
  readonly changes: PlannedChanges | null;
  /** The portfolio as it would be, `specializations` being the own ones; `null` when the import is refused. */
  readonly portfolio: Portfolio | null;
}

const mostRereadings = 6;

/**
 * What an import would do to a portfolio (`stored.specializations` are its own entries). Refused as a whole with any
 * fault; the records that are not at fault are then still told, for the dry run to show.
 */
export async function makePlan(brought: Brought, stored: Portfolio, builtIn: readonly Specialization[]): Promise<Plan> {
  if (brought.document === undefined) return { faults: brought.faults, records: [], changes: null, portfolio: null };
  const context = { builtIn, stored };
  // The reading of a large document cannot be parted from within; others are answered at least before it and after it.
  await setImmediate();
  const whole = readPortfolio(brought.document, context);
  await setImmediate();
  const faults = [...brought.faults, ...(whole.ok ? [] : whole.faults.map(brought.place))];
  if (whole.ok && faults.length === 0) {
    const { records, changes } = await compare(whole, identity, stored, builtIn, brought.where);
    return { faults, records, changes, portfolio: { ...whole.portfolio, specializations: whole.ownSpecializations } };
  }
  const rest = readRest(brought, context, whole.ok ? [] : whole.faults);
  const records = rest ? (await compare(rest.result, rest.index, stored, builtIn, brought.where)).records : [];
  return { faults, records, changes: null, portfolio: null };
}

type Read = Extract<ReturnType<typeof readPortfolio>, { ok: true }>;
type List = 'specializations' | 'customers' | 'studies';
/** From a place in the list that was read to the place in the document. */
type Index = (list: List, place: number) => number;
const identity: Index = (_, place) => place;
const lists: readonly List[] = ['specializations', 'customers', 'studies'];

/** The document without the records at fault, and without those that lean on them. */
function readRest(
  brought: Brought,
  context: { builtIn: readonly Specialization[]; stored: Portfolio },
  faults: readonly Fault[],
): { result: Read; index: Index } | undefined {
  const document = brought.document as Record<string, unknown> | null;
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return undefined;
  const bad = new Set(brought.faulty);
  let found: readonly Fault[] = faults;
  for (let i = 0; i < mostRereadings; i += 1) {
    const records = found.map(({ path }) => /^(?:specializations|customers|studies)\[\d+\]/.exec(path)?.[0]);
    if (records.includes(undefined)) return undefined;
    for (const record of records) bad.add(record as string);
    const kept = lists.map(
      (list) => [list, Array.isArray(document[list]) ? keptPlaces(list, document[list] as unknown[], bad) : undefined] as const,
    );
    const smaller = Object.fromEntries(
      kept.flatMap(([list, places]) => (places ? [[list, places.map((at) => (document[list] as unknown[])[at])]] : [])),
    );
    const result = readPortfolio({ ...document, ...smaller }, context);
    const places = Object.fromEntries(kept) as { [L in List]: number[] | undefined };
    if (result.ok) return { result, index: (list, at) => places[list]?.[at] ?? at };
    found = result.faults.map((fault) => ({
      ...fault,
      path: fault.path.replace(
        /^(specializations|customers|studies)\[(\d+)\]/,
        (_, list: List, at: string) => `${list}[${places[list]?.[Number(at)]}]`,
      ),
    }));
  }
  return undefined;
}

function keptPlaces(list: List, records: readonly unknown[], bad: ReadonlySet<string>): number[] {
  return [...records.keys()].filter((at) => !bad.has(`${list}[${at}]`));
}

async function compare(
  read: Read,
  index: Index,
  stored: Portfolio,
  builtIn: readonly Specialization[],
  where: Brought['where'],
): Promise<{ records: ImportedRecord[]; changes: PlannedChanges }> {
  const breathe = breathing();
  const records: ImportedRecord[] = [];
  const changed: { [L in List]: object[] } = { specializations: [], customers: [], studies: [] };
  const before = {
    specializations: indexBy(stored.specializations, 'code'),
    customers: indexBy(stored.customers, 'id'),
    studies: indexBy(stored.studies, 'id'),
  };
  const shipped = indexBy(builtIn, 'code');
  const after = {
    specializations: indexBy(read.ownSpecializations, 'code'),
    customers: indexBy(read.portfolio.customers, 'id'),
    studies: indexBy(read.portfolio.studies, 'id'),
  };
  for (const list of lists) {
    const given = read.given[list] as readonly { id?: string; code?: string }[];
    for (const [at, { id, code }] of given.entries()) {
      await breathe();
      const key = (id ?? code) as string;
      const now = after[list].get(key) as object;
      const record = describe(
        list,
        key,
        before[list].get(key),
        now,
        where(`${list}[${index(list, at)}]`),
        list === 'specializations' ? shipped.get(key) : undefined,
      );
      records.push(record);
      if (record.outcome !== 'unchanged') changed[list].push(now);
    }
  }
  const partner = read.given.partner ? describe('partner', 'partner', stored.partner, read.portfolio.partner, where('partner')) : undefined;
  if (partner) records.unshift(partner);
  const changes = { ...(changed as unknown as PlannedChanges), ...(partner?.outcome === 'changed' && { partner: read.portfolio.partner }) };
  return { records: inOrder(records), changes };
}

const kinds = { specializations: 'specialization', customers: 'customer', studies: 'study', partner: 'partner' } as const;

/** An entry that takes the place of a shipped one is told by what differs; one that does not differ is still the organisation's own now. */
function describe(
  list: keyof typeof kinds,
  id: string,
  before: object | undefined,
  after: object,
  where: string,
  shipped?: object,
): ImportedRecord {
  const known = before ?? shipped;
  const changes = known ? differences(known, after) : [];
  const outcome = changes.length > 0 ? 'changed' : before ? 'unchanged' : 'created';
  return { kind: kinds[list], id, title: titleOf(after), where, outcome, changes };
}

function titleOf(record: object): string {
  const { title, legalName, name } = record as { title?: string; legalName?: string; name?: string };
  return title ?? legalName ?? name ?? '';
}

function inOrder(records: readonly ImportedRecord[]): ImportedRecord[] {
  const outcomes = ['created', 'changed', 'unchanged'] as const;
  return outcomes.flatMap((outcome) => records.filter((record) => record.outcome === outcome));
}

function indexBy<K extends string>(records: readonly { readonly [k in K]: string }[], key: K): Map<string, object> {
  return new Map(records.map((record) => [record[key], record]));
}
