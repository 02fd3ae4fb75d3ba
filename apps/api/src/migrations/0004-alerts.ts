import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../platform/database/append-only.js';

/** Alerts, who is told of them in which mail, and what people want to be told (rules 8, docs/decisions/0007). */
export class Alerts0000000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [alert, event, snooze, outbox, delivery, webhook, wishes, settings, sweep, cache, bounce])
      await runner.query(statement);
    await makeAppendOnly(runner, 'alert_event');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}

// A row is made when its step falls due. costs_readiness is what the last sweep that touched it found. told_at: since when all
// who are to know stand in mails, null while somebody waits for the next digests; without it a row never becomes `sent`.
const alert = `
  CREATE TABLE alert (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CONSTRAINT known_kind_of_alert
      CHECK (kind IN ('study-expiry', 'consent-end', 'applications-close', 'programme-end', 'renewal')),
    subject_id text NOT NULL,
    day date NOT NULL,
    step integer NOT NULL CONSTRAINT possible_step CHECK (step BETWEEN 0 AND 730),
    state text NOT NULL CONSTRAINT known_state_of_alert
      CHECK (state IN ('due', 'sent', 'passed-over', 'snoozed', 'acknowledged', 'withdrawn', 'failed')),
    costs_readiness boolean NOT NULL DEFAULT false,
    made_at timestamptz NOT NULL,
    told_at timestamptz,
    sent_at timestamptz,
    CONSTRAINT one_alert_per_step UNIQUE (kind, subject_id, day, step)
  );
  CREATE INDEX alert_unsettled ON alert (state) WHERE state IN ('due', 'snoozed', 'failed');
  CREATE INDEX alert_by_subject ON alert (subject_id)`;

const event = `
  CREATE TABLE alert_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id bigint NOT NULL REFERENCES alert,
    at timestamptz NOT NULL,
    who uuid REFERENCES person,
    event text NOT NULL,
    detail jsonb
  );
  CREATE INDEX alert_event_by_alert ON alert_event (alert_id, id)`;

const snooze = `
  CREATE TABLE snooze (
    kind text NOT NULL,
    subject_id text NOT NULL,
    day date NOT NULL,
    until date NOT NULL CONSTRAINT not_after_the_day CHECK (until <= day),
    reason text NOT NULL,
    who uuid NOT NULL REFERENCES person,
    at timestamptz NOT NULL,
    PRIMARY KEY (kind, subject_id, day)
  )`;

// uncertain: an attempt ended without an answer, so the server may have it; it takes nothing new in and keeps its place.
// alert_ids: what a webhook is told of; what people are told stands in alert_delivery.
// lease_until is how long an attempt may take before its process counts as dead. day is the local day of the last attempt.
const outbox = `
  CREATE TABLE outbox (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    kind text NOT NULL CONSTRAINT known_kind_of_mail CHECK (kind IN ('digest', 'loss', 'test', 'webhook')),
    person_id uuid REFERENCES person,
    webhook_id uuid,
    message_id text NOT NULL CONSTRAINT one_mail_per_message_id UNIQUE,
    state text NOT NULL CONSTRAINT known_state_of_mail
      CHECK (state IN ('waiting', 'sending', 'sent', 'kept', 'failed', 'given-up', 'withdrawn')),
    attempts integer NOT NULL DEFAULT 0,
    uncertain boolean NOT NULL DEFAULT false,
    next_attempt_at timestamptz,
    lease_until timestamptz,
    day date,
    last_error text,
    address text,
    subject text,
    html text,
    text text,
    body jsonb,
    alert_ids bigint[],
    created_at timestamptz NOT NULL,
    sent_at timestamptz
  );
  CREATE UNIQUE INDEX one_open_mail_per_person ON outbox (person_id, kind)
    WHERE kind IN ('digest', 'loss') AND state IN ('waiting', 'failed') AND NOT uncertain;
  CREATE UNIQUE INDEX one_digest_per_person_and_day ON outbox (person_id, day)
    WHERE kind = 'digest' AND (state IN ('sending', 'sent', 'kept') OR (uncertain AND state IN ('waiting', 'failed')));
  CREATE INDEX outbox_to_send ON outbox (next_attempt_at) WHERE state IN ('waiting', 'failed', 'sending');
  CREATE INDEX outbox_by_person ON outbox (person_id, created_at DESC)`;

// Two Message-IDs for one person and step cannot be written down.
const delivery = `
  CREATE TABLE alert_delivery (
    alert_id bigint NOT NULL REFERENCES alert,
    person_id uuid NOT NULL REFERENCES person,
    outbox_id uuid NOT NULL REFERENCES outbox,
    sent_at timestamptz,
    CONSTRAINT one_mail_per_person_and_step PRIMARY KEY (alert_id, person_id)
  );
  CREATE INDEX alert_delivery_by_mail ON alert_delivery (outbox_id)`;

