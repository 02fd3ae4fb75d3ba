import type { EntityManager } from 'typeorm';
import type { AlertState, Day } from '@caseboard/domain';
import type { AlertEventCode } from '@caseboard/wording';
import type { LookedAt } from './warned-days.js';

/** A row that is to be made, or that changes its state. */
export interface Decided extends Pick<LookedAt, 'kind' | 'subject'> {
  readonly day: Day;
  readonly step: number;
  readonly state: AlertState;
  /** The state that the row had; null for a new one. */
  readonly was: AlertState | null;
  readonly costsReadiness: boolean;
  /** What the history of the alert calls it. */
  readonly event: AlertEventCode;
}

/** What was written: whoever acknowledged or sent in the meantime had precedence. */
export interface Written {
  readonly id: string;
  readonly kind: Decided['kind'];
  readonly subject: string;
  readonly day: Day;
  readonly step: number;
  readonly state: AlertState;
}

/** Rows that travel in one statement. */
const rowsAtOnce = 2_000;

/** Writes what was decided, with an event for each row that it really changed. `who` is null for the product itself. */
export async function writeDecided(
  manager: EntityManager,
  decided: readonly Decided[],
  at: { now: Date; who: string | null },
): Promise<Written[]> {
  const written: Written[] = [];
  for (let from = 0; from < decided.length; from += rowsAtOnce)
    written.push(...(await manager.query<Written[]>(write, [JSON.stringify(decided.slice(from, from + rowsAtOnce)), at.now, at.who])));
  return written;
}

// A revived or newly held row is nobody's knowledge yet, so told_at begins anew.
const write = `
  WITH given AS (
    SELECT * FROM json_to_recordset($1::json)
      AS given (kind text, subject text, day date, step integer, state text, was text, "costsReadiness" boolean, event text)
  ), made AS (
    INSERT INTO alert (kind, subject_id, day, step, state, costs_readiness, made_at)
    SELECT kind, subject, day, step, state, "costsReadiness", $2 FROM given WHERE was IS NULL
    ON CONFLICT (kind, subject_id, day, step) DO NOTHING
    RETURNING id, kind, subject_id, day, step, state
  ), changed AS (
    UPDATE alert SET state = given.state, costs_readiness = given."costsReadiness", told_at = NULL
    FROM given WHERE alert.kind = given.kind AND subject_id = given.subject AND alert.day = given.day AND alert.step = given.step
      AND alert.state = given.was
    RETURNING alert.id, alert.kind, subject_id, alert.day, alert.step, alert.state
  ), written AS (SELECT * FROM made UNION ALL SELECT * FROM changed), told AS (
    INSERT INTO alert_event (alert_id, at, who, event)
    SELECT id, $2, $3::uuid, event
    FROM written JOIN given ON written.kind = given.kind AND subject_id = given.subject AND written.day = given.day AND written.step = given.step
  )
  SELECT id::text, kind, subject_id AS subject, day::text AS day, step, state FROM written`;
