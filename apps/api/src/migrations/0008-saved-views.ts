import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each person's own ways to look at a list: an address under a name. */
export class SavedViews0000000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_view (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        list text NOT NULL,
        name text NOT NULL CONSTRAINT view_has_a_name CHECK (name <> ''),
        search jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT one_view_of_a_name UNIQUE (person_id, list, name)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}
