import type { EntityManager } from 'typeorm';
import { addDays, nextStepDay, nextWorkingDay, type Day } from '@caseboard/domain';
import type { Clock } from '../platform/clock.js';
import type { StoredAlertSettings } from './alert-settings.js';
import type { Ground } from './counting-cache.js';
import { daysOfSpecializations } from './warned-days.js';

interface Standing extends Ground {
  readonly today: Day;
  readonly timeZone: string;
  readonly settings: StoredAlertSettings;
}

/**
 * The next morning on which a sweep has something to do, with nothing changed: a step falls due, a snooze ends, or alerts
 * wait for their digests. Null where there is none, or where today never moves.
 */
export async function nextMorning(manager: EntityManager, standing: Standing, clock: Clock): Promise<Date | null> {
  if (clock.todayIsFixed) return null;
  const { today, timeZone, settings } = standing;
  const steps = daysOfSpecializations(standing, settings).map(({ day }) => nextStepDay(day, settings.ladder, today));
  const days = [...steps, ...(await waitingDays(manager, today, settings))].filter((day) => day !== null);
  const [next] = days.sort();
  return next === undefined ? null : clock.instantOf(next, settings.morningHour, timeZone);
}

async function waitingDays(manager: EntityManager, today: Day, { ladder }: StoredAlertSettings): Promise<(Day | null)[]> {
  const [row] = await manager.query<{ step: Day | null; snooze: Day | null; waits: boolean }[]>(
    `SELECT (SELECT min(day - step)::text FROM unnest($2::integer[]) AS step
         JOIN LATERAL (SELECT day FROM warned_day_cache WHERE day > $1::date + step ORDER BY day LIMIT 1) AS next ON true) AS step,
       (SELECT min(until)::text FROM snooze WHERE until > $1::date) AS snooze,
       EXISTS (SELECT 1 FROM alert WHERE state IN ('due', 'failed') AND told_at IS NULL) AS waits`,
    [today, ladder.map(({ days }) => days)],
  );
  return [row?.step ?? null, row?.snooze ?? null, row?.waits ? nextWorkingDay(addDays(today, 1)) : null];
}
