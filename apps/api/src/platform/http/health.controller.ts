import { Controller, Get } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';
import { Refusal } from '../refusal.js';
import { Open } from './access.js';

const patienceMs = 3_000;

/** For load balancers and for the start itself. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  @Get()
  @Open()
  async health(): Promise<{ status: 'ok' }> {
    const parts = { database: this.database.manager.query('SELECT 1'), queue: this.jobs.ping() };
    const answers = await Promise.all(Object.entries(parts).map(async ([part, answer]) => ((await answersInTime(answer)) ? [] : [part])));
    const silent = answers.flat();
    if (silent.length > 0) throw new Refusal('not-available', { silent });
    return { status: 'ok' };
  }
}

async function answersInTime(answer: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(done, patienceMs, false);
  });
  try {
    return await Promise.race([answer.then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
