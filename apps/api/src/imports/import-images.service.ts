import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Customer, Partner, Specialization, Study } from '@caseboard/domain';
import { Database } from '../platform/database/database.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import type { Changes, Ref } from '../writing/changes.js';
import type { Saved } from '../writing/portfolio-writer.service.js';
import type { StoredImport } from './import-rows.service.js';

interface Image extends Ref {
  readonly before: unknown;
}

const imagesAtOnce = 1_000;

/** What each record that an import touched was before it: undoing gives that back. */
@Injectable()
export class ImportImages {
  constructor(private readonly database: Database) {}

  async keep(manager: EntityManager, importId: string, before: Snapshot, { created, changed }: Saved): Promise<void> {
    const images: Image[] = [
      ...created.map((ref) => ({ ...ref, before: null })),
      ...changed.map((ref) => ({ ...ref, before: recordOf(before, ref) })),
    ];
    for (let from = 0; from < images.length; from += imagesAtOnce) {
      await manager.query(
        `INSERT INTO import_image (import_id, kind, record_id, before)
         SELECT $1, kind, id, nullif(before, 'null') FROM json_to_recordset($2::json) AS given (kind text, id text, before jsonb)`,
        [importId, JSON.stringify(images.slice(from, from + imagesAtOnce))],
      );
    }
  }

  async of(importId: string): Promise<Image[]> {
    return this.database.manager.query('SELECT kind, record_id AS id, before FROM import_image WHERE import_id = $1', [importId]);
  }

  /** Whether the import touched anything, and nobody has touched it since. */
  async isUndoable(stored: Pick<StoredImport, 'id' | 'committedRevision'>): Promise<boolean> {
    const [{ touched }] = await this.database.manager.query('SELECT EXISTS (SELECT FROM import_image WHERE import_id = $1) AS touched', [
      stored.id,
    ]);
    return touched && (await this.changedSince(stored)).length === 0;
  }

  /** The records of a committed import that somebody has changed or removed since; rows tell the revision that last wrote them. */
  async changedSince(
    { id, committedRevision }: Pick<StoredImport, 'id' | 'committedRevision'>,
    manager = this.database.manager,
  ): Promise<Ref[]> {
    return manager.query(
      `SELECT image.kind, record_id AS id FROM import_image AS image
       LEFT JOIN study ON image.kind = 'study' AND study.id = record_id
       LEFT JOIN customer ON image.kind = 'customer' AND customer.id = record_id
       LEFT JOIN specialization ON image.kind = 'specialization' AND specialization.code = record_id
       LEFT JOIN portfolio ON image.kind = 'settings'
       WHERE import_id = $1
         AND coalesce(study.revision, customer.revision, specialization.revision, settings_revision, $2::bigint + 1) > $2::bigint
       ORDER BY image.kind, record_id LIMIT 1000`,
      [id, committedRevision],
    );
  }
}

/** The write that gives back what was there. */
export function restoring(images: readonly Image[]): Changes {
  const before = <R>(kind: Ref['kind']) =>
    images.filter((image) => image.kind === kind && image.before !== null).map((image) => image.before as R);
  const made = (kind: Ref['kind']) => images.filter((image) => image.kind === kind && image.before === null).map(({ id }) => id);
  const [partner] = before<Partner>('settings');
  return {
    ...(partner && { partner }),
    specializations: before<Specialization>('specialization'),
    customers: before<Customer>('customer'),
    studies: before<Study>('study'),
    removed: { specializations: made('specialization'), customers: made('customer'), studies: made('study') },
  };
}

function recordOf(snapshot: Snapshot, { kind, id }: Ref): unknown {
  if (kind === 'settings') return snapshot.portfolio.partner;
  return { study: snapshot.study(id), customer: snapshot.customer(id), specialization: snapshot.specialization(id) }[kind] ?? null;
}
