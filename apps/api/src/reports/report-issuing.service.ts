import { Injectable } from '@nestjs/common';
import type { Day } from '@caseboard/domain';
import type { EntityManager } from 'typeorm';
import { OutboxService } from '../mails/outbox.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { ringId } from '../platform/jobs/ring.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Asked } from './asked.js';
import type { BothLabels } from './report-labels.js';
import { ReportMaker, type Made } from './report-maker.service.js';
import { makeReport } from './report-round.js';
import { readReportSettings } from './report-settings.js';
import { readRow } from './stored-report.js';

/** Steps of progress that are worth a write. */
const progressStep = 0.05;

/** From a number that is given out to a report that never changes again. */
@Injectable()
export class ReportIssuing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly portfolio: PortfolioService,
    private readonly maker: ReportMaker,
    private readonly outbox: OutboxService,
  ) {}

  /** Gives out the next number, and rings for the report to be made; null where that scheduled day has its report. */
  async begin(days: { from: Day; to: Day }, by: { who: string | null; scheduledOn: Day | null }): Promise<number | null> {
    const number = await this.database.transaction(async (manager) => {
      // Numbers are given out one after the other, without a gap.
      await readReportSettings(manager, 'FOR UPDATE');
      const [row] = await manager.query<{ number: number }[]>(insertNext, [days.from, days.to, by.who, this.clock.now(), by.scheduledOn]);
      return row?.number ?? null;
    });
    if (number !== null) await this.ring(number);
    return number;
  }

  /** Harmless when repeated. */
  async ring(number: number): Promise<void> {
    await this.jobs.addMany(makeReport, [{ payload: { number }, jobId: ringId(`make-report-${number}`, this.clock.now()) }]);
  }

  /** Those whose making nobody finished, whatever became of it. One that failed and that nobody asked for is not given up. */
  async unfinished(): Promise<number[]> {
    const rows = await this.database.manager.query<{ number: number }[]>(
      "SELECT number FROM report WHERE state = 'making' OR (state = 'failed' AND scheduled_on IS NOT NULL) ORDER BY number",
    );
    return rows.map(({ number }) => number);
  }

  /** Makes the report of that number, if it is not issued; of two who do at once one issues it, and both find the same. */
  async make(number: number, progress: (share: number) => Promise<void>): Promise<void> {
    const { manager } = this.database;
    const row = await readRow(manager, number);
    if (!row || row.state === 'issued') return;
    await manager.query("UPDATE report SET state = 'making', error = NULL, progress = 0 WHERE number = $1 AND state = 'failed'", [number]);
    try {
      const asked = await this.maker.ask(row.from as Day, row.to as Day, await this.portfolio.current());
      const made = await this.maker.make(asked, this.progressOf(number, progress));
      await this.issue(number, asked, made, await this.maker.labels(made));
    } catch (error) {
      await manager.query("UPDATE report SET state = 'failed', error = $2 WHERE number = $1 AND state = 'making'", [
        number,
        (error as Error).message.slice(0, 1_000),
      ]);
      throw error;
    }
  }

  private async issue(number: number, asked: Asked, { report, hash }: Made, labels: BothLabels): Promise<void> {
    const now = this.clock.now();
    const values = [number, asked, report, labels.all, labels.open].map((each) => (typeof each === 'number' ? each : JSON.stringify(each)));
    const mails = await this.database.transaction(async (manager) => {
      const [rows] = await manager.query<[{ scheduled: boolean }[], number]>(fill, [...values, hash, now]);
      return rows[0]?.scheduled ? this.mail(manager, number, now) : [];
    });
    await this.outbox.ring(mails);
  }

  /** One mail for each reader; what it says is made when it is sent. */
  private async mail(manager: EntityManager, number: number, now: Date): Promise<string[]> {
    const { readers } = await readReportSettings(manager);
    return this.outbox.report(manager, number, readers, { now });
  }

  private progressOf(number: number, tell: (share: number) => Promise<void>): (share: number) => Promise<void> {
    let told = 0;
    return async (share) => {
      if (share < told + progressStep) return;
      told = share;
      await this.database.manager.query("UPDATE report SET progress = $2 WHERE number = $1 AND state = 'making'", [
        number,
        Math.min(1, share),
      ]);
      await tell(share);
    };
  }
}

const insertNext = `
  INSERT INTO report (number, from_day, to_day, state, requested_by, requested_at, scheduled_on)
  SELECT coalesce(max(number), 0) + 1, $1::date, $2::date, 'making', $3::uuid, $4::timestamptz, $5::date FROM report
  ON CONFLICT ON CONSTRAINT one_report_per_scheduled_day DO NOTHING RETURNING number`;

const fill = `
  UPDATE report SET state = 'issued', progress = 1, asked = $2, content = $3, labels_all = $4, labels_open = $5, hash = $6, issued_at = $7, error = NULL
  WHERE number = $1 AND state <> 'issued' RETURNING scheduled_on IS NOT NULL AS scheduled`;
