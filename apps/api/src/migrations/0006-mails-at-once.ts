import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What thousands of mails ask while they go out: the few that are uncertain, and who still waits for an alert. */
export class MailsAtOnce0000000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX outbox_uncertain ON outbox (person_id) WHERE uncertain;
      CREATE INDEX alert_delivery_unsent ON alert_delivery (alert_id) WHERE sent_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}
