import type { EntityManager } from 'typeorm';
import { violated, type Database } from '../platform/database/database.js';
import type { Claim } from './claim.js';
import { isOpen } from './outbox.service.js';
import { pauseAfter } from './pauses.js';

/** What went out, as it is kept. */
export interface Sent {
  /** Of the mail. */
  readonly id: string;
  readonly state: 'sent' | 'kept';
  readonly alerts: readonly string[];
  readonly address: string | null;
  readonly subject: string | null;
  readonly html: string | null;
  readonly text: string | null;
  readonly body: unknown;
}

export interface Failed {
  readonly error: string;
  readonly uncertain: boolean;
  readonly refused: boolean;
  readonly address: string | null;
}

/** The mails went out: so did their alerts, where nobody else waits for them. A late success counts even after the lease. */
export async function recordSent(database: Database, sent: readonly Sent[], now: Date): Promise<void> {
  await database.prepared('record sent mails', sentAll, [JSON.stringify(sent), now, sent.map(({ id }) => id)]);
}

/** The attempt failed: the next one follows after a pause that grows. */
export async function recordFailed(database: Database, mail: Claim, failed: Failed, now: Date): Promise<void> {
  const next = new Date(now.getTime() + pauseAfter(mail.attempts));
  const values = [mail.id, now, mail.attempts, failed.uncertain, failed.error, next, failed.refused, failed.address];
  try {
    await database.manager.query(failedOne, values);
  } catch (error) {
    if (violated(error) !== 'one_open_mail_per_person') throw error;
    await database.transaction(async (manager) => {
      await manager.query(joinLater, [mail.id]);
      await manager.query(failedOne, values);
    });
  }
}

/** Nothing of it is wanted any more. One that went out before stays what it was. */
export async function recordWithdrawn(manager: EntityManager, { id }: Pick<Claim, 'id'>): Promise<void> {
  await manager.query(withdrawOne, [id]);
}

/** The mail was claimed too early: it waits as it was, and this was no attempt. */
export async function giveBack(database: Database, mail: Claim, until: Date): Promise<void> {
  const values = [mail.id, mail.attempts, until];
  try {
    await database.manager.query(giveBackOne, values);
  } catch (error) {
    if (violated(error) !== 'one_open_mail_per_person') throw error;
    await database.transaction(async (manager) => {
      await manager.query(joinLater, [mail.id]);
      await manager.query(giveBackOne, values);
    });
  }
}

/** Mails whose process died: the server may have them, so they are sent again only as they are. */
export async function recordRanOut(manager: EntityManager, now: Date): Promise<void> {
  await manager.query(ranOut, [now, [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => pauseAfter(attempts) / 1000)]);
}

/** Two mails that carry the last of one alert at the same moment do not see each other: this does. */
export async function settleTold(manager: EntityManager, now: Date): Promise<void> {
  await manager.query(settle, [now]);
}

/** Alerts that may not go out today move into the person's next mail; answers whether they did. No server has met them. */
export async function holdBack(
  manager: EntityManager,
  mail: Claim,
  alerts: readonly string[],
  host: string,
  at: { now: Date; until: Date },
) {
  // A mail that somebody begins at this very moment is found the second time.
  for (let attempt = 0, left = alerts.length; attempt < 3; attempt += 1) {
    const [, moved]: [unknown, number] = await manager.query(holdBackAll, [mail.id, alerts, host, at.now, at.until]);
    if ((left -= moved) === 0) return true;
  }
  return false;
}

// Whatever of a mail was left out is free to be told anew, unless an earlier attempt may have carried it.
const sentAll = `
  WITH given AS (
    SELECT * FROM json_to_recordset($1::json)
      AS given (id uuid, state text, alerts bigint[], address text, subject text, html text, text text, body jsonb)
  ), before AS (
    SELECT id, state, uncertain FROM outbox WHERE id = ANY($3::uuid[]) ORDER BY id FOR UPDATE
  ), mail AS (
    UPDATE outbox SET state = given.state, sent_at = $2, address = given.address, subject = given.subject, html = given.html,
      text = given.text, body = given.body, uncertain = false, last_error = NULL, next_attempt_at = NULL, lease_until = NULL
    FROM given JOIN before USING (id)
    WHERE outbox.id = ANY($3::uuid[]) AND outbox.id = given.id AND before.state IN ('sending', 'failed')
    RETURNING outbox.id, outbox.person_id, outbox.state, given.alerts
  ), told AS (
    SELECT id, person_id, state, unnest(alerts) AS alert_id FROM mail WHERE person_id IS NOT NULL
  ), gone AS (
    UPDATE alert_delivery AS d SET sent_at = coalesce(d.sent_at, $2) FROM told
    WHERE d.alert_id = told.alert_id AND d.person_id = told.person_id AND d.outbox_id = told.id
  ), left_out AS (
    DELETE FROM alert_delivery USING mail JOIN before ON before.id = mail.id AND NOT before.uncertain
    WHERE outbox_id = mail.id AND alert_id <> ALL(mail.alerts) AND sent_at IS NULL
  ), all_told AS (
    SELECT id FROM alert WHERE id IN (SELECT alert_id FROM told) AND state IN ('due', 'failed') AND told_at IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM alert_delivery AS d WHERE d.alert_id = alert.id AND d.sent_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM told WHERE told.id = d.outbox_id AND told.alert_id = d.alert_id)) ORDER BY id FOR UPDATE
  ), settled AS (
    UPDATE alert SET state = 'sent', sent_at = coalesce(sent_at, $2) WHERE id IN (SELECT id FROM all_told)
  ), well AS (
    UPDATE person SET mail_bounced_at = NULL, mail_bounce = NULL
    WHERE mail_bounced_at IS NOT NULL AND id IN (SELECT person_id FROM mail WHERE state = 'sent')
  )
  INSERT INTO alert_event (alert_id, at, who, event, detail)
  SELECT alert_id, $2, person_id, state, jsonb_build_object('mail', id) FROM told`;

