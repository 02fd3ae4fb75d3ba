/** What `report-issued.mjs` measures: the product with HTTP, the record of changes written into its table. */
import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { readPortfolio } from '@caseboard/domain';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import pg from 'pg';
import { createApp } from '../../apps/api/dist/create-app.js';
import { Clock } from '../../apps/api/dist/platform/clock.js';
import { readConfig } from '../../apps/api/dist/platform/config.js';
import { ReportIssuing } from '../../apps/api/dist/reports/report-issuing.service.js';
import { PortfolioWriter } from '../../apps/api/dist/writing/portfolio-writer.service.js';
import { makePortfolio } from './portfolio.mjs';

const { databaseUrl, databaseRole, studies, changes } = JSON.parse(process.argv[2]);
const config = { ...readConfig({}), databaseUrl, databaseRole, role: 'api', host: '127.0.0.1' };
const app = await createApp(config, ['error', 'warn']);
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address();
const clock = app.get(Clock, { strict: false });
let now = Date.parse('2024-11-23T08:00:00Z');
clock.now = () => new Date(now);

await bringIn();
await writeChanges();
now = Date.parse('2026-11-23T08:00:00Z');
await answer();
const idle = Math.round(process.memoryUsage().rss / 2 ** 20);
const times = [];
const runs = [];
await run('a report of 24 months, the first');
await run('the same again');
const [{ size }] = await statement('SELECT length(content::text) AS size FROM report WHERE number = 2');
await app.close();
process.send({ runs, idle, times, size }, () => process.exit(0));

async function run(label) {
  const issuing = app.get(ReportIssuing, { strict: false });
  const number = await issuing.begin({ from: '2024-11-24', to: '2026-11-23' }, { who: null, scheduledOn: null });
  const asking = { on: true };
  const asked = ask(asking);
  forgetPeak();
  const begun = performance.now();
  const cpu = process.cpuUsage();
  await issuing.make(number, async () => undefined);
  const { user, system } = process.cpuUsage(cpu);
  runs.push({ label, seconds: (performance.now() - begun) / 1000, own: (user + system) / 1e6, peak: peak() });
  asking.on = false;
  await asked;
}

/** Only Linux forgets, so that the import before does not count. */
function forgetPeak() {
  writeFileSync('/proc/self/clear_refs', '5');
}

function peak() {
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024);
}

/** One after the other, ten milliseconds apart. */
async function ask(asking) {
  while (asking.on) {
    const begun = performance.now();
    await answer();
    times.push(performance.now() - begun);
    await new Promise((done) => setTimeout(done, 10));
  }
}

function answer() {
  return new Promise((done, fail) =>
    get({ port, path: '/api/start' }, (reply) => {
      reply.resume().once('end', () => (reply.statusCode === 200 ? done() : fail(new Error(`answered ${reply.statusCode}`))));
    }).once('error', fail),
  );
}

async function bringIn() {
  const document = makePortfolio({ studies, specializations: builtInSpecializations });
  const { portfolio } = readPortfolio(document, { builtIn: builtInSpecializations });
  const targets = builtInSpecializations.slice(0, 12).map(({ code }, at) => ({ specialization: code, weight: 1 + at, submitOn: null }));
  const { customers, studies: records } = portfolio;
  const partner = { ...portfolio.partner, targets };
  await app.get(PortfolioWriter, { strict: false }).write(null, ({ save }) => save({ partner, customers, studies: records }, 'import'));
}

/** A text, and now and then the go-live, of one study after another. */
function writeChanges() {
  return statement(
    `INSERT INTO audit_entry (at, action, subject, subject_id, before, after, revision)
     SELECT '2024-11-23T09:00:00Z'::timestamptz + n * (interval '730 days' / $2::integer), 'edit', 'study', id,
       jsonb_build_object('summary', '', 'deployedOn', ''),
       jsonb_build_object('summary', 'Edited in write ' || n) || CASE WHEN n % 4 = 0
         THEN jsonb_build_object('deployedOn', ('2024-01-01'::date + n % 700)::text) ELSE jsonb_build_object('deployedOn', deployed_on::text) END,
       1 + n
     FROM generate_series(1, $2::integer) AS n
     JOIN (SELECT id, deployed_on, row_number() OVER (ORDER BY id) - 1 AS place FROM study) AS one ON place = (n * 7919) % $1::integer
     ORDER BY n`,
    [studies, changes],
  );
}

async function statement(sql, values = []) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(sql, values);
  await client.query('UPDATE portfolio SET revision = (SELECT coalesce(max(revision), 0) FROM audit_entry)');
  await client.end();
  return rows;
}
