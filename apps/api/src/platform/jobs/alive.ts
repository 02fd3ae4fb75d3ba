import { closeSync, openSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Config } from '../config.js';
import { Jobs } from './jobs.js';

const everyMs = 15_000;

/** A worker listens nowhere, so it tells by the time of a file that it reaches its queue; docker-compose.yml looks at it. */
@Injectable()
export class Alive implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role !== 'worker') return;
    this.timer = setInterval(() => void this.tell(), everyMs);
    void this.tell();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** A queue that cannot be reached leaves the file as old as it is. */
  private async tell(): Promise<void> {
    const file = join(tmpdir(), 'caseboard-alive');
    await this.jobs.ping().then(
      () => {
        closeSync(openSync(file, 'a'));
        utimesSync(file, this.clock.now(), this.clock.now());
      },
      () => undefined,
    );
  }
}
