import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Job, JobsOptions, JobType, Worker } from 'bullmq';
import type { z } from 'zod';
import { Config } from '../config.js';
import { openBackend, type QueueBackend } from './backend.js';
import { handlesKey, type JobDefinition, type JobHandler, type Schedule } from './job.js';

interface Registered {
  readonly definition: JobDefinition;
  readonly handler: JobHandler;
}

/** Most jobs are mails, which wait for the database and for the mail server; work that is heavy holds a lock of its own. */
const concurrency = 60;
/** A queue store that was emptied has forgotten its schedules. */
const scheduleAgainMs = 10 * 60_000;
const kept = { age: 7 * 24 * 3600, count: 2_000 };

/** Takes jobs in and, in a process that works, runs them. */
@Injectable()
export class Jobs implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private readonly registered = new Map<string, Registered>();
  private backend!: QueueBackend;
  private worker: Worker | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    private readonly discovery: DiscoveryService,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const definition = metatype ? (Reflect.getMetadata(handlesKey, metatype) as JobDefinition | undefined) : undefined;
      if (definition) this.register({ definition, handler: instance as JobHandler });
    }
    this.backend = openBackend(this.config);
    this.backend.queue.on('error', (error) => this.logger.warn(`queue: ${error.message}`));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.role === 'api') return;
    await this.schedule();
    this.timer = setInterval(
      () => void this.schedule().catch((error: Error) => this.logger.warn(`schedules: ${error.message}`)),
      scheduleAgainMs,
    );
    this.worker = this.backend.startWorker((job) => this.run(job), concurrency);
    this.worker.on('error', (error) => this.logger.warn(`worker: ${error.message}`));
    this.worker.on('failed', (job, error) => this.logger.error(`${job?.name} ${job?.id} failed: ${error.stack ?? error.message}`));
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.worker?.close();
    await this.backend?.queue.close();
    await this.backend?.close();
  }

  /** Puts a job into the queue. A `jobId` (without `:`) is only a first sieve: the database row is the guarantee. */
  async add<Payload extends z.ZodType>(
    job: JobDefinition<Payload>,
    payload: z.input<Payload>,
    options: Pick<JobsOptions, 'delay' | 'jobId' | 'priority'> = {},
  ): Promise<string> {
    const data = job.payload.parse(payload);
    const added = await this.backend.queue.add(job.name, data, {
      attempts: job.attempts ?? 5,
      backoff: { type: 'exponential', delay: 1_000 },
      removeOnComplete: kept,
      removeOnFail: kept,
      ...options,
    });
    return String(added.id);
  }

  /** Puts many of one kind into the queue at once. One that bears the `jobId` of a job that still waits or runs is left out. */
  async addMany<Payload extends z.ZodType>(
    job: JobDefinition<Payload>,
    many: readonly { readonly payload: z.input<Payload>; readonly jobId: string }[],
  ): Promise<void> {
    const opts = {
      attempts: job.attempts ?? 5,
      backoff: { type: 'exponential', delay: 1_000 },
      removeOnComplete: true,
      removeOnFail: kept,
    };
    for (let at = 0; at < many.length; at += 1_000) {
      const part = many.slice(at, at + 1_000);
      await this.backend.queue.addBulk(
        part.map(({ payload, jobId }) => ({ name: job.name, data: job.payload.parse(payload), opts: { ...opts, jobId } })),
      );
    }
  }

  /** A round trip to where the jobs wait. */
  async ping(): Promise<void> {
    await this.backend.queue.isPaused();
  }

  private register(entry: Registered): void {
    const { name } = entry.definition;
    if (this.registered.has(name)) throw new Error(`Two classes handle the job "${name}"`);
    this.registered.set(name, entry);
  }

  private async run(job: Job): Promise<void> {
    const entry = this.registered.get(job.name);
    if (!entry) throw new Error(`Nobody handles the job "${job.name}"`);
    const payload = entry.definition.payload.parse(job.data);
    await entry.handler.run(payload, {
      id: String(job.id),
      attempt: job.attemptsMade + 1,
      progress: (share) => job.updateProgress(share),
    });
  }

  /** Puts every schedule as it is wanted now; what a newer version no longer schedules must not go on running. */
  async schedule(): Promise<void> {
    const { queue } = this.backend;
    const wanted = await this.wantedSchedules();
    for (const old of await queue.getJobSchedulers()) {
      if (!wanted.has(old.key)) await queue.removeJobScheduler(old.key);
    }
    for (const [name, schedule] of wanted) {
      await queue.upsertJobScheduler(name, { ...schedule }, { name, data: {}, opts: { removeOnComplete: kept, removeOnFail: kept } });
    }
  }

  private async wantedSchedules(): Promise<ReadonlyMap<string, Schedule>> {
    const wanted = new Map<string, Schedule>();
    for (const { definition, handler } of this.registered.values()) {
      const schedule = handler.schedule ? await handler.schedule() : definition.schedule;
      if (schedule) wanted.set(definition.name, schedule);
    }
    return wanted;
  }

  /** What stands in the queue: for whoever looks after it. */
  async overview() {
    const { queue } = this.backend;
    const [counts, schedulers, failed, recent] = await Promise.all([
      queue.getJobCounts(...shown),
      queue.getJobSchedulers(),
      queue.getJobs(['failed'], 0, jobsShown - 1),
      queue.getJobs(['active', 'waiting', 'delayed', 'completed'], 0, jobsShown - 1),
    ]);
    const count = (state: (typeof shown)[number]) => counts[state] ?? 0;
    return {
      backend: this.config.redisUrl ? ('redis' as const) : ('postgresql' as const),
      counts: {
        waiting: count('waiting'),
        active: count('active'),
        delayed: count('delayed'),
        failed: count('failed'),
        completed: count('completed'),
      },
      scheduled: schedulers.map(({ name, pattern, every, next }) => ({
        name,
        pattern: pattern ?? null,
        every: every ? Number(every) : null,
        nextAt: timeOf(next),
      })),
      failed: await Promise.all(failed.map(asShown)),
      recent: await Promise.all(recent.map(asShown)),
    };
  }

  /** Runs a failed job again; false where there is none of that number. */
  async retry(id: string): Promise<boolean> {
    const job = await this.backend.queue.getJob(id);
    if (!job || !(await job.isFailed())) return false;
    await job.retry();
    return true;
  }
}

const shown = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const satisfies readonly JobType[];
const jobsShown = 50;

const timeOf = (at: number | undefined | null) => (at ? new Date(Number(at)).toISOString() : null);

async function asShown(job: Job) {
  const state = await job.getState();
  return {
    id: String(job.id),
    name: job.name,
    state: shown.find((each) => each === state) ?? ('waiting' as const),
    attempts: job.attemptsMade,
    error: job.failedReason ?? null,
    at: timeOf(job.timestamp + (job.delay ?? 0)),
    finishedAt: timeOf(job.finishedOn),
  };
}
