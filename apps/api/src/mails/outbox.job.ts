import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { defineJob, Handles, type JobHandler } from '../platform/jobs/job.js';
import { Organisation } from '../platform/organisation.js';
import { hasRound } from './claim.js';
import { OutboxService } from './outbox.service.js';
import { recordRanOut, settleTold } from './record.js';

export const outbox = defineJob({ name: 'outbox', payload: z.strictObject({}), schedule: { every: 60_000 } });

/** Rings for every mail that is due, whatever became of earlier rings, and frees those whose process died. */
@Injectable()
@Handles(outbox)
export class OutboxJob implements JobHandler<z.infer<typeof outbox.payload>> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisation: Organisation,
    private readonly outbox: OutboxService,
  ) {}

  async run(): Promise<void> {
    const { manager } = this.database;
    const now = this.clock.now();
    await recordRanOut(manager, now);
    await settleTold(manager, now);
    const due: { id: string }[] = await manager.query(
      `SELECT id FROM outbox WHERE state IN ('waiting', 'failed') AND next_attempt_at <= $1 AND (kind <> 'digest' OR ${hasRound('$2')})
       ORDER BY next_attempt_at LIMIT 10000`,
      [now, this.clock.today((await this.organisation.facts()).timeZone)],
    );
    await this.outbox.ring(due.map(({ id }) => id));
  }
}
