import { createServer } from 'node:net';
import type { LogLevel } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp, createWorker } from './create-app.js';
import { migrations } from './migrations/index.js';
import { SetupService } from './people/setup.service.js';
import { ConfigError, type Config } from './platform/config.js';
import { migrate } from './platform/database/migrate.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './platform/embedded-postgres/embedded-postgres.js';
import { ownDatabase } from './platform/embedded-postgres/own-database.js';

type Given = Omit<Config, 'databaseUrl'> & { readonly databaseUrl: string | undefined };

/** A running Caseboard. */
export interface Running {
  /** Where people open it; null in a process that only works on the queue. */
  readonly address: string | null;
  /** The one-time address that makes the first administrator, where one is wanted. */
  readonly setupLink: string | null;
  /** Settles when the embedded database ends without having been asked to. */
  readonly databaseDied: Promise<void>;
  stop(): Promise<void>;
}

/** Starts what the configuration asks for: the embedded database where no other is named, the migrations, HTTP and the queue. */
export async function run(given: Given): Promise<Running> {
  if (given.role !== 'worker') await refuseTakenPort(given);
  const embedded = given.databaseUrl ? null : await startEmbeddedPostgres({ folder: given.dataFolder });
  try {
    const databaseUrl = given.databaseUrl ?? (await ownDatabase(embedded as EmbeddedPostgres));
    const { role } = await migrate(databaseUrl, migrations).catch((error: unknown) => {
      throw embedded ? error : unreachable(error);
    });
    return await serve({ ...given, databaseUrl, databaseRole: role }, embedded);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function serve(config: Config, embedded: EmbeddedPostgres | null): Promise<Running> {
  const levels: LogLevel[] = ['fatal', 'error', 'warn', ...(config.logRequests ? (['log'] as const) : [])];
  const app = config.role === 'worker' ? await createWorker(config, levels) : await createApp(config, levels);
  try {
    const address = config.role === 'worker' ? null : await listen(app as NestFastifyApplication, config);
    const secret = address ? await app.get(SetupService).prepare() : null;
    return {
      address,
      setupLink: secret ? `${address}/set-up?token=${secret}` : null,
      databaseDied: embedded?.died ?? new Promise(() => undefined),
      stop: async () => {
        await app.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function listen(app: NestFastifyApplication, config: Config): Promise<string> {
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as { port: number };
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  return config.baseUrl ?? `http://${host}:${port}`;
}

/** What the operator can mend is said in a sentence; everything else is ours, with its trace. */
function unreachable(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  const theirs = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ECONNRESET', 'ENOENT', '28P01', '28000', '3D000'];
  return theirs.includes(code ?? '') ? new ConfigError(`The database of DATABASE_URL cannot be reached: ${message}`) : error;
}

/** Before anything is started, since it is the usual reason that nothing can be. */
async function refuseTakenPort({ port, host }: Given): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  const code = await new Promise<string | undefined>((settled) => {
    probe.once('error', (error: NodeJS.ErrnoException) => settled(error.code ?? 'unknown'));
    probe.listen(port, host, () => probe.close(() => settled(undefined)));
  });
  if (code === 'EADDRINUSE')
    throw new ConfigError(`Port ${port} is taken by another program. Stop that one, or choose another: PORT=3001 npm start`);
  if (code) throw new ConfigError(`Port ${port} of ${host} cannot be opened (${code}). Choose another: PORT=3001 npm start`);
}