// The secret signs what is sent, so it is kept as it is.
const webhook = `
  CREATE TABLE webhook (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    url text NOT NULL,
    secret text NOT NULL,
    active boolean NOT NULL DEFAULT true,
    private_allowed boolean NOT NULL DEFAULT false,
    language text NOT NULL DEFAULT 'en' CONSTRAINT known_language_of_webhook CHECK (language IN ('en', 'zh')),
    created_at timestamptz NOT NULL
  );
  ALTER TABLE outbox ADD CONSTRAINT outbox_of_a_webhook FOREIGN KEY (webhook_id) REFERENCES webhook ON DELETE CASCADE`;

// No row, or rules null: the team's default holds. The unsubscribe secret can do nothing but stop that person's mail.
const wishes = `
  CREATE TABLE notification_rule (
    person_id uuid PRIMARY KEY REFERENCES person ON DELETE CASCADE,
    rules jsonb,
    unsubscribe_secret text NOT NULL DEFAULT replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')
      CONSTRAINT one_person_per_unsubscribe_secret UNIQUE
  );
  CREATE TABLE study_follower (
    study_id text NOT NULL REFERENCES study ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    since timestamptz NOT NULL,
    PRIMARY KEY (study_id, person_id)
  );
  CREATE TABLE calendar_feed (
    person_id uuid PRIMARY KEY REFERENCES person ON DELETE CASCADE,
    secret_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    last_read_at timestamptz
  )`;

// ladder: [{ "days": 90, "since": null }, …]; renewals: [{ "specialization": code, "on": day }, …]
const settings = `
  CREATE TABLE alert_settings (
    only_one boolean PRIMARY KEY DEFAULT true CONSTRAINT one_alert_settings CHECK (only_one),
    version integer NOT NULL DEFAULT 1,
    ladder jsonb NOT NULL,
    morning_hour integer NOT NULL DEFAULT 8 CONSTRAINT possible_morning_hour CHECK (morning_hour BETWEEN 0 AND 12),
    days_per_point integer NOT NULL DEFAULT 2 CONSTRAINT possible_days_per_point CHECK (days_per_point BETWEEN 0 AND 20),
    default_rules jsonb NOT NULL,
    renewals jsonb NOT NULL DEFAULT '[]'
  );
  INSERT INTO alert_settings (ladder, default_rules) VALUES (
    '[{"days":90,"since":null},{"days":60,"since":null},{"days":30,"since":null},{"days":14,"since":null},{"days":7,"since":null},{"days":0,"since":null}]',
    '{"mail":true,"kinds":["study-expiry","consent-end","applications-close","programme-end","renewal"],"earliest":730,"losses":true}'
  )`;

// A sweep takes this row's lock. What another build of the rules cached (cached_by) is made anew. A round is the making of a day's digests.
const sweep = `
  CREATE TABLE sweep_state (
    only_one boolean PRIMARY KEY DEFAULT true CONSTRAINT one_sweep_state CHECK (only_one),
    cached_revision bigint NOT NULL DEFAULT -1,
    cached_by text,
    swept_revision bigint NOT NULL DEFAULT -1,
    swept_on date,
    ended_at timestamptz
  );
  INSERT INTO sweep_state DEFAULT VALUES;
  CREATE TABLE digest_round (day date PRIMARY KEY, made_at timestamptz NOT NULL)`;

// What a sweep needs of the active studies without reading their texts: the links that count, with days as numbers since
// 1970-01-01, half-open, and the days that people are warned of. Both can be made anew from the portfolio at any time.
const cache = `
  CREATE TABLE counting_cache (
    study_id text NOT NULL,
    specialization text NOT NULL,
    counts_from integer NOT NULL,
    counts_until integer NOT NULL,
    is_public boolean NOT NULL,
    category integer NOT NULL,
    PRIMARY KEY (study_id, specialization)
  );
  CREATE INDEX counting_cache_by_end ON counting_cache (specialization, counts_until);
  CREATE TABLE warned_day_cache (
    study_id text NOT NULL,
    kind text NOT NULL,
    day date NOT NULL,
    PRIMARY KEY (study_id, kind, day)
  );
  CREATE INDEX warned_day_cache_by_day ON warned_day_cache (day)`;

const bounce = `
  ALTER TABLE person ADD COLUMN mail_bounced_at timestamptz, ADD COLUMN mail_bounce text`;
