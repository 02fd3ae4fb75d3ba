import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { ringId } from '../platform/jobs/ring.js';
import { sendMail } from './send-mail.js';

/** Alerts, by id, that a person is to be told of. */
export interface Told {
  readonly person: string;
  readonly alerts: readonly string[];
}

interface Put {
  readonly outbox_id: string;
  readonly was_put: boolean;
}

/** Mails as rows: what is in one may change until it is sent. The sweep calls this within its transaction. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Puts alerts into the reader's open mail of that kind, or a new one; an alert already in a mail of that person stays
   * where it is. Answers the ids of mails to be sent.
   */
  async tell(manager: EntityManager, kind: 'digest' | 'loss', told: readonly Told[], at: { readonly now: Date }): Promise<string[]> {
    const people = told.flatMap(({ person, alerts }) => alerts.map(() => person));
    const alerts = told.flatMap(({ alerts }) => alerts);
    const mails = new Set<string>();
    // A mail that fails at this very moment becomes the open one, which the second time finds.
    for (let attempt = 0; alerts.length > 0 && attempt < 3; attempt += 1) {
      await manager.query(lockOpen, [people, kind]);
      const rows: Put[] = await manager.query(put, [people, alerts, kind, at.now, this.host]);
      for (const { outbox_id } of rows) if (outbox_id) mails.add(outbox_id);
      if (rows.every(({ was_put }) => was_put)) break;
    }
    await manager.query(giveUnsubscribeSecrets, [[...new Set(people)]]);
    return [...mails];
  }

  /**
   * Takes unsent alerts out of mails that may still be changed: those of all people but `keep`. A mail with nothing left
   * is withdrawn.
   */
  async untell(manager: EntityManager, alerts: readonly string[], keep: readonly string[] = []): Promise<void> {
    if (alerts.length === 0) return;
    const open: { id: string }[] = await manager.query(lockOpenWith, [alerts, keep]);
    if (open.length > 0) await manager.query(takeOut, [alerts, keep, open.map(({ id }) => id)]);
  }

  /** Puts the alerts that newly fell due into the outbox for each active webhook; answers the ids of what is to be sent. */
  async post(manager: EntityManager, alerts: readonly string[], at: { readonly now: Date }): Promise<string[]> {
    if (alerts.length === 0) return [];
    const rows: { id: string }[] = await manager.query(postToWebhooks, [alerts, at.now, this.host]);
    return rows.map(({ id }) => id);
  }

  /** One mail of the report for each of these people who are active; whoever has one has it. Answers the ids of new ones. */
  async report(manager: EntityManager, report: number, addresses: readonly string[], at: { readonly now: Date }): Promise<string[]> {
    const rows: { id: string; person: string }[] = await manager.query(mailReport, [addresses, report, at.now, this.host]);
    await manager.query(giveUnsubscribeSecrets, [rows.map(({ person }) => person)]);
    return rows.map(({ id }) => id);
  }

  /** Begins a mail of its own: a test, or a delivery to a webhook. */
  async begin(kind: 'test' | 'webhook', to: { readonly person?: string; readonly webhook?: string }, now: Date): Promise<string> {
    const [row]: { id: string }[] = await this.database.manager.query(beginOne, [
      kind,
      to.person ?? null,
      to.webhook ?? null,
      now,
      this.host,
    ]);
    return (row as { id: string }).id;
  }

  /** Rings the queue for these mails, after the transaction; harmless when repeated, and made up for when it is forgotten. */
  async ring(mails: readonly string[]): Promise<void> {
    const now = this.clock.now();
    await this.jobs.addMany(
      sendMail,
      mails.map((mail) => ({ payload: { mail }, jobId: ringId(`mail-${mail}`, now) })),
    );
  }

  /** What stands after the @ of a Message-ID. */
  get host(): string {
    return this.config.mailFrom.address.split('@')[1] as string;
  }
}

/** May still be changed: no attempt to send it may have reached the server. */
export const isOpen = `state IN ('waiting', 'failed') AND NOT uncertain`;

// Whoever claims a mail waits here until what is put into it is committed.
const lockOpen = `SELECT id FROM outbox WHERE person_id = ANY($1::uuid[]) AND kind = $2 AND ${isOpen} ORDER BY id FOR UPDATE`;

