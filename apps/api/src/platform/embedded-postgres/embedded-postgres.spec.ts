import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Child } from '../../testing/child.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';

let folder: string;
let started: EmbeddedPostgres[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caseboard-embedded-'));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  await Promise.all(started.map((server) => server.stop()));
  started = [];
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder });
  started.push(server);
  return server;
}

async function ask(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const holder = (inFolder: string) =>
  new Child(`
    const { startEmbeddedPostgres } = ${Child.source('platform/embedded-postgres/embedded-postgres.ts')};
    const { default: pg } = await import('pg');
    const server = await startEmbeddedPostgres({ folder: ${JSON.stringify(inFolder)} });
    const client = new pg.Client(server.url('postgres'));
    await client.connect();
    await client.query('CREATE TABLE IF NOT EXISTS kept (n int)');
    await client.query('INSERT INTO kept VALUES (1)');
    console.log('holding');
    setInterval(() => {}, 1000);`);

it('keeps what was written from start to start', async () => {
  const first = await start();
  await ask(first, 'CREATE TABLE kept AS SELECT 7 AS n');
  await first.stop();
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await ask(second, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
}, 30_000);

it('listens on no port, and lets nobody in without its password', async () => {
  const server = await start();
  expect(await ask(server, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
  const wrong = new Client({ connectionString: server.url('postgres').replace(/:[^:@]+@/, ':wrong@') });
  await expect(wrong.connect()).rejects.toThrow('password authentication failed');
  expect(statSync(join(folder, 'socket')).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'postgres.password')).mode & 0o777).toBe(0o600);
}, 30_000);

it('takes over the server that a killed process left running, with everything that was written', async () => {
  const child = holder(folder);
  await child.says('holding');
  await child.kill('SIGKILL');
  const server = await start();
  expect(server.adopted).toBe(true);
  expect(await ask(server, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
}, 30_000);

it('starts anew, with everything that was written, when both were killed', async () => {
  const child = holder(folder);
  await child.says('holding');
  const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  await child.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  const server = await start();
  expect(await ask(server, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
}, 60_000);

it('is not fooled by the process number of another program', async () => {
  await (await start()).stop();
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(folder, 'postgres')}\n1\n5432\n\n\n\nready\n`);
  const server = await start();
  expect([server.adopted, await ask(server, 'SELECT 1 AS n')]).toEqual([false, [{ n: 1 }]]);
}, 30_000);

it('refuses data that a living process already serves, and says who', async () => {
  const child = holder(folder);
  await child.says('holding');
  await expect(startEmbeddedPostgres({ folder })).rejects.toThrow(/already runs on .* \(process \d+\)/);
  await child.kill('SIGKILL');
  await start();
}, 30_000);

it('begins again after a first start that was cut short', async () => {
  const first = await start();
  await first.stop();
  rmSync(join(folder, 'postgres', 'PG_VERSION'));
  rmSync(join(folder, 'postgres'), { recursive: true });
  writeFileSync(join(folder, 'postgres.unfinished'), '');
  await start();
  expect(existsSync(join(folder, 'postgres.unfinished'))).toBe(false);
}, 30_000);

it('keeps the data elsewhere when root starts it in a folder that the account of the server cannot enter', async () => {
  if (process.getuid?.() !== 0) return;
  chmodSync(folder, 0o700);
  const server = await start();
  const where = /lies in (\S+):/.exec(readFileSync(join(folder, 'WHERE.txt'), 'utf8'))?.[1] as string;
  expect(await ask(server, 'SHOW data_directory')).toEqual([{ data_directory: join(where, 'postgres') }]);
  await started.pop()?.stop();
  rmSync(where, { recursive: true });
}, 30_000);

it('tells when the server ends by itself', async () => {
  const server = await start();
  const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  await expect(server.died).resolves.toBeUndefined();
}, 30_000);