const failedOne = `
  WITH mail AS (
    UPDATE outbox SET state = 'failed', uncertain = uncertain OR $4, last_error = $5, next_attempt_at = $6, lease_until = NULL, address = $8
    WHERE id = $1 AND state = 'sending' AND attempts = $3 RETURNING id, person_id
  ), bounced AS (
    UPDATE person SET mail_bounced_at = $2, mail_bounce = $5 WHERE $7 AND id IN (SELECT person_id FROM mail)
  ), touched AS (
    SELECT alert_id FROM alert_delivery WHERE outbox_id IN (SELECT id FROM mail) AND sent_at IS NULL
  ), troubled AS (
    UPDATE alert SET state = 'failed' WHERE id IN (SELECT alert_id FROM touched) AND state = 'due'
  )
  INSERT INTO alert_event (alert_id, at, who, event, detail)
  SELECT alert_id, $2, person_id, 'failed', jsonb_build_object('mail', id, 'error', $5::text) FROM mail, touched`;

// While this one was with the server a later one was begun. Neither has reached it, so all go by this one's Message-ID.
export const joinLater = `
  WITH later AS (
    UPDATE outbox AS other SET state = 'withdrawn', next_attempt_at = NULL FROM outbox AS mail
    WHERE mail.id = $1 AND mail.kind IN ('digest', 'loss') AND other.person_id = mail.person_id AND other.kind = mail.kind AND other.id <> mail.id
      AND other.state IN ('waiting', 'failed') AND NOT other.uncertain RETURNING other.id
  )
  UPDATE alert_delivery SET outbox_id = $1 WHERE outbox_id IN (SELECT id FROM later)`;

const withdrawOne = `
  WITH mail AS (
    UPDATE outbox SET state = CASE WHEN sent_at IS NULL THEN 'withdrawn' ELSE 'sent' END, next_attempt_at = NULL, lease_until = NULL
    WHERE id = $1 AND state = 'sending' RETURNING id, uncertain
  )
  DELETE FROM alert_delivery WHERE outbox_id IN (SELECT id FROM mail WHERE NOT uncertain) AND sent_at IS NULL`;

const giveBackOne = `
  UPDATE outbox SET state = 'waiting', attempts = attempts - 1, next_attempt_at = $3, lease_until = NULL
  WHERE id = $1 AND state = 'sending' AND attempts = $2`;

const holdBackAll = `
  WITH mail AS (
    SELECT person_id, kind FROM outbox WHERE id = $1
  ), fresh AS (
    INSERT INTO outbox (id, kind, person_id, message_id, state, next_attempt_at, created_at)
    SELECT id, kind, person_id, '<' || id || '@' || $3::text || '>', 'waiting', $5::timestamptz, $4::timestamptz
    FROM (SELECT gen_random_uuid() AS id, kind, person_id FROM mail) AS one
    ON CONFLICT (person_id, kind) WHERE kind IN ('digest', 'loss') AND ${isOpen} DO NOTHING RETURNING id
  ), open AS (
    SELECT id FROM fresh
    UNION ALL SELECT id FROM outbox WHERE (person_id, kind) = (SELECT person_id, kind FROM mail) AND ${isOpen}
  )
  UPDATE alert_delivery SET outbox_id = (SELECT id FROM open) WHERE outbox_id = $1 AND alert_id = ANY($2::bigint[]) AND EXISTS (SELECT 1 FROM open)`;

const ranOut = `
  WITH mail AS (
    UPDATE outbox SET state = 'failed', uncertain = true, lease_until = NULL, last_error = 'The attempt ended without a trace',
      next_attempt_at = $1::timestamptz + make_interval(secs => ($2::integer[])[least(greatest(attempts, 1), 8)])
    WHERE state = 'sending' AND lease_until < $1 RETURNING id, person_id, last_error
  ), touched AS (
    SELECT alert_id, mail.* FROM mail JOIN alert_delivery ON outbox_id = id AND sent_at IS NULL
  ), troubled AS (
    UPDATE alert SET state = 'failed' WHERE id IN (SELECT alert_id FROM touched) AND state = 'due'
  )
  INSERT INTO alert_event (alert_id, at, who, event, detail)
  SELECT alert_id, $1, person_id, 'failed', jsonb_build_object('mail', id, 'error', last_error) FROM touched`;

const settle = `
  UPDATE alert SET state = 'sent', sent_at = coalesce(sent_at, $1) WHERE state IN ('due', 'failed') AND told_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM alert_delivery WHERE alert_id = id)
    AND NOT EXISTS (SELECT 1 FROM alert_delivery AS d WHERE d.alert_id = id AND d.sent_at IS NULL)`;
