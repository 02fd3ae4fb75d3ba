import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { PortfolioReader } from './portfolio-reader.js';
import type { Snapshot } from './snapshot.js';

/**
 * Keeps the portfolio in memory and hands it out at the revision the database has now: whoever asks after a commit
 * sees what was committed, whichever process made it.
 */
@Injectable()
export class PortfolioService {
  private snapshot: Snapshot | undefined;
  /** The refresh that has not begun to read yet: all who ask in the same tick share it. */
  private waiting: Promise<Snapshot> | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly reader: PortfolioReader,
    private readonly clock: Clock,
  ) {}

  /** The portfolio as it stands in the database at some moment after the call. */
  current(): Promise<Snapshot> {
    // One refresh at a time. A refresh that already reads may have missed the caller's own commit, so callers that
    // come meanwhile share the next one.
    this.waiting ??= this.running.then(() => this.refresh());
    return this.waiting;
  }

  private refresh(): Promise<Snapshot> {
    this.waiting = undefined;
    const refreshed = this.reader
      .read(this.snapshot, (timeZone) => this.clock.today(timeZone))
      .then((snapshot) => (this.snapshot = snapshot));
    this.running = refreshed.catch(() => undefined);
    return refreshed;
  }
}
