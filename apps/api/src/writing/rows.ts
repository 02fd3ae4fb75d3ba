import type { EntityManager } from 'typeorm';
import { CustomerRow, RegistrationRow, toCustomerRow, toRegistrationRows } from '../customers/customer.entity.js';
import { SpecializationRow, toSpecializationRow } from '../specializations/specialization.entity.js';
import { ApplicationRow, StudyRow, toApplicationRows, toStudyRow } from '../studies/study.entity.js';
import type { Difference, RecordKind } from './changes.js';

/** What every written row is stamped with. */
export interface Stamp {
  readonly revision: number;
  readonly at: Date;
}

/**
 * Writes a difference with a handful of statements, however large it is. Constraints wait until all of it is
 * written, since on the way two studies may stand in one place; the last statement has them judged.
 */
export async function writeRows(manager: EntityManager, difference: Difference, stamp: Stamp): Promise<void> {
  const studies = sortedOut(difference.studies);
  const customers = sortedOut(difference.customers);
  const specializations = sortedOut(difference.specializations);
  await manager.query('SET CONSTRAINTS ALL DEFERRED');
  await manager.query('UPDATE portfolio SET revision = $1', [stamp.revision]);
  await writeSettings(manager, difference, stamp);
  await remove(manager, 'study', StudyRow, studies.removed, stamp);
  await upsert(manager, SpecializationRow, await placed(manager, SpecializationRow, specializations, toSpecializationRow), stamp);
  const customerRows = await placed(manager, CustomerRow, customers, toCustomerRow);
  await upsert(manager, CustomerRow, parentsFirst(customerRows), stamp);
  await replaceParts(
    manager,
    RegistrationRow,
    'customer_id',
    customers.written.map(({ id }) => id),
    customers.written.flatMap(toRegistrationRows),
  );
  await upsert(manager, StudyRow, await placed(manager, StudyRow, studies, toStudyRow), stamp);
  await replaceParts(
    manager,
    ApplicationRow,
    'study_id',
    studies.written.map(({ id }) => id),
    studies.written.flatMap(toApplicationRows),
  );
  await remove(manager, 'customer', CustomerRow, customers.removed, stamp);
  await remove(manager, 'specialization', SpecializationRow, specializations.removed, stamp);
  await manager.query('SET CONSTRAINTS ALL IMMEDIATE');
}

interface Sorted<R> {
  readonly written: readonly R[];
  readonly isNew: ReadonlySet<R>;
  readonly removed: readonly string[];
}

function sortedOut<R>(changes: readonly { readonly id: string; readonly before: R | null; readonly after: R | null }[]): Sorted<R> {
  const written = changes.flatMap(({ before, after }) => (after === null ? [] : [{ before, after }]));
  return {
    written: written.map(({ after }) => after),
    isNew: new Set(written.filter(({ before }) => before === null).map(({ after }) => after)),
    removed: changes.filter(({ after }) => after === null).map(({ id }) => id),
  };
}

type Placed<Row> = Row & { readonly position: number };

/** Rows with their place in the document's order: new ones follow all others, the others keep what they have. */
async function placed<R, Row>(
  manager: EntityManager,
  table: Table,
  { written, isNew }: Sorted<R>,
  toRow: (record: R) => Row,
): Promise<Placed<Row>[]> {
  const { name } = described(manager, table);
  const places =
    isNew.size === 0
      ? []
      : await manager.query<{ place: string }[]>(
          `SELECT nextval(pg_get_serial_sequence($1, 'position')) AS place FROM generate_series(1, $2)`,
          [name, isNew.size],
        );
  const next = places.map(({ place }) => Number(place)).sort((a, b) => b - a);
  return written.map((record) => ({ ...toRow(record), position: isNew.has(record) ? (next.pop() as number) : 0 }));
}

/** The database finds a new customer's legal entity through the one above it, which must stand there already. */
function parentsFirst(customers: readonly Placed<CustomerRow>[]): Placed<CustomerRow>[] {
  const written = new Map(customers.map((customer) => [customer.id, customer]));
  const depths = new Map<string, number>();
  const depthOf = ({ id }: CustomerRow): number => {
    const chain: string[] = [];
    let at: CustomerRow | undefined = written.get(id);
    // The bound ends a circle, which the constraint then refuses.
    while (at && !depths.has(at.id) && chain.length <= written.size) {
      chain.push(at.id);
      at = at.partOf === null ? undefined : written.get(at.partOf);
    }
    let depth = at ? (depths.get(at.id) ?? 0) : -1;
    for (const each of chain.reverse()) depths.set(each, (depth += 1));
    return depths.get(id) ?? 0;
  };
  return [...customers].sort((a, b) => depthOf(a) - depthOf(b));
}

