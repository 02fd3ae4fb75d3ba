import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who still waits for an alert, in an index of all: one of the few that wait was read whole for each mail that went out,
 * while they were still thousands and the planner had not counted them yet.
 */
export class UnsentByAlert0000000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX alert_delivery_unsent;
      CREATE INDEX alert_delivery_by_alert ON alert_delivery (alert_id, sent_at)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}
