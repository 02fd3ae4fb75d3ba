import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { serverAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { prepareCluster, spawnServer, superuser, type Cluster } from './cluster.js';

/** A PostgreSQL of our own, started from the npm package. */
export interface EmbeddedPostgres {
  /** The connection string of a database in it. */
  url(database: string): string;
  /** Was found running, left behind by a process that was killed. */
  readonly adopted: boolean;
  /** Settles when the server ends without having been asked to. */
  readonly died: Promise<void>;
  /** Ends the server; close the pools first, or it waits for them a little and then drops them. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Holds everything; kept from start to start. */
  readonly folder: string;
  /** False only for tests: what was written may be lost when the machine loses power. */
  readonly durable?: boolean;
  readonly maxConnections?: number;
}

/** Any number; whoever holds this lock in the server owns it, and a killed process loses it at once. */
const ownersLock = 20_251_125;
const patience = 30_000;

/**
 * Starts the server, or takes over the one that a killed process left running. Refuses when a living process
 * already serves these data.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = serverAccount();
  const binaries = findBinaries(account);
  const durable = options.durable ?? true;
  const cluster = prepareCluster(options.folder, binaries, account, durable);

  const left = await leftRunning(cluster);
  const running = left ?? (await launch());
  return owned(cluster, running, left !== null);

  async function launch(tries = 20): Promise<Running> {
    const port = cluster.socket ? 5432 : await freePort();
    const log = openSync(cluster.log, 'a');
    const child = spawnServer(binaries, settings(cluster, port, durable, options.maxConnections ?? 60), account, log);
    closeSync(log);
    child.unref();
    try {
      return await untilReady(cluster, child.pid as number, () => child.exitCode !== null || child.signalCode !== null);
    } catch (error) {
      // The helpers of a server that was killed take a moment to notice; until then PostgreSQL rightly refuses.
      if (tries === 0 || !/shared memory block .* is still in use/.test((error as Error).message)) throw error;
      await sleep(250);
      return launch(tries - 1);
    }
  }
}

interface Running {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

async function owned(cluster: Cluster, { pid, port }: Running, adopted: boolean): Promise<EmbeddedPostgres> {
  const owner = await own(cluster, port);
  let stopping = false;
  const died = new Promise<void>((done) => {
    owner.on('error', () => undefined);
    owner.on('end', () => stopping || done());
  });
  return {
    adopted,
    died,
    url: (database) => urlOf(cluster, port, database),
    stop: async () => {
      stopping = true;
      await owner.end().catch(() => undefined);
      await end(pid);
    },
  };
}

async function own(cluster: Cluster, port: number): Promise<Client> {
  const client = new Client({ connectionString: urlOf(cluster, port, 'postgres'), application_name: `caseboard ${process.pid}` });
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [ownersLock]);
  if (rows[0]?.mine) return client;
  const holder = await client.query<{ name: string }>(
    "SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND objid = $1 AND granted",
    [ownersLock],
  );
  await client.end();
  const who = holder.rows[0]?.name.replace('caseboard', 'process') ?? 'another process';
  throw new Error(`Caseboard already runs on ${cluster.data} (${who}). Stop it first, or set CASEBOARD_DATA to another folder`);
}

/**
 * The server that these data already have, if it lives. A process number alone proves nothing, it may long be
 * another program's: the server itself must say that it serves this folder.
 */
async function leftRunning(cluster: Cluster): Promise<Running | null> {
  const found = pidFile(cluster);
  if (!found) return null;
  if (!alive(found.pid)) return null;
  if (isOtherProgram(found.pid)) return disown(cluster);
  const running = await untilReady(cluster, found.pid, () => !alive(found.pid)).catch(() => null);
  if (running && (await serves(cluster, running.port))) return running;
  if (alive(found.pid)) await end(found.pid);
  return null;
}

/**
 * PostgreSQL would look at the number too, and take any living process (or a dead one that nobody has buried) for the
 * server. It gets one that no process can have; the rest of the file stays, since by it PostgreSQL sees whether helpers
 * of the old server still hold its memory.
 */
function disown(cluster: Cluster): null {
  const file = join(cluster.data, 'postmaster.pid');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, '99999999'));
  if (cluster.socket) rmSync(join(cluster.socket, '.s.PGSQL.5432.lock'), { force: true });
  return null;
}

async function serves(cluster: Cluster, port: number): Promise<boolean> {
  const client = new Client({ connectionString: urlOf(cluster, port, 'postgres'), connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory === cluster.data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The file may still be that of an earlier server, so the process number must be the one we wait for. */
async function untilReady(cluster: Cluster, pid: number, ended: () => boolean): Promise<Running> {
  for (let waited = 0; waited < patience; waited += 20) {
    const found = pidFile(cluster);
    if (found?.ready && found.pid === pid) return found;
    if (ended()) break;
    await sleep(20);
  }
  const log = existsSync(cluster.log) ? readFileSync(cluster.log, 'utf8').split('\n').slice(-12).join('\n') : '';
  throw new Error(`The database did not start; the end of ${cluster.log}:\n${log}`);
}

/** Lines of postmaster.pid: 1 the process, 4 the port, 8 the state. */
function pidFile(cluster: Cluster): Running | null {
  const file = join(cluster.data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : null;
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Where the system tells (Linux), the command line of a server names `postgres`; that of a dead process is empty. */
function isOtherProgram(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) && !readFileSync(file, 'utf8').includes('postgres');
}

/** Politely first; then the server drops its connections and still ends in order. */
async function end(pid: number): Promise<void> {
  const steps = [
    ['SIGTERM', 1_500],
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
  ] as const;
  for (const [signal, wait] of steps) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < wait; waited += 20) {
      if (!alive(pid)) return;
      await sleep(20);
    }
  }
}

function settings(cluster: Cluster, port: number, durable: boolean, maxConnections: number): string[] {
  const values = {
    port,
    listen_addresses: cluster.socket ? '' : '127.0.0.1',
    ...(cluster.socket && { unix_socket_directories: cluster.socket, unix_socket_permissions: '0700' }),
    max_connections: maxConnections,
    shared_buffers: '128MB',
    jit: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    log_min_messages: 'warning',
    ...(!durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return ['-D', cluster.data, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  const place = cluster.socket ? `/${database}?host=${encodeURIComponent(cluster.socket)}&port=${port}` : `127.0.0.1:${port}/${database}`;
  const at = cluster.socket ? 'localhost' : '';
  return `postgresql://${superuser}:${cluster.password}@${at}${place}`;
}

/** A port that nobody had a moment ago; only Windows needs one. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
