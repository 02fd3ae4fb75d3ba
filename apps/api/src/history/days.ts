import type { EntityManager } from 'typeorm';
import type { Day } from '@caseboard/domain';
import type { Clock } from '../platform/clock.js';

/** A write after which the organisation had that time zone. */
interface Move {
  readonly revision: number;
  readonly at: Date;
  readonly timeZone: string;
}

/** Tells on which day of the organisation something was written. */
export type DayOf = (entry: { readonly revision: number; readonly at: Date }) => Day;

/**
 * The calendar day in the time zone that the organisation had then; a move counts from the write that made it. Days never
 * go back: where a move to the west begins a day anew, all that was written of the day after it counts as of that day too.
 * Nothing is of a day after today, which may stand still.
 */
export async function readDays(manager: EntityManager, clock: Clock, { today, upTo }: { today: Day; upTo: number }): Promise<DayOf> {
  const moves: Move[] = await manager.query(everyMove, [upTo]);
  const beganAnew = moves.map(({ revision, at, timeZone }) => ({ revision, day: clock.dayOf(at, timeZone) }));
  return ({ revision, at }) => {
    const timeZone = moves.findLast((move) => move.revision <= revision)?.timeZone ?? 'UTC';
    const later = beganAnew.filter((move) => move.revision > revision).map(({ day }) => day);
    return [clock.dayOf(at, timeZone), today, ...later].reduce((first, day) => (day < first ? day : first));
  };
}

const everyMove = `
  SELECT revision::integer, at, coalesce(after->>'timeZone', 'UTC') AS "timeZone"
  FROM audit_entry WHERE subject = 'settings' AND subject_id = 'settings' AND revision <= $1 AND after ? 'timeZone' ORDER BY id`;
