import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports as they were issued, who may read them without an account, and when they go out (docs/decisions/0008). */
export class Report0000000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [report, keepIssued, link, settings, mails]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}

// asked: the days and facts that the numbers rest on besides the record of changes, and up to which revision that was read.
// labels_all is what those read who meet every name, labels_open what leaders read.
const report = `
  CREATE TABLE report (
    number integer PRIMARY KEY CONSTRAINT numbered_from_one CHECK (number >= 1),
    from_day date NOT NULL,
    to_day date NOT NULL,
    state text NOT NULL CONSTRAINT known_state_of_report CHECK (state IN ('making', 'issued', 'failed')),
    progress real NOT NULL DEFAULT 0 CONSTRAINT possible_progress CHECK (progress BETWEEN 0 AND 1),
    requested_by uuid REFERENCES person,
    requested_at timestamptz NOT NULL,
    scheduled_on date CONSTRAINT one_report_per_scheduled_day UNIQUE,
    issued_at timestamptz,
    asked jsonb,
    content jsonb,
    labels_all jsonb,
    labels_open jsonb,
    hash text,
    error text,
    CONSTRAINT from_not_after_to CHECK (from_day <= to_day),
    CONSTRAINT whole_when_issued CHECK (state <> 'issued' OR (issued_at IS NOT NULL AND asked IS NOT NULL AND content IS NOT NULL
      AND labels_all IS NOT NULL AND labels_open IS NOT NULL AND hash IS NOT NULL))
  )`;

// A row is filled while its report is made; what it says once issued holds for everybody, the owner of the table included.
const keepIssued = `
  CREATE FUNCTION keep_issued() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'an issued report is never changed or removed' USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER keep_issued BEFORE UPDATE OR DELETE ON report
    FOR EACH ROW WHEN (OLD.state = 'issued') EXECUTE FUNCTION keep_issued();
  CREATE TRIGGER keep_all_issued BEFORE TRUNCATE ON report FOR EACH STATEMENT EXECUTE FUNCTION keep_issued()`;

const link = `
  CREATE TABLE report_link (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    report integer NOT NULL REFERENCES report,
    secret_hash bytea NOT NULL CONSTRAINT one_link_per_secret UNIQUE,
    expires_on date NOT NULL,
    includes_names boolean NOT NULL,
    language text NOT NULL CONSTRAINT known_language_of_link CHECK (language IN ('en', 'zh')),
    created_by uuid NOT NULL REFERENCES person,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz,
    opened integer NOT NULL DEFAULT 0,
    last_opened_at timestamptz
  );
  CREATE INDEX report_link_by_report ON report_link (report)`;

// since: the day on which the cadence was chosen; it counts for days after that one.
const settings = `
  CREATE TABLE report_settings (
    only_one boolean PRIMARY KEY DEFAULT true CONSTRAINT one_report_settings CHECK (only_one),
    version integer NOT NULL DEFAULT 1,
    cadence text NOT NULL DEFAULT 'never' CONSTRAINT known_cadence CHECK (cadence IN ('never', 'monthly', 'quarterly')),
    since date,
    board_days date[] NOT NULL DEFAULT '{}',
    readers text[] NOT NULL DEFAULT '{}',
    value jsonb,
    CONSTRAINT cadence_since_a_day CHECK (cadence = 'never' OR since IS NOT NULL)
  );
  INSERT INTO report_settings DEFAULT VALUES`;

const mails = `
  ALTER TABLE outbox
    DROP CONSTRAINT known_kind_of_mail,
    ADD CONSTRAINT known_kind_of_mail CHECK (kind IN ('digest', 'loss', 'report', 'test', 'webhook')),
    ADD COLUMN report integer REFERENCES report,
    ADD CONSTRAINT report_exactly_where_mailed CHECK ((kind = 'report') = (report IS NOT NULL)),
    ADD CONSTRAINT one_mail_per_person_and_report UNIQUE (person_id, report)`;
