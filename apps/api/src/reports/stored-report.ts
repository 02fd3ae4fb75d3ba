import type { ReportRow } from '@caseboard/contracts';
import type { Day, Report } from '@caseboard/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from './asked.js';
import type { BothLabels } from './report-labels.js';

/** A report's row without what it says. */
export interface StoredRow extends Omit<ReportRow, 'requestedAt' | 'issuedAt'> {
  readonly requestedAt: Date;
  readonly issuedAt: Date | null;
}

/** An issued report. */
export interface Issued extends StoredRow {
  readonly issuedAt: Date;
  readonly asked: Asked;
  readonly content: Report;
  readonly labels: BothLabels;
  readonly hash: string;
}

const columns = `number, from_day::text AS "from", to_day::text AS "to", state, progress, requested_at AS "requestedAt", issued_at AS "issuedAt",
  person.name AS "issuedBy", hash, error`;
const from = 'FROM report LEFT JOIN person ON person.id = requested_by';

/** Newest first. */
export async function readRows(manager: EntityManager, { page, size }: { page: number; size: number }): Promise<StoredRow[]> {
  return manager.query<StoredRow[]>(`SELECT ${columns} ${from} ORDER BY number DESC LIMIT $1 OFFSET $2`, [size, (page - 1) * size]);
}

export async function countRows(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>('SELECT count(*)::integer AS count FROM report');
  return row?.count ?? 0;
}

export async function readRow(manager: EntityManager, number: number): Promise<StoredRow | null> {
  const [row] = await manager.query<StoredRow[]>(`SELECT ${columns} ${from} WHERE number = $1`, [number]);
  return row ?? null;
}

export async function readIssued(manager: EntityManager, number: number): Promise<Issued | null> {
  const [row] = await manager.query<Issued[]>(
    `SELECT ${columns}, asked, content, json_build_object('all', labels_all, 'open', labels_open) AS labels ${from} WHERE number = $1 AND state = 'issued'`,
    [number],
  );
  return row ?? null;
}

/** The day of the latest report up to that day: what the next one is compared with. */
export async function lastIssuedDay(manager: EntityManager, until: Day): Promise<Day | null> {
  const [row] = await manager.query<{ day: Day | null }[]>(
    "SELECT max(to_day)::text AS day FROM report WHERE state = 'issued' AND to_day <= $1",
    [until],
  );
  return row?.day ?? null;
}

/** Up to which revision the latest report of that day was told; null where there is none. */
export async function lastRevisionOf(manager: EntityManager, to: Day): Promise<number | null> {
  const [row] = await manager.query<{ revision: number | null }[]>(
    "SELECT max((asked->>'revision')::integer) AS revision FROM report WHERE state = 'issued' AND to_day = $1",
    [to],
  );
  return row?.revision ?? null;
}

export function toReportRow(row: StoredRow): ReportRow {
  const { number, from, to, state, progress, requestedAt, issuedAt, issuedBy, hash, error } = row;
  return {
    number,
    from,
    to,
    state,
    progress,
    requestedAt: requestedAt.toISOString(),
    issuedAt: issuedAt?.toISOString() ?? null,
    issuedBy,
    hash,
    error,
  };
}
