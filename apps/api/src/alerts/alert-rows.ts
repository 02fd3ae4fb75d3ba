import type { EntityManager } from 'typeorm';
import type { AlertKind, AlertState, Day } from '@caseboard/domain';
import type { Database } from '../platform/database/database.js';

/** An alert as it is stored, with the snooze of its day and whether a smaller step of the day has taken its place. */
export interface StoredAlert {
  readonly id: string;
  readonly kind: AlertKind;
  readonly subject: string;
  readonly day: Day;
  readonly step: number;
  readonly state: AlertState;
  readonly costsReadiness: boolean;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  readonly snoozedUntil: Day | null;
  readonly isOvertaken: boolean;
}

const columns = `
  alert.id::text, alert.kind, alert.subject_id AS subject, alert.day::text AS day, alert.step, alert.state,
  alert.costs_readiness AS "costsReadiness", alert.made_at AS "madeAt", alert.sent_at AS "sentAt", snooze.until::text AS "snoozedUntil",
  EXISTS (SELECT 1 FROM alert AS later WHERE later.kind = alert.kind AND later.subject_id = alert.subject_id AND later.day = alert.day
    AND later.step < alert.step AND later.state <> 'withdrawn') AS "isOvertaken"`;

const select = `SELECT ${columns} FROM alert
  LEFT JOIN snooze ON snooze.kind = alert.kind AND snooze.subject_id = alert.subject_id AND snooze.day = alert.day`;

/** The alerts for which the condition holds; `$1`… are its values. */
export function readAlerts(manager: EntityManager, condition: string, values: readonly unknown[]): Promise<StoredAlert[]> {
  return manager.query<StoredAlert[]>(`${select} WHERE ${condition}`, [...values]);
}

/** Of these, the alerts that are still to be told. */
export function readAlertsToTell(database: Database, ids: readonly string[]): Promise<StoredAlert[]> {
  return database.prepared('alerts to tell', `${select} WHERE alert.id = ANY ($1::bigint[]) AND alert.state IN ('due', 'sent', 'failed')`, [
    ids,
  ]);
}

/** Whether a snooze holds it; it does not hold what costs a readiness (rules 8.6). */
export function isHeld({ snoozedUntil, costsReadiness }: StoredAlert, today: Day): boolean {
  return snoozedUntil !== null && snoozedUntil > today && !costsReadiness;
}

/** The state as people see it: one that went out before it was snoozed stays sent, and shows as snoozed. */
export function shownState(alert: StoredAlert, today: Day): AlertState {
  return alert.state === 'sent' && !alert.isOvertaken && isHeld(alert, today) ? 'snoozed' : alert.state;
}

export interface Follower {
  readonly study: string;
  readonly person: string;
}

export function readFollowers(manager: EntityManager, studies: readonly string[]): Promise<Follower[]> {
  return manager.query<Follower[]>('SELECT study_id AS study, person_id AS person FROM study_follower WHERE study_id = ANY ($1)', [
    studies,
  ]);
}
