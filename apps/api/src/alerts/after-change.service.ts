import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { sweep } from './sweep.job.js';

/** People save several times within this; one sweep looks at all of it. */
const patienceMs = 3_000;

/** Has a sweep follow every change of the portfolio, and of what people are warned of. */
@Injectable()
export class AfterChangeService implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('sweep');
  private timer: NodeJS.Timeout | undefined;
  private revision: number | undefined;

  constructor(
    private readonly writer: PortfolioWriter,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.writer.afterCommit((revision) => {
      this.revision = revision;
      this.soon();
    });
  }

  /** A sweep that looks even when it saw the present portfolio today. */
  settingsChanged(): void {
    this.revision = undefined;
    this.soon();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private soon(): void {
    this.timer ??= setTimeout(() => void this.sweep(), patienceMs).unref();
  }

  /** A queue that is away loses nothing: the next sweep finds whatever is due. The time zone may have moved too. */
  private async sweep(): Promise<void> {
    const { revision } = this;
    this.timer = undefined;
    await this.jobs
      .add(sweep, { reason: 'change', revision })
      .then(() => this.jobs.schedule())
      .catch((error: Error) => this.logger.warn(`no sweep after a change: ${error.message}`));
  }
}
