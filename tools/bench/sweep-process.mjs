/** What `sweep.mjs` measures: the product without HTTP, its clock moved from morning to morning. */
import pg from 'pg';
import { SweepService } from '../../apps/api/dist/alerts/sweep.service.js';
import { createWorker } from '../../apps/api/dist/create-app.js';
import { readConfig } from '../../apps/api/dist/platform/config.js';
import { Clock } from '../../apps/api/dist/platform/clock.js';

const { databaseUrl, databaseRole, today } = JSON.parse(process.argv[2]);
const app = await createWorker({ ...readConfig({}), databaseUrl, databaseRole, role: 'api' }, ['error', 'warn']);
await app.init();
const clock = app.get(Clock);
let now = Date.parse(`${today}T08:00:00Z`);
clock.now = () => new Date(now);

const idle = Math.round(process.memoryUsage().rss / 2 ** 20);
const runs = [];
await run('of the first start, the cache from nothing', 'start');
await run('of a later start', 'start');
for (const morning of ['next', 'second', 'third']) {
  await deliver();
  now += 24 * 3600_000;
  await run(`of the ${morning} morning`, 'morning');
}
await edit(500);
await run('after 500 studies were edited', 'change');
await app.close();
process.send({ runs, idle, peak: Math.round(process.resourceUsage().maxRSS / 1024) }, () => process.exit(0));

async function run(label, reason) {
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const swept = await app.get(SweepService).sweep({ reason });
  const { user, system } = process.cpuUsage(cpu);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  runs.push({
    label,
    seconds: (performance.now() - begun) / 1000,
    own: (user + system) / 1e6,
    peak,
    written: swept.written,
    mails: swept.mails,
  });
}

/** As if every mail had gone out. */
function deliver() {
  return statements([
    'UPDATE alert_delivery SET sent_at = now() WHERE sent_at IS NULL',
    `UPDATE outbox SET state = 'kept', sent_at = now(), day = '${clock.today('UTC')}' WHERE state = 'waiting'`,
    `UPDATE alert SET state = 'sent' WHERE state IN ('due', 'failed') AND told_at IS NOT NULL`,
  ]);
}

function edit(count) {
  return statements([
    'UPDATE portfolio SET revision = revision + 1',
    `UPDATE study SET diagrams = 3, revision = (SELECT revision FROM portfolio) WHERE id IN (SELECT id FROM study LIMIT ${count})`,
  ]);
}

async function statements(all) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  for (const statement of all) await client.query(statement);
  await client.end();
}
