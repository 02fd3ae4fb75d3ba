import { Injectable } from '@nestjs/common';
import type { HomeAnswer } from '@caseboard/contracts';
import { Database } from '../platform/database/database.js';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';

const mostShown = 6;

interface RecentChange {
  readonly id: string;
  readonly at: Date;
  readonly who: string | null;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  /** As it was called then; null where nothing of it was recorded. */
  readonly title: string | null;
}

/** The latest changes, as each reader may read them. */
@Injectable()
export class RecentChangesService {
  constructor(private readonly database: Database) {}

  /** More than are shown, since some readers are not shown all. What one write did to many records is one change here. */
  changes(): Promise<readonly RecentChange[]> {
    return this.database.manager.query<RecentChange[]>(`
      SELECT entry.id::text, entry.at, coalesce(person.name, person.email) AS who, entry.action, entry.subject, entry.subject_id AS "subjectId",
        coalesce(entry.after->>'title', entry.after->>'legalName', entry.after->>'name', entry.before->>'title', entry.before->>'legalName', entry.before->>'name') AS title
      FROM (
        SELECT max(id) AS id FROM (SELECT id, at, action FROM audit_entry WHERE subject <> 'person' ORDER BY id DESC LIMIT 500) AS latest
        GROUP BY at, action ORDER BY 1 DESC LIMIT 20
      ) AS writes JOIN audit_entry AS entry USING (id) LEFT JOIN person ON person.id = entry.who
      ORDER BY entry.id DESC`);
  }

  /** Newest first; titles as they are now, without what the reader does not meet. */
  asRead(changes: readonly RecentChange[], snapshot: Snapshot, names: Names): HomeAnswer['changes'] {
    return changes
      .flatMap((change) => {
        const title = titleFor(change, snapshot, names);
        const { id, at, who, action, subject, subjectId } = change;
        return title === null ? [] : [{ id, at: at.toISOString(), who: who ?? '', action, subject, subjectId, title }];
      })
      .slice(0, mostShown);
  }
}

/** Null where the reader is not told of it: a hidden customer, and what is gone, whose names nobody can judge any more. */
function titleFor({ subject, subjectId, title }: RecentChange, snapshot: Snapshot, names: Names): string | null {
  const then = title ?? subjectId;
  if (subject === 'study') {
    const study = snapshot.study(subjectId);
    return study ? names.title(study) : names.all ? then : null;
  }
  if (subject === 'customer') {
    const customer = snapshot.customer(subjectId);
    return customer && names.meets(subjectId) ? names.customer(customer).legalName : names.all ? then : null;
  }
  if (subject === 'specialization') return snapshot.specialization(subjectId)?.name ?? then;
  // The name of an imported file is somebody's own words.
  return subject === 'import' && !names.all ? null : then;
}
