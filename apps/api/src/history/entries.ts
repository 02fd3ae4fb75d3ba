import type { EntityManager } from 'typeorm';
import type { RecordChange } from '@caseboard/domain';

export type Json = Readonly<Record<string, unknown>>;

/** One line of the record of changes of the portfolio. */
export interface Entry {
  readonly id: string;
  readonly at: Date;
  readonly revision: number;
  readonly action: string;
  readonly kind: RecordChange['kind'];
  readonly subject: string;
  /** The keys that were taken away. */
  readonly gone: readonly string[];
  /** The keys that stand there now; the whole record where it was not there before, null where it is gone. */
  readonly after: Json | null;
  readonly isNew: boolean;
}

/** Entries that travel at a time: what they travel in is soon free again, and others are answered in between. */
const entriesAtOnce = 250;

/** All entries of the portfolio up to a revision, oldest first, in parts. */
export async function* entriesUpTo(manager: EntityManager, revision: number): AsyncGenerator<readonly Entry[]> {
  for (let last = '0'; ;) {
    const part: Entry[] = await manager.query(nextEntries, [last, revision]);
    if (part.length > 0) yield part;
    if (part.length < entriesAtOnce) return;
    last = (part[part.length - 1] as Entry).id;
  }
}

/** When the record begins to tell of the organisation's own; a demo that was taken out is none. Null where nothing was ever written. */
export async function firstEntry(manager: EntityManager): Promise<Pick<Entry, 'revision' | 'at'> | null> {
  const [row]: Pick<Entry, 'revision' | 'at'>[] = await manager.query(
    `SELECT revision::integer, at FROM audit_entry
     WHERE revision >= coalesce((SELECT max(revision) FROM audit_entry WHERE action = 'clear-demo'), 0) ORDER BY id LIMIT 1`,
  );
  return row ?? null;
}

// Writers of the portfolio go one after the other, so entries have the order of revisions, and none appears between others.
const nextEntries = `
  SELECT id::text, at, revision::integer, action, subject AS kind, subject_id AS subject, after, before IS NULL AS "isNew",
    CASE WHEN after IS NULL OR before IS NULL THEN '{}' ELSE ARRAY(SELECT key FROM jsonb_object_keys(before) AS key WHERE NOT after ? key) END AS gone
  FROM audit_entry WHERE id > $1 AND revision <= $2 ORDER BY audit_entry.id LIMIT ${entriesAtOnce}`;
