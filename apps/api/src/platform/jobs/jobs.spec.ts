import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { queueLegs } from '../../testing/queue-legs.js';
import { testDatabase } from '../../testing/test-database.js';
import { readConfig, type Config } from '../config.js';
import { applicationRole } from '../database/migrate.js';
import { SignIn } from '../http/access.js';
import { PlatformModule } from '../platform.module.js';
import { defineJob, Handles, type JobHandler, type JobRun } from './job.js';
import { Jobs } from './jobs.js';

const ran: { payload: unknown; attempt: number; by: string }[] = [];
const greet = defineJob({ name: 'greet', payload: z.strictObject({ whom: z.string(), failFirst: z.boolean().default(false) }) });
const tick = defineJob({ name: 'tick', payload: z.object({}), schedule: { every: 300 } });

@Injectable()
@Handles(greet)
class GreetJob implements JobHandler<z.infer<typeof greet.payload>> {
  async run(payload: z.infer<typeof greet.payload>, { attempt, progress }: JobRun): Promise<void> {
    ran.push({ payload, attempt, by: 'greet' });
    await progress(0.5);
    if (payload.failFirst && attempt === 1) throw new Error('the first time fails');
  }
}

@Injectable()
@Handles(tick)
class TickJob implements JobHandler {
  async run(payload: unknown, { attempt }: JobRun): Promise<void> {
    ran.push({ payload, attempt, by: 'tick' });
  }
}

@Injectable()
@Handles(greet)
class SecondGreetJob implements JobHandler {
  async run(): Promise<void> {}
}

function product(config: Config, ...handlers: unknown[]): DynamicModule {
  class Product {}
  Module({})(Product);
  const people = { module: class NobodySignsIn {}, global: true, providers: [{ provide: SignIn, useValue: {} }], exports: [SignIn] };
  return { module: Product, imports: [PlatformModule.with(config), people], providers: handlers as never };
}

const running: INestApplicationContext[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.close()));
});

async function start(config: Config, ...handlers: unknown[]): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(product(config, ...handlers), { logger: false, abortOnError: false });
  running.push(app);
  return app;
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; waited < 15_000 && !condition(); waited += 20) await sleep(20);
  expect(condition()).toBe(true);
}

describe.each(queueLegs('jobs'))('the queue on %s', (_, redisUrl) => {
  let config: Config;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await testDatabase();
    drop = database.drop;
    config = { ...readConfig({}), databaseUrl: database.url, databaseRole: applicationRole, redisUrl, role: 'all' };
  });
  afterAll(() => drop());
  beforeEach(() => ran.splice(0));

  it('runs in a worker what another process put in, with the payload as it was given', async () => {
    const api = await start({ ...config, role: 'api' }, GreetJob);
    await Promise.all([start({ ...config, role: 'worker' }, GreetJob), start({ ...config, role: 'worker' }, GreetJob)]);
    await Promise.all(Array.from({ length: 20 }, (_, n) => api.get(Jobs).add(greet, { whom: `friend ${n}` })));
    await until(() => ran.length >= 20);
    await sleep(300);
    expect(ran.map(({ payload }) => (payload as { whom: string }).whom).sort()).toEqual(
      Array.from({ length: 20 }, (_, n) => `friend ${n}`).sort(),
    );
  }, 30_000);

  it('tries again what failed', async () => {
    const app = await start(config, GreetJob);
    await app.get(Jobs).add(greet, { whom: 'x', failFirst: true });
    await until(() => ran.some(({ attempt }) => attempt === 2));
    expect(ran.map(({ attempt }) => attempt)).toEqual([1, 2]);
  }, 30_000);

  it('runs of itself what has a schedule, and stops when a newer version has it no more', async () => {
    const app = await start(config, GreetJob, TickJob);
    await until(() => ran.filter(({ by }) => by === 'tick').length >= 2);
    await app.close();
    await start(config, GreetJob);
    await sleep(500);
    ran.splice(0);
    await sleep(800);
    expect(ran).toEqual([]);
  }, 30_000);

  it('refuses a payload that is not the job’s', async () => {
    const app = await start({ ...config, role: 'api' }, GreetJob);
    await expect(app.get(Jobs).add(greet, { whom: 7 } as never)).rejects.toThrow();
    await expect(app.get(Jobs).ping()).resolves.toBeUndefined();
  });

  it('does not start when two classes handle one job', async () => {
    await expect(start({ ...config, role: 'api' }, GreetJob, SecondGreetJob)).rejects.toThrow('Two classes handle the job "greet"');
  });
});
