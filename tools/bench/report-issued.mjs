/**
 * A report issued over 2,000 studies and 24 months in which 20,000 changes were recorded: read from the record, made, hashed
 * and stored by a process that answers HTTP meanwhile, as the product does it with one process.
 * `node tools/bench/report-issued.mjs [studies] [changes]`, after a build.
 */
import { fork } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../apps/api/dist/migrations/index.js';
import { migrate } from '../../apps/api/dist/platform/database/migrate.js';
import { startEmbeddedPostgres } from '../../apps/api/dist/platform/embedded-postgres/embedded-postgres.js';
import { ownDatabase } from '../../apps/api/dist/platform/embedded-postgres/own-database.js';
import { machine, ms, spread, table } from './machine.mjs';

const studies = Number(process.argv[2] ?? 2_000);
const changes = Number(process.argv[3] ?? 20_000);

const folder = await mkdtemp(join(tmpdir(), 'caseboard-bench-'));
await chmod(folder, 0o755);
const postgres = await startEmbeddedPostgres({ folder });
try {
  console.log(machine());
  const databaseUrl = await ownDatabase(postgres);
  const { role } = await migrate(databaseUrl, migrations);
  const { runs, idle, times, size } = await issuedIn({ databaseUrl, databaseRole: role, studies, changes });
  console.log(`${studies} studies, ${changes} recorded changes over 24 months, Node and PostgreSQL on this machine\n`);
  table([
    ...runs.map(({ label, seconds, own, peak }) => [
      label,
      `${seconds.toFixed(1)} s`,
      `under 3 s; ${own.toFixed(1)} s of the processor in Node, answers meanwhile too; at most ${peak} MB, under 400 MB`,
    ]),
    ['answers meanwhile, p95', ms(spread(times).p95), `under 100 ms; p50 ${ms(spread(times).p50)}, ${times.length} answers`],
    ['memory of the process, with the portfolio in it, before', `${idle} MB`],
    ['the report as JSON', `${Math.round(size / 1024)} KB`],
  ]);
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** A process of its own, so that nothing but the product is in its memory. */
function issuedIn(given) {
  const child = fork(new URL('report-process.mjs', import.meta.url), [JSON.stringify(given)]);
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
  });
}