async function writeSettings(manager: EntityManager, { settings }: Difference, { revision, at }: Stamp): Promise<void> {
  if (!settings?.after) return;
  const { legalName, timeZone, warningDays, heldSpecializations, targets } = settings.after;
  await manager.query(
    `UPDATE portfolio SET legal_name = $1, time_zone = $2, warning_days = $3, held_specializations = $4, targets = $5,
       settings_revision = $6, version = version + 1, updated_at = $7`,
    [legalName, timeZone, warningDays, heldSpecializations, JSON.stringify(targets), revision, at],
  );
}

/** Rows travel as JSON, so that one statement takes any number; this many at a time bounds its size. */
const rowsAtOnce = 500;

type Table = abstract new () => object;

/**
 * Inserts rows, or puts them in the place of those with the same key, whose version moves on. One that stood here before
 * and was removed begins above every version it had, so that no edit of the old one passes for one of the new.
 */
async function upsert(manager: EntityManager, table: Table, rows: readonly Placed<object>[], { revision, at }: Stamp): Promise<void> {
  const { name, key, columns, given } = described(manager, table);
  const stamped = ['version = t.version + 1', 'revision = excluded.revision', 'updated_at = excluded.updated_at'];
  const goneAt = `(SELECT removed.revision FROM removed WHERE removed.kind = $4 AND removed.id = given.${key[0]})`;
  const replaced = columns.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await manager.query(
      `INSERT INTO ${name} AS t (${columns.join(', ')}, position, version, revision, created_at, updated_at)
       SELECT ${given.select}, given.position, 1 + coalesce(${goneAt}, 0), $2::bigint, $3::timestamptz, $3::timestamptz
       FROM json_to_recordset($1::json) AS given (${given.types}, position bigint)
       ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${[...replaced, ...stamped].join(', ')}`,
      [JSON.stringify(rows.slice(from, from + rowsAtOnce)), revision, at, name],
    );
  }
}

/** Puts the rows that hang on some records in the place of those that hung on them. */
async function replaceParts(
  manager: EntityManager,
  table: Table,
  owner: string,
  owners: readonly string[],
  rows: readonly object[],
): Promise<void> {
  if (owners.length === 0) return;
  const { name, columns, given } = described(manager, table);
  await manager.query(`DELETE FROM ${name} WHERE ${owner} = ANY ($1)`, [owners]);
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await manager.query(
      `INSERT INTO ${name} (${columns.join(', ')}) SELECT ${given.select} FROM json_to_recordset($1::json) AS given (${given.types})`,
      [JSON.stringify(rows.slice(from, from + rowsAtOnce))],
    );
  }
}

async function remove(manager: EntityManager, kind: RecordKind, table: Table, ids: readonly string[], { revision }: Stamp): Promise<void> {
  if (ids.length === 0) return;
  const { name, key } = described(manager, table);
  await manager.query(`DELETE FROM ${name} WHERE ${key[0]} = ANY ($1)`, [ids]);
  await manager.query(
    `INSERT INTO removed (kind, id, revision) SELECT $1, id, $3 FROM unnest($2::text[]) AS id
     ON CONFLICT (kind, id) DO UPDATE SET revision = excluded.revision`,
    [kind, ids, revision],
  );
}

/** A table's columns as its entity declares them: their names, and how they are read out of JSON. */
function described(manager: EntityManager, table: Table) {
  const { tableName, columns, primaryColumns } = manager.connection.getMetadata(table);
  return {
    name: tableName,
    key: primaryColumns.map(({ databaseName }) => databaseName),
    columns: columns.map(({ databaseName }) => databaseName),
    given: {
      select: columns.map(({ propertyName }) => `given."${propertyName}"`).join(', '),
      types: columns.map(({ propertyName, type, isArray }) => `"${propertyName}" ${String(type)}${isArray ? '[]' : ''}`).join(', '),
    },
  };
}
