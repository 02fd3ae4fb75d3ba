import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports: the files of dry runs, what they would do, what they did, and what people said about names and headings. */
export class Imports0000000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [imports, parts, images, answers, headings]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_heading, import_answer, import_image, import_part, import');
  }
}

// busy_until is a lease: a commit whose process died is a dry run again when it has run out.
const imports = `
  CREATE TABLE import (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    person_id uuid NOT NULL REFERENCES person,
    name text NOT NULL,
    kind text NOT NULL CONSTRAINT known_kind_of_file CHECK (kind IN ('json', 'csv', 'xlsx')),
    mode text NOT NULL CONSTRAINT known_mode_of_import CHECK (mode IN ('dry-run', 'commit')),
    state text NOT NULL DEFAULT 'dry-run'
      CONSTRAINT known_state_of_import CHECK (state IN ('dry-run', 'committing', 'committed', 'undone', 'failed')),
    options jsonb NOT NULL,
    result jsonb,
    fingerprint text,
    done integer,
    total integer,
    busy_until timestamptz,
    created_at timestamptz NOT NULL,
    committed_at timestamptz,
    committed_revision bigint
  );
  CREATE INDEX import_by_time ON import (created_at DESC, id)`;

const parts = `
  CREATE TABLE import_part (
    import_id uuid NOT NULL REFERENCES import ON DELETE CASCADE,
    part integer NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (import_id, part)
  );
  ALTER TABLE import_part ALTER COLUMN bytes SET STORAGE EXTERNAL`;

// What each record was before the import; null where it was not there. Undoing gives it back.
const images = `
  CREATE TABLE import_image (
    import_id uuid NOT NULL REFERENCES import ON DELETE CASCADE,
    kind text NOT NULL CONSTRAINT known_kind_of_image CHECK (kind IN ('study', 'customer', 'specialization', 'settings')),
    record_id text NOT NULL,
    before jsonb,
    PRIMARY KEY (import_id, kind, record_id)
  )`;

const answers = `
  CREATE TABLE import_answer (
    question text PRIMARY KEY,
    answer text NOT NULL
  )`;

const headings = `
  CREATE TABLE import_heading (
    kind text NOT NULL CONSTRAINT known_kind_of_table CHECK (kind IN ('customers', 'studies', 'applications')),
    heading text NOT NULL,
    meaning text NOT NULL,
    PRIMARY KEY (kind, heading)
  )`;
