import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Handles, type JobHandler, type Schedule } from '../platform/jobs/job.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { readPartner } from '../portfolio/rows.js';
import { ReportIssuing } from './report-issuing.service.js';
import { reportRound } from './report-round.js';
import { lastScheduled, readReportSettings } from './report-settings.js';
import { ReportsService } from './reports.service.js';
import { dueOn } from './schedule.js';

/** Every local morning, at each start of a worker and after a change of the schedule. One scheduled day has one report. */
@Injectable()
@Handles(reportRound)
export class ReportRoundJob implements JobHandler<z.infer<typeof reportRound.payload>>, OnApplicationBootstrap {
  private readonly logger = new Logger('reports');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly portfolio: PortfolioService,
    private readonly reports: ReportsService,
    private readonly issuing: ReportIssuing,
  ) {}

  async run(): Promise<void> {
    for (const number of await this.issuing.unfinished()) await this.issuing.ring(number);
    const { manager } = this.database;
    const snapshot = await this.portfolio.current();
    if (this.clock.hour(snapshot.portfolio.partner.timeZone ?? 'UTC') < (await this.morningHour())) return;
    const scheduledOn = dueOn(await readReportSettings(manager), await lastScheduled(manager), snapshot.today);
    if (scheduledOn === null) return;
    await this.issuing.begin(await this.reports.days({}, snapshot), { who: null, scheduledOn });
  }

  async schedule(): Promise<Schedule> {
    const { timeZone } = (await readPartner(this.database.manager)).partner;
    return { pattern: `0 ${await this.morningHour()} * * *`, tz: timeZone ?? 'UTC' };
  }

  private async morningHour(): Promise<number> {
    const [row] = await this.database.manager.query<{ hour: number }[]>('SELECT morning_hour AS hour FROM alert_settings');
    return row?.hour ?? 8;
  }

  /** Of any number of rounds one begins the report that is due (`one_report_per_scheduled_day`). */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.role === 'api') return;
    await this.jobs
      .add(reportRound, {})
      .catch((error: Error) => this.logger.error(`the round of reports of the start is not in the queue: ${error.message}`));
  }
}
