import type { EntityManager } from 'typeorm';
import { addDays, warnedDaysOfSpecialization, type AlertState, type Day, type WarnedDay } from '@caseboard/domain';
import type { StoredAlertSettings } from './alert-settings.js';
import type { Ground } from './counting-cache.js';

export interface KnownRow {
  readonly id: string;
  readonly step: number;
  readonly state: AlertState;
  readonly costsReadiness: boolean;
}

/** A day that a sweep looks at, with what there is of it. */
export interface LookedAt extends WarnedDay {
  /** Whether the subject is still warned of it. */
  readonly wanted: boolean;
  readonly rows: readonly KnownRow[];
  readonly snoozedUntil: Day | null;
}

/** What targets, held specializations and their lifecycles warn of. */
export function daysOfSpecializations({ partner, catalog }: Ground, { renewals }: Pick<StoredAlertSettings, 'renewals'>): WarnedDay[] {
  const renewal = new Map(renewals.map(({ specialization, on }) => [specialization, on]));
  return [...catalog.values()].flatMap((entry) => warnedDaysOfSpecialization(entry, partner, renewal.get(entry.code) ?? null));
}

/**
 * Every day of which something may become: near ones, past ones that nobody was told of, and those with a row that waits.
 * What is past and settled stays out, or the list would grow for ever.
 */
export function daysToLookAt(manager: EntityManager, others: readonly WarnedDay[], today: Day, farthest: number): Promise<LookedAt[]> {
  return manager.query<LookedAt[]>(toLookAt, [JSON.stringify(others), addDays(today, farthest), today]);
}

const waiting = `state IN ('due', 'snoozed', 'failed')`;

const toLookAt = `
  WITH warned AS (
    SELECT kind, study_id AS subject, day FROM warned_day_cache WHERE day <= $2::date
    UNION SELECT kind, subject, day FROM json_to_recordset($1::json) AS given (kind text, subject text, day date) WHERE day <= $2::date
  ), near AS (
    SELECT kind, subject, day, bool_or(wanted) AS wanted FROM (
      SELECT kind, subject, day, true AS wanted FROM warned
      UNION ALL SELECT kind, subject_id, day, false FROM alert WHERE ${waiting}
    ) AS any_of GROUP BY kind, subject, day
  )
  SELECT near.kind, near.subject, near.day::text AS day, wanted, snooze.until::text AS "snoozedUntil", coalesce(rows, '[]') AS rows
  FROM near
  LEFT JOIN snooze ON snooze.kind = near.kind AND snooze.subject_id = near.subject AND snooze.day = near.day
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', id::text, 'step', step, 'state', state, 'costsReadiness', costs_readiness)) AS rows,
      bool_or(${waiting}) AS waits, bool_or(step = 0 AND state IN ('sent', 'acknowledged', 'passed-over')) AS ended
    FROM alert WHERE alert.kind = near.kind AND subject_id = near.subject AND alert.day = near.day
  ) AS known ON true
  WHERE near.day > $3::date OR waits OR ended IS NOT TRUE`;
