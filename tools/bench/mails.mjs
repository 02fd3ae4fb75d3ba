/**
 * 5,000 digests of two followed studies each, handed to a mail server on this machine: rung for, claimed, made of the portfolio, sent,
 * recorded. Beside it, in the same run and a process of its own, raw BullMQ adding and processing as many jobs that only send the same mail with
 * nodemailer. On PostgreSQL, and on Redis where REDIS_URL names one or a `redis-server` is at hand: three rounds each, since one alone
 * tells more of the machine than of the two.
 * `node tools/bench/mails.mjs [mails]`, after a build. This process is the mail server.
 */
import { fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@caseboard/domain';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { migrations } from '../../apps/api/dist/migrations/index.js';
import { migrate } from '../../apps/api/dist/platform/database/migrate.js';
import { startEmbeddedPostgres } from '../../apps/api/dist/platform/embedded-postgres/embedded-postgres.js';
import { ownDatabase } from '../../apps/api/dist/platform/embedded-postgres/own-database.js';
import { fill } from './active-studies.mjs';
import { machine, spread, table } from './machine.mjs';

const count = Number(process.argv[2] ?? 5_000);
const today = '2026-11-23';
/** Of 1,000 active studies 120 expire 90, 60, 30, 14, 7 and 0 days after today, and have a step due on this one morning. */
const studies = 1_000;
const dueNow = 120;
const deployedOn = ['2025-08-20', '2025-07-21', '2025-06-22', '2025-06-06', '2025-05-29', '2025-05-22'];
const redisPort = 6391;
const rounds = 3;

const received = new Set();
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  closeTimeout: 50,
  onRcptTo: ({ address }, _session, done) => (received.add(address), done()),
  onData: (stream, _session, done) => stream.on('end', done).resume(),
});
server.listen(0, '127.0.0.1');
await once(server.server, 'listening');
const smtpUrl = `smtp://127.0.0.1:${server.server.address().port}`;

console.log(machine());
console.log(`${count} digests; Node, PostgreSQL, Redis and the mail server on this machine\n`);
await measure('PostgreSQL', null);
const redis = await startRedis();
if (redis) await measure('Redis', redis.url);
else console.log('Redis: none at hand');
redis?.stop();
await new Promise((done) => server.close(done));

async function measure(label, redisUrl) {
  const pairs = [];
  for (let round = 0; round < rounds; round++) pairs.push(await pair(redisUrl));
  const middle = (of) => spread(pairs.map(of)).p50;
  const figure = (which) => [
    `${middle((pair) => pair[which].seconds).toFixed(1)} s`,
    `${middle((pair) => pair[which].own).toFixed(1)} s of the processor in Node`,
  ];
  const ratio = ({ product, raw }) => product.seconds / raw.seconds;
  const all = pairs.map((pair) => ratio(pair).toFixed(2)).join(', ');
  table([
    [`${label}: the product`, ...figure('product')],
    [`${label}: raw BullMQ and nodemailer`, ...figure('raw')],
    [`${label}: ratio, the middle of ${all}`, middle(ratio).toFixed(2), 'at most 2'],
  ]);
}

/** The two one after the other, on a database of their own. */
async function pair(redisUrl) {
  const folder = await mkdtemp(join(tmpdir(), 'caseboard-bench-'));
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ folder });
  try {
    const databaseUrl = await ownDatabase(postgres);
    const { role } = await migrate(databaseUrl, migrations);
    await fill(databaseUrl, studies, {
      people: count,
      managers: 0,
      deployedOn: (n) => (n < dueNow ? deployedOn[n % deployedOn.length] : addDays(today, -(n % 440))),
      owner: () => null,
    });
    await follow(databaseUrl);
    const given = { databaseUrl, databaseRole: role, today, smtpUrl, redisUrl, count };
    received.clear();
    const product = await runIn(given);
    if (received.size < count) throw new Error(`only ${received.size} people got a mail`);
    return { product, raw: await runIn({ ...given, mail: product.mail }) };
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Everybody follows two of those that are due, on different days. */
async function follow(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `INSERT INTO study_follower SELECT 'study-' || (place + step * 61) % $1, id, now()
     FROM (SELECT id, row_number() OVER (ORDER BY email) AS place FROM person) AS one, generate_series(0, 1) AS step`,
    [dueNow],
  );
  await client.end();
}

function runIn(given) {
  const child = fork(new URL('mails-process.mjs', import.meta.url), [JSON.stringify(given)]);
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
  });
}

async function startRedis() {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: () => undefined };
  if (spawnSync('redis-server', ['--version']).status !== 0) return null;
  const options = ['--port', redisPort, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const child = spawn('redis-server', options.map(String), { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const text of child.stdout) if (String(text).includes('Ready to accept')) break;
  return { url: `redis://127.0.0.1:${redisPort}`, stop: () => child.kill() };
}
