import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';

/** One change: who made it (null: the product itself), what it was, and the record before and after. */
export interface AuditEntry {
  readonly who: string | null;
  readonly action: string;
  readonly subject: 'study' | 'customer' | 'specialization' | 'settings' | 'person' | 'import';
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Entries that travel in one statement. */
const entriesAtOnce = 500;

/** Writes the record of changes, in the transaction that makes the change: both stand or neither does. */
@Injectable()
export class AuditService {
  constructor(private readonly clock: Clock) {}

  async record(manager: EntityManager, entry: AuditEntry): Promise<void> {
    await manager.query(
      'INSERT INTO audit_entry (at, who, action, subject, subject_id, before, after) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [this.clock.now(), entry.who, entry.action, entry.subject, entry.subjectId, json(entry.before), json(entry.after)],
    );
  }

  /** Many changes of the portfolio, made in one revision, in the order in which they can be done again. */
  async recordAll(manager: EntityManager, entries: Iterable<AuditEntry>, { revision, at }: { revision: number; at: Date }): Promise<void> {
    for (const some of inParts(entries)) {
      await manager.query(
        `INSERT INTO audit_entry (at, who, action, subject, subject_id, before, after, revision)
         SELECT $2::timestamptz, who, action, subject, "subjectId", before, after, $3::bigint
         FROM json_to_recordset($1::json) AS given (who uuid, action text, subject text, "subjectId" text, before jsonb, after jsonb)`,
        [JSON.stringify(some), at, revision],
      );
    }
  }
}

/** A few hundred at a time, so that a large import never holds all its entries at once. */
function* inParts(entries: Iterable<AuditEntry>): Generator<AuditEntry[]> {
  let part: AuditEntry[] = [];
  for (const entry of entries) {
    part.push(entry);
    if (part.length < entriesAtOnce) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** The driver would write an array as PostgreSQL's own array, and a string as it is. */
function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
