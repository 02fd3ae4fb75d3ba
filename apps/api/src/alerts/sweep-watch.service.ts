import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { JobsAnswer } from '@caseboard/contracts';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';

/** A sweep runs each morning; two hours more forgive a slow one and a change of clocks. */
const lateMs = 26 * 3600_000;
const everyMs = 3600_000;

/** Raises the alarm when no sweep ran, in every process, since it may be the workers that are gone. */
@Injectable()
export class SweepWatchService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('sweep');
  private readonly since: Date;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.since = clock.now();
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look().catch(() => undefined), everyMs).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** When the last sweep ran. Before the first one the time since this process began is what counts. */
  async state(): Promise<JobsAnswer['sweep']> {
    const [row] = await this.database.manager.query<{ ended: Date | null; sweptOn: string | null }[]>(
      'SELECT ended_at AS ended, swept_on::text AS "sweptOn" FROM sweep_state',
    );
    const last = row?.ended ?? this.since;
    return {
      endedAt: row?.ended?.toISOString() ?? null,
      sweptOn: row?.sweptOn ?? null,
      late: this.clock.now().getTime() - last.getTime() > lateMs,
    };
  }

  async look(): Promise<void> {
    const { late, endedAt } = await this.state();
    if (late) this.logger.error(`No sweep for alerts ran for 26 hours; the last one ended ${endedAt ?? 'never'}. Is a worker running?`);
  }
}
