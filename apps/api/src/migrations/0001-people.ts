import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '../platform/database/append-only.js';

/** People, how they get in, and the record of every change. */
export class People0000000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        email text NOT NULL CONSTRAINT one_person_per_email UNIQUE CONSTRAINT email_in_lower_case CHECK (email = lower(email)),
        name text NOT NULL,
        role text NOT NULL CONSTRAINT known_role CHECK (role IN ('administrator', 'manager', 'contributor', 'leader')),
        language text NOT NULL DEFAULT 'en' CONSTRAINT known_language CHECK (language IN ('en', 'zh')),
        theme text NOT NULL DEFAULT 'system' CONSTRAINT known_theme CHECK (theme IN ('system', 'light', 'dark')),
        sees_anonymous_names boolean NOT NULL DEFAULT false,
        active boolean NOT NULL DEFAULT true,
        password_hash text,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz
      )`);
    await runner.query(`
      CREATE TABLE session (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        secret_hash bytea NOT NULL UNIQUE,
        agent text NOT NULL,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX session_by_person ON session (person_id)');
    await runner.query(`
      CREATE TABLE token (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        name text NOT NULL,
        secret_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz
      )`);
    await runner.query('CREATE INDEX token_by_person ON token (person_id)');
    // A link without a person makes the first administrator.
    await runner.query(`
      CREATE TABLE one_time_link (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid REFERENCES person ON DELETE CASCADE,
        secret_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE sign_in_attempt (
        key text PRIMARY KEY,
        failures integer NOT NULL,
        last_at timestamptz NOT NULL,
        blocked_until timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE audit_entry (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL,
        who uuid REFERENCES person,
        action text NOT NULL,
        subject text NOT NULL CONSTRAINT known_subject
          CHECK (subject IN ('study', 'customer', 'specialization', 'settings', 'person', 'import')),
        subject_id text NOT NULL,
        before jsonb,
        after jsonb
      )`);
    await runner.query('CREATE INDEX audit_entry_by_subject ON audit_entry (subject, subject_id, id)');
    await makeAppendOnly(runner, 'audit_entry');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}
