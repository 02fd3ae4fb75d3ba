import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { defineJob, Handles, type JobHandler, type Schedule } from '../platform/jobs/job.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { readPartner } from '../portfolio/rows.js';
import { readAlertSettings } from './alert-settings.js';
import { SweepService } from './sweep.service.js';

/** The schedule gives no payload: it is the morning's. */
export const sweep = defineJob({
  name: 'sweep',
  payload: z.strictObject({
    reason: z.enum(['start', 'morning', 'change', 'step', 'hand']).default('morning'),
    revision: z.number().int().optional(),
  }),
});

/** Every local morning, at each start of a worker, after changes, and on the morning of the next step. */
@Injectable()
@Handles(sweep)
export class SweepJob implements JobHandler<z.infer<typeof sweep.payload>>, OnApplicationBootstrap {
  private readonly logger = new Logger('sweep');

  constructor(
    private readonly sweeps: SweepService,
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run(request: z.infer<typeof sweep.payload>): Promise<void> {
    const swept = await this.sweeps.sweep(request);
    if (swept?.next) await this.comeBack(swept.next);
  }

  async schedule(): Promise<Schedule> {
    const { manager } = this.database;
    const { morningHour } = await readAlertSettings(manager);
    return { pattern: `0 ${morningHour} * * *`, tz: (await readPartner(manager)).partner.timeZone ?? 'UTC' };
  }

  /** Without an id that another start could bear: it may have been one of a moment ago, on another day. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.role === 'api') return;
    await this.jobs
      .add(sweep, { reason: 'start' })
      .catch((error: Error) => this.logger.error(`the sweep of the start is not in the queue: ${error.message}`));
  }

  /** One job stands for the next steps of all studies; its id keeps it single. */
  private async comeBack(at: Date): Promise<void> {
    const delay = Math.max(0, at.getTime() - this.clock.now().getTime());
    await this.jobs.add(sweep, { reason: 'step' }, { delay, jobId: `sweep-step-${at.getTime()}` });
  }
}
