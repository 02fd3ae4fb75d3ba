import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Job, JobsOptions, Worker } from 'bullmq';
import type { z } from 'zod';
import { Config } from '../config.js';
import { openBackend, type QueueBackend } from './backend.js';
import { handlesKey, type JobDefinition, type JobHandler } from './job.js';

interface Registered {
  readonly definition: JobDefinition;
  readonly handler: JobHandler;
}

const concurrency = 10;
const kept = { age: 7 * 24 * 3600, count: 2_000 };

/** Takes jobs in and, in a process that works, runs them. */
@Injectable()
export class Jobs implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private readonly registered = new Map<string, Registered>();
  private backend!: QueueBackend;
  private worker: Worker | undefined;

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
    this.worker = this.backend.startWorker((job) => this.run(job), concurrency);
    this.worker.on('error', (error) => this.logger.warn(`worker: ${error.message}`));
    this.worker.on('failed', (job, error) => this.logger.error(`${job?.name} ${job?.id} failed: ${error.stack ?? error.message}`));
  }

  async onApplicationShutdown(): Promise<void> {
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

  /** What a newer version no longer schedules must not go on running. */
  private async schedule(): Promise<void> {
    const { queue } = this.backend;
    const scheduled = [...this.registered.values()].filter(({ definition }) => definition.schedule);
    const names = new Set(scheduled.map(({ definition }) => definition.name));
    for (const old of await queue.getJobSchedulers()) {
      if (!names.has(old.key)) await queue.removeJobScheduler(old.key);
    }
    for (const { definition } of scheduled) {
      await queue.upsertJobScheduler(
        definition.name,
        { ...definition.schedule },
        { name: definition.name, data: {}, opts: { removeOnComplete: kept, removeOnFail: kept } },
      );
    }
  }
}
