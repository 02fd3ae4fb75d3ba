import { Queue, Worker, createPostgresBackend, withBackend, type Processor } from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import type { Config } from '../config.js';
import { connectionOf } from '../database/database.js';

/** Where the jobs wait: PostgreSQL, or Redis where there is one. Everything above this file is the same on both. */
export interface QueueBackend {
  readonly queue: Queue;
  startWorker(processor: Processor, concurrency: number): Worker;
  close(): Promise<void>;
}

const queueName = 'caseboard';
/** One connection listens for each worker and queue; the others carry the statements. */
const poolSize = 8;
/** A job whose worker died is not to blame, however often that happens: it may run twice, and is never given up for it. */
const maxStalledCount = 1_000_000;

export function openBackend(config: Config): QueueBackend {
  return config.redisUrl ? onRedis(config.redisUrl) : onPostgres(config);
}

function onPostgres(config: Config): QueueBackend {
  const connection = connectionOf(config);
  const pool = new Pool({ ...connection, options: `${connection.options} -c search_path=bullmq`, max: poolSize });
  pool.on('error', () => undefined);
  pool.setMaxListeners(0);
  const backend = withBackend(createPostgresBackend);
  return {
    queue: new backend.Queue(queueName, { connection: pool }) as unknown as Queue,
    startWorker: (processor, concurrency) =>
      new backend.Worker(queueName, processor, { connection: pool, concurrency, maxStalledCount }) as unknown as Worker,
    close: () => pool.end(),
  };
}

function onRedis(url: string): QueueBackend {
  // A worker waits for Redis to come back; the rest of the product must hear at once that it is away.
  const waiting = new Redis(url, { maxRetriesPerRequest: null });
  const prompt = new Redis(url, { maxRetriesPerRequest: 3 });
  for (const client of [waiting, prompt]) client.on('error', () => undefined);
  return {
    queue: new Queue(queueName, { connection: prompt }),
    startWorker: (processor, concurrency) => new Worker(queueName, processor, { connection: waiting, concurrency, maxStalledCount }),
    close: async () => {
      await Promise.all([waiting.quit(), prompt.quit()].map((quit) => quit.catch(() => undefined)));
    },
  };
}