// A delivery of a mail that went out without it (it was not wanted then) may have reached the server in an earlier attempt:
// that mail goes out once more, since a second Message-ID would be a fault.
const put = `
  WITH told AS (
    SELECT DISTINCT person, alert FROM unnest($1::uuid[], $2::bigint[]) AS told (person, alert)
    WHERE NOT EXISTS (SELECT 1 FROM alert_delivery WHERE alert_id = alert AND person_id = person)
  ), opened AS (
    INSERT INTO outbox (id, kind, person_id, message_id, state, next_attempt_at, created_at)
    SELECT id, $3::text, person, '<' || id || '@' || $5::text || '>', 'waiting', $4::timestamptz, $4
    FROM (SELECT person, gen_random_uuid() AS id FROM (SELECT DISTINCT person FROM told) AS one) AS fresh
    WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE person_id = person AND kind = $3 AND ${isOpen})
    ON CONFLICT (person_id, kind) WHERE kind IN ('digest', 'loss') AND ${isOpen} DO NOTHING
    RETURNING id, person_id
  ), open AS (
    SELECT id, person_id FROM opened
    UNION ALL SELECT id, person_id FROM outbox WHERE kind = $3 AND ${isOpen} AND person_id IN (SELECT person FROM told)
  ), put AS (
    INSERT INTO alert_delivery (alert_id, person_id, outbox_id)
    SELECT alert, person, open.id FROM told JOIN open ON open.person_id = person
    ON CONFLICT DO NOTHING RETURNING outbox_id
  ), sooner AS (
    UPDATE outbox SET next_attempt_at = $4 WHERE id IN (SELECT outbox_id FROM put) AND state = 'waiting' AND next_attempt_at > $4
  ), again AS (
    UPDATE outbox SET state = 'waiting', uncertain = true, next_attempt_at = $4
    FROM alert_delivery, unnest($1::uuid[], $2::bigint[]) AS wanted (person, alert)
    WHERE alert_id = alert AND alert_delivery.person_id = person AND alert_delivery.sent_at IS NULL
      AND outbox.id = outbox_id AND state IN ('sent', 'kept', 'withdrawn')
    RETURNING outbox.id
  )
  SELECT DISTINCT outbox_id, true AS was_put FROM put
  UNION SELECT id, true FROM again
  UNION SELECT NULL, false FROM told WHERE person NOT IN (SELECT person_id FROM open)`;

const giveUnsubscribeSecrets = `
  INSERT INTO notification_rule (person_id) SELECT id FROM unnest($1::uuid[]) AS id
  ON CONFLICT (person_id) DO NOTHING`;

const lockOpenWith = `
  SELECT id FROM outbox WHERE ${isOpen}
    AND id IN (SELECT outbox_id FROM alert_delivery WHERE alert_id = ANY($1::bigint[]) AND person_id <> ALL($2::uuid[]))
  ORDER BY id FOR UPDATE`;

const takeOut = `
  WITH taken AS (
    DELETE FROM alert_delivery WHERE alert_id = ANY($1::bigint[]) AND person_id <> ALL($2::uuid[]) AND outbox_id = ANY($3::uuid[])
    RETURNING alert_id, outbox_id
  )
  UPDATE outbox SET state = 'withdrawn', next_attempt_at = NULL
  WHERE id = ANY($3::uuid[]) AND NOT EXISTS (
    SELECT 1 FROM alert_delivery AS d WHERE d.outbox_id = outbox.id
      AND NOT EXISTS (SELECT 1 FROM taken WHERE taken.alert_id = d.alert_id AND taken.outbox_id = d.outbox_id))`;

const postToWebhooks = `
  INSERT INTO outbox (id, kind, webhook_id, alert_ids, message_id, state, next_attempt_at, created_at)
  SELECT fresh, 'webhook', id, $1::bigint[], '<' || fresh || '@' || $3::text || '>', 'waiting', $2::timestamptz, $2
  FROM (SELECT id, gen_random_uuid() AS fresh FROM webhook WHERE active) AS one
  RETURNING id`;

const mailReport = `
  INSERT INTO outbox (id, kind, person_id, report, message_id, state, next_attempt_at, created_at)
  SELECT id, 'report', person, $2::integer, '<' || id || '@' || $4::text || '>', 'waiting', $3::timestamptz, $3
  FROM (SELECT id AS person, gen_random_uuid() AS id FROM person WHERE active AND email = ANY($1)) AS reader
  ON CONFLICT ON CONSTRAINT one_mail_per_person_and_report DO NOTHING RETURNING id, person_id AS person`;

const beginOne = `
  INSERT INTO outbox (id, kind, person_id, webhook_id, message_id, state, next_attempt_at, created_at)
  SELECT id, $1::text, $2::uuid, $3::uuid, '<' || id || '@' || $5::text || '>', 'waiting', $4::timestamptz, $4
  FROM (SELECT gen_random_uuid() AS id) AS fresh RETURNING id`;
