import { Injectable } from '@nestjs/common';
import { historyFilters, may, pageQuery, type Change, type Page, type Role } from '@caseboard/contracts';
import { z } from 'zod';
import { Database } from '../platform/database/database.js';

const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
export const historyQuery = z.strictObject({
  ...pageQuery.omit({ sort: true }).shape,
  ...historyFilters.shape,
  since: moment.optional(),
});
export type HistoryQuery = z.infer<typeof historyQuery>;

interface EntryRow extends Omit<Change, 'at' | 'title'> {
  at: Date;
  title: string | null;
}

/** The record of changes, newest first. */
@Injectable()
export class HistoryService {
  constructor(private readonly database: Database) {}

  async page(reader: { role: Role }, query: HistoryQuery): Promise<Page<Change>> {
    const { where, values } = conditions(reader, query);
    const { manager } = this.database;
    const [{ total } = { total: 0 }] = await manager.query<{ total: number }[]>(
      `SELECT count(*)::integer AS total FROM ${entries} ${where}`,
      values,
    );
    const rows = await manager.query<EntryRow[]>(
      `SELECT entry.id::text, entry.at, person.email AS who, person.name AS "whoName", entry.action, entry.subject, entry.subject_id AS "subjectId",
         entry.before, entry.after, ${title} AS title
       FROM ${entries} ${where} ORDER BY entry.id DESC LIMIT ${query.size} OFFSET ${(query.page - 1) * query.size}`,
      values,
    );
    return {
      items: rows.map((row) => ({ ...row, at: row.at.toISOString(), title: row.title ?? row.subjectId })),
      total,
    };
  }
}

const entries = `audit_entry AS entry LEFT JOIN person ON person.id = entry.who
  LEFT JOIN study ON entry.subject = 'study' AND study.id = entry.subject_id
  LEFT JOIN customer ON entry.subject = 'customer' AND customer.id = entry.subject_id`;

/** As it is called now, else as it was called then. */
const title = `coalesce(nullif(study.title, ''), customer.legal_name,
  entry.after->>'title', entry.after->>'legalName', entry.after->>'name', entry.before->>'title', entry.before->>'legalName', entry.before->>'name')`;

function conditions({ role }: { role: Role }, { subject, subjectId, who, since, search }: HistoryQuery) {
  const values: unknown[] = [];
  const given = (value: unknown, condition: (place: string) => string) => {
    if (value === undefined) return [];
    values.push(value);
    return [condition(`$${values.length}`)];
  };
  const all = [
    ...given(subject?.split(','), (place) => `entry.subject = ANY (${place})`),
    ...given(subjectId, (place) => `entry.subject_id = ${place}`),
    ...given(who, (place) => `person.email = lower(${place})`),
    ...given(since, (place) => `entry.at >= ${place}::timestamptz`),
    ...given(search, (place) => `strpos(lower(concat_ws(' ', entry.subject_id, ${title})), lower(${place})) > 0`),
    ...(may(role, 'people.read') ? [] : ["entry.subject <> 'person'"]),
  ];
  return { where: all.length > 0 ? `WHERE ${all.join(' AND ')}` : '', values };
}
