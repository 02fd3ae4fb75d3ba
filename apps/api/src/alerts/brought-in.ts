import type { EntityManager } from 'typeorm';
import { addDays, type AlertKind, type Day, type WarnedDay } from '@caseboard/domain';

/** Only a day that is longer past than this may have come in too late to warn of it (rules 8.2). */
const graceDays = 7;

/** What a day of that kind is made of; of other kinds nobody asks. */
const madeOf: { readonly [K in AlertKind]?: readonly string[] } = {
  'study-expiry': ['deployedOn', 'applications'],
  'consent-end': ['consent', 'visibility'],
};

/**
 * Since when the days that are long past have stood: the local day of the activation or import that brought each in, by
 * {@link keyOf}. A day that an edit brought in is not there.
 */
export async function broughtInDays(
  manager: EntityManager,
  days: readonly WarnedDay[],
  { today, timeZone }: { today: Day; timeZone: string },
): Promise<ReadonlyMap<string, Day>> {
  const brought = new Map<string, Day>();
  for (const [kind, keys] of Object.entries(madeOf) as [AlertKind, readonly string[]][]) {
    const past = days.filter((each) => each.kind === kind && each.day < addDays(today, -graceDays));
    if (past.length === 0) continue;
    const subjects = [...new Set(past.map(({ subject }) => subject))];
    const rows: { subject: string; on: Day | null }[] = await manager.query(latest, [subjects, timeZone, today, keys]);
    for (const { subject, on } of rows) if (on !== null) brought.set(keyOf({ kind, subject }), on);
  }
  return brought;
}

export const keyOf = ({ kind, subject }: Pick<WarnedDay, 'kind' | 'subject'>) => `${kind} ${subject}`;

// Where today is a fixed day, what was recorded later still counts as of today. The demo is told as if it had grown over a
// year; all of it came in when its last change did.
const latest = `
  SELECT DISTINCT ON (subject_id) subject_id AS subject,
    CASE WHEN after->>'status' = 'active' OR action IN ('import', 'undo-import', 'demo')
      THEN least(((CASE action WHEN 'demo' THEN (SELECT max(at) FROM audit_entry WHERE action = 'demo') ELSE at END) AT TIME ZONE $2)::date,
        $3::date)::text END AS "on"
  FROM audit_entry
  WHERE subject = 'study' AND subject_id = ANY ($1) AND (after->>'status' = 'active' OR after ?| $4::text[])
  ORDER BY subject_id, id DESC`;
