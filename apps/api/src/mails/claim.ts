import type { EntityManager } from 'typeorm';
import type { Language, MailKind, Role } from '@caseboard/contracts';
import type { Day } from '@caseboard/domain';
import { violated, type Database } from '../platform/database/database.js';

/** One attempt to send a mail: nobody else sends it until its lease runs out. */
export interface Claim {
  readonly id: string;
  readonly kind: MailKind;
  readonly message_id: string;
  /** Which attempt this is; only it may record what becomes of it. */
  readonly attempts: number;
  readonly uncertain: boolean;
  readonly person: ClaimedPerson | null;
  readonly webhook_id: string | null;
  /** The report that the mail is about. */
  readonly report: number | null;
  readonly alert_ids: readonly string[] | null;
  /** Those that still wait to be told; others of the mail are left out. */
  readonly alerts: readonly { readonly id: string; readonly step: number; readonly costs: boolean }[];
  readonly today: Day;
  readonly organisation: string;
}

export interface ClaimedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: Language;
  readonly seesAnonymousNames: boolean;
  readonly unsubscribeSecret: string | null;
  readonly takesMail: boolean;
}

export interface Moment {
  readonly now: Date;
  /** The day that stands in for today, if one does. */
  readonly fixed: Day | null;
}

/**
 * Takes mails for one attempt each; null for one that is not due, that somebody else has, or whose day already has a digest.
 * Of two asks for the same mail one gets it.
 */
export async function claimAll(database: Database, ids: readonly string[], { now, fixed }: Moment): Promise<(Claim | null)[]> {
  try {
    const claimed = await database.prepared<Claim>('claim mails', claims, [ids, now, fixed]);
    return ids.map((id, n) => (ids.indexOf(id) === n ? claimed.find((claim) => claim.id === id) : undefined) ?? null);
  } catch (error) {
    // Of several mails it may be any: each is then asked for alone.
    if (ids.length === 1 && violated(error) === 'one_digest_per_person_and_day') return [null];
    throw error;
  }
}

/** Has a digest that is due wait, where its person had one today or may have had one that never was answered. */
export async function waitForTurn(
  manager: EntityManager,
  id: string,
  { now, today }: { now: Date; today: Day },
  until: Date,
): Promise<void> {
  await manager.query(
    `UPDATE outbox SET next_attempt_at = $4 WHERE id = $1 AND state IN ('waiting', 'failed') AND next_attempt_at <= $2 AND kind = 'digest'
       AND ${hasNoTurn('outbox', '$3::date')}`,
    [id, now, today, until],
  );
}

/** A digest that may have reached the person goes before later ones, which would else be a second one of a day. */
const hasNoTurn = (mail: string, today: string) => `(EXISTS (
    SELECT 1 FROM outbox AS other WHERE other.person_id = ${mail}.person_id AND other.day = ${today} AND other.kind = 'digest'
      AND other.id <> ${mail}.id AND other.state IN ('sending', 'sent', 'kept'))
  OR EXISTS (
    SELECT 1 FROM outbox AS other WHERE other.uncertain AND other.person_id = ${mail}.person_id AND other.kind = 'digest'
      AND other.id <> ${mail}.id AND other.state IN ('waiting', 'failed', 'sending') AND (other.created_at, other.id) < (${mail}.created_at, ${mail}.id)))`;

/** Digests go out from the morning's round on, which first puts into them what fell due: none of yesterday's goes by night. */
export const hasRound = (today: string) => `EXISTS (SELECT 1 FROM digest_round WHERE digest_round.day = ${today})`;

const leaseMinutes = 2;

// Locked by id alone, in the order of the ids: two workers that claim some of the same mails would else wait for each other, and
// where thousands wait, the index of those that wait is the longer way.
const claims = `
  WITH present AS (
    SELECT coalesce($3::date, ($2::timestamptz AT TIME ZONE coalesce(time_zone, 'UTC'))::date) AS today, legal_name FROM portfolio
  ), asked AS (
    SELECT id, kind, person_id, state, next_attempt_at, created_at FROM outbox WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE
  ), due AS (
    SELECT id FROM asked, present WHERE state IN ('waiting', 'failed') AND next_attempt_at <= $2
      AND (kind <> 'digest' OR ${hasRound('today')} AND NOT ${hasNoTurn('asked', 'today')})
  ), told AS (
    SELECT outbox_id, json_agg(json_build_object('id', alert.id::text, 'step', step, 'costs', costs_readiness) ORDER BY alert.id) AS alerts
    FROM alert_delivery JOIN alert ON alert.id = alert_id
    WHERE outbox_id = ANY($1::uuid[]) AND state IN ('due', 'failed', 'sent') GROUP BY outbox_id
  ), claimed AS (
    UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = $2::timestamptz + interval '${leaseMinutes} minutes', day = today
    FROM present WHERE id IN (SELECT id FROM due)
    RETURNING id, kind, message_id, attempts, uncertain, person_id, webhook_id, report, alert_ids::text[] AS alert_ids
  )
  SELECT claimed.*, today::text AS today, legal_name AS organisation, CASE WHEN person.id IS NOT NULL THEN json_build_object(
      'id', person.id, 'name', person.name, 'email', person.email, 'role', role, 'language', language,
      'seesAnonymousNames', sees_anonymous_names, 'unsubscribeSecret', unsubscribe_secret,
      'takesMail', active AND (kind = 'test' OR (coalesce(rules, default_rules) ->> 'mail')::boolean)) END AS person,
    coalesce(told.alerts, '[]') AS alerts
  FROM claimed CROSS JOIN present CROSS JOIN alert_settings LEFT JOIN told ON outbox_id = claimed.id
    LEFT JOIN person ON person.id = claimed.person_id LEFT JOIN notification_rule ON notification_rule.person_id = person.id`;
