import type { EntityManager } from 'typeorm';
import type { Application, Customer, Partner, Registration, Specialization, Study } from '@caseboard/domain';
import { toCustomer, type CustomerRow, type RegistrationRow } from '../customers/customer.entity.js';
import { toPartner, type PortfolioRow } from '../settings/portfolio.entity.js';
import { toSpecialization, type SpecializationRow } from '../specializations/specialization.entity.js';
import { toStudy, type ApplicationRow, type StudyRow } from '../studies/study.entity.js';
import type { RecordMeta } from './snapshot.js';

/** A record as its row holds it, with its place in the document's order. */
export interface Stored<R> {
  readonly id: string;
  readonly position: number;
  readonly record: R;
  readonly meta: RecordMeta;
}

/** The one row of the partner's own facts. */
export interface PartnerState {
  readonly revision: number;
  readonly settingsRevision: number;
  readonly settingsVersion: number;
  readonly warningDays: number;
  readonly partner: Partner;
}

export type RemovedRecord = { readonly kind: 'study' | 'customer' | 'specialization'; readonly id: string };

/** The columns beside a record's facts. */
interface Place {
  position: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export async function readPartner(manager: EntityManager): Promise<PartnerState> {
  const [row] = await select<PortfolioRow>(manager, 'SELECT * FROM portfolio');
  if (!row) throw new Error('the one row of the table portfolio is missing');
  return {
    revision: Number(row.revision),
    settingsRevision: Number(row.settingsRevision),
    settingsVersion: row.version,
    warningDays: row.warningDays,
    partner: toPartner(row),
  };
}

/** What was removed after that revision; a record of the same id may have been made anew since. */
export function readRemoved(manager: EntityManager, since: number): Promise<RemovedRecord[]> {
  return select<RemovedRecord>(manager, 'SELECT kind, id FROM removed WHERE revision > $1', [since]);
}

/** Studies written after that revision (-1 for all), in document order. */
export async function readStudies(manager: EntityManager, since: number): Promise<Stored<Study>[]> {
  const studies: Stored<Study>[] = [];
  for (const ids of await idsSince(manager, 'study', since)) {
    const rows = await select<StudyRow & Place>(manager, 'SELECT * FROM study WHERE id = ANY ($1) ORDER BY position', [ids]);
    const parts = await select<ApplicationRow>(manager, 'SELECT * FROM application WHERE study_id = ANY ($1) ORDER BY position', [ids]);
    const applications = grouped(parts, ({ studyId }) => studyId, toApplication);
    for (const row of rows) studies.push(stored(row.id, row, toStudy(row, applications.get(row.id) ?? [])));
  }
  return studies;
}

/** Customers written after that revision (-1 for all), in document order. */
export async function readCustomers(manager: EntityManager, since: number): Promise<Stored<Customer>[]> {
  const customers: Stored<Customer>[] = [];
  for (const ids of await idsSince(manager, 'customer', since)) {
    const rows = await select<CustomerRow & Place>(manager, 'SELECT * FROM customer WHERE id = ANY ($1) ORDER BY position', [ids]);
    const parts = await select<RegistrationRow>(manager, 'SELECT * FROM registration WHERE customer_id = ANY ($1) ORDER BY position', [
      ids,
    ]);
    const registrations = grouped(parts, ({ customerId }) => customerId, toRegistration);
    for (const row of rows) customers.push(stored(row.id, row, toCustomer(row, registrations.get(row.id) ?? [])));
  }
  return customers;
}

/** Rows that travel at a time: what they travel in is soon free again, and others are answered in between. */
const rowsAtOnce = 500;

async function idsSince(manager: EntityManager, table: 'study' | 'customer', since: number): Promise<string[][]> {
  const rows: { id: string }[] = await manager.query(`SELECT id FROM ${table} WHERE revision > $1 ORDER BY position`, [since]);
  const pages = Math.ceil(rows.length / rowsAtOnce);
  return Array.from({ length: pages }, (_, page) => rows.slice(page * rowsAtOnce, (page + 1) * rowsAtOnce).map(({ id }) => id));
}

/**
 * These studies, for those who cannot have the whole portfolio in memory. They come as JSON, which is read several times
 * faster than PostgreSQL's own lists of texts.
 */
export async function readStudiesOf(manager: EntityManager, ids: readonly string[]): Promise<Study[]> {
  const rows: { study: Record<string, unknown>; parts: Record<string, unknown>[] | null }[] = await manager.query(
    `SELECT row_to_json(study) AS study,
       (SELECT json_agg(row_to_json(application) ORDER BY application.position) FROM application WHERE study_id = study.id) AS parts
     FROM study WHERE id = ANY ($1)`,
    [ids],
  );
  const studies = named<StudyRow>(rows.map(({ study }) => study));
  return studies.map((study, at) => toStudy(study, named<ApplicationRow>(rows[at]?.parts ?? []).map(toApplication)));
}

/** These customers and all above them up to their legal entities (rules 2.2), without their registrations. */
export async function readChains(manager: EntityManager, ids: readonly string[]): Promise<Customer[]> {
  const rows = await select<CustomerRow>(
    manager,
    `WITH RECURSIVE chain AS (
       SELECT * FROM customer WHERE id = ANY ($1)
       UNION SELECT above.* FROM customer AS above JOIN chain ON above.id = chain.part_of AND chain.kind = 'unit'
     ) SELECT * FROM chain`,
    [ids],
  );
  return rows.map((row) => toCustomer(row, []));
}

/** Catalog entries that are not as shipped, written after that revision (-1 for all), in their order. */
export async function readSpecializations(manager: EntityManager, since: number): Promise<Stored<Specialization>[]> {
  const rows = await select<SpecializationRow & Place>(manager, 'SELECT * FROM specialization WHERE revision > $1 ORDER BY position', [
    since,
  ]);
  return rows.map((row) => stored(row.code, row, toSpecialization(row)));
}

const toApplication = ({ specialization, relevance, category, history }: ApplicationRow): Application => ({
  specialization,
  relevance,
  category,
  history: history.map(({ state, on }) => ({ state, on })),
});
const toRegistration = ({ scheme, number }: RegistrationRow): Registration => ({ scheme, number });

function stored<R>(id: string, { position, version, createdAt, updatedAt }: Place, record: R): Stored<R> {
  return {
    id,
    position: Number(position),
    record,
    meta: { version, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() },
  };
}

/** Rows with their columns named as the code names them. */
async function select<Row>(manager: EntityManager, sql: string, values: unknown[] = []): Promise<Row[]> {
  return named<Row>(await manager.query(sql, values));
}

function named<Row>(rows: readonly Record<string, unknown>[]): Row[] {
  const names = Object.keys(rows[0] ?? {}).map(
    (column) => [column, column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())] as const,
  );
  return rows.map((row) => {
    const named: Record<string, unknown> = {};
    for (const [column, name] of names) named[name] = row[column];
    return named as Row;
  });
}

function grouped<Row, T>(rows: readonly Row[], keyOf: (row: Row) => string, toValue: (row: Row) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(toValue(row));
    else groups.set(keyOf(row), [toValue(row)]);
  }
  return groups;
}
