/**
 * The sweep for alerts over 100,000 active studies with texts of about 600 words: at a start, when its cache is made from
 * nothing, on the next mornings, and after a change; with the most memory that the whole process held.
 * `node tools/bench/sweep.mjs [studies]`, after a build.
 */
import { fork } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { addDays } from '@caseboard/domain';
import { migrations } from '../../apps/api/dist/migrations/index.js';
import { migrate } from '../../apps/api/dist/platform/database/migrate.js';
import { startEmbeddedPostgres } from '../../apps/api/dist/platform/embedded-postgres/embedded-postgres.js';
import { ownDatabase } from '../../apps/api/dist/platform/embedded-postgres/own-database.js';
import { fill } from './active-studies.mjs';
import { machine, table } from './machine.mjs';

const count = Number(process.argv[2] ?? 100_000);
const today = '2026-11-23';

const folder = await mkdtemp(join(tmpdir(), 'caseboard-bench-'));
await chmod(folder, 0o755);
const postgres = await startEmbeddedPostgres({ folder });
try {
  console.log(machine());
  const databaseUrl = await ownDatabase(postgres);
  const { role } = await migrate(databaseUrl, migrations);
  await fill(databaseUrl, count, {
    people: 200,
    managers: 3,
    // Evenly over the months in which it counts, so that as many expire each day as begin.
    deployedOn: (n) => addDays(today, -((n * 7919) % 547)),
    owner: (n) => `person${4 + (n % 196)}@example.com`,
  });
  const { runs, idle, peak } = await sweepIn({ databaseUrl, databaseRole: role, today });
  console.log(`${count} active studies, ${builtInSpecializations.length} specializations, Node and PostgreSQL on this machine\n`);
  table([
    ...runs.map(({ label, seconds, own, peak: soFar, written, mails }) => [
      `sweep ${label}`,
      `${seconds.toFixed(1)} s`,
      `${label.includes('first') ? '' : 'under 20 s; '}${own.toFixed(1)} s of the processor in Node; at most ${soFar} MB so far; ${written} rows written, ${mails} mails`,
    ]),
    ['memory of the process, idle before', `${idle} MB`],
    ['most memory it held', `${peak} MB`, 'under 300 MB'],
  ]);
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** A process of its own, so that nothing but the product is in its memory. */
function sweepIn(given) {
  const child = fork(new URL('sweep-process.mjs', import.meta.url), [JSON.stringify(given)]);
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
  });
}
