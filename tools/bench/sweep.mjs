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
import pg from 'pg';
import { migrations } from '../../apps/api/dist/migrations/index.js';
import { migrate } from '../../apps/api/dist/platform/database/migrate.js';
import { startEmbeddedPostgres } from '../../apps/api/dist/platform/embedded-postgres/embedded-postgres.js';
import { ownDatabase } from '../../apps/api/dist/platform/embedded-postgres/own-database.js';
import { machine, table } from './machine.mjs';
import { makePortfolio } from './portfolio.mjs';

const count = Number(process.argv[2] ?? 100_000);
const today = '2026-11-23';
const atOnce = 1_000;

const insertStudies = `
  INSERT INTO study (id, customer_id, status, title, summary, visibility, format, url, url_state, anonymous_description, stage, deployed_on,
    offered_externally, about_customer, challenge, solution, results, about_partner, services, outcomes, support_before, support_during,
    support_after, diagrams, owner, version, revision, created_at, updated_at)
  SELECT id, customer, 'active', title, summary, visibility, format, url, "urlState", "anonymousDescription", stage, "deployedOn",
    "offeredExternally", section."aboutCustomer", section.challenge, section.solution, section.results, section."aboutPartner",
    services, outcomes, support->>'before', support->>'during', support->>'after', diagrams, owner, 1, 1, now(), now()
  FROM json_to_recordset($1::json) AS given (id text, customer text, title text, summary text, visibility text, format text, url text,
    "urlState" text, "anonymousDescription" text, stage text, "deployedOn" date, "offeredExternally" boolean, sections json, services jsonb,
    outcomes jsonb, support json, diagrams integer, owner text),
    json_to_record(sections) AS section ("aboutCustomer" text[], challenge text[], solution text[], results text[], "aboutPartner" text[])`;

const folder = await mkdtemp(join(tmpdir(), 'caseboard-bench-'));
await chmod(folder, 0o755);
const postgres = await startEmbeddedPostgres({ folder });
try {
  console.log(machine());
  const databaseUrl = await ownDatabase(postgres);
  const { role } = await migrate(databaseUrl, migrations);
  await fill(databaseUrl);
  const { runs, idle, peak } = await sweepIn({ databaseUrl, databaseRole: role, today });
  console.log(`${count} active studies, ${builtInSpecializations.length} specializations, Node and PostgreSQL on this machine\n`);
  table([
    ...runs.map(({ label, seconds, own, peak: soFar, written, mails }) => [
      `sweep ${label}`,
      `${seconds.toFixed(1)} s`,
      `${label.includes('morning') ? 'under 20 s; ' : ''}${own.toFixed(1)} s of the processor in Node; at most ${soFar} MB so far; ${written} rows written, ${mails} mails`,
    ]),
    ['memory of the process, idle before', `${idle} MB`],
    ['most memory it held', `${peak} MB`, 'under 300 MB'],
  ]);
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Straight into the tables: what is timed here is not the import. */
async function fill(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`INSERT INTO person (email, name, role, password_hash, created_at)
    SELECT 'person' || n || '@example.com', 'Person ' || n, CASE WHEN n <= 3 THEN 'manager' ELSE 'contributor' END, 'none', now()
    FROM generate_series(1, 200) AS n`);
  for (let at = 0; at < count; at += atOnce) await insert(client, at, Math.min(atOnce, count - at));
  await client.query('UPDATE portfolio SET revision = 1');
  await client.query('ANALYZE');
  await client.end();
}

async function insert(client, at, size) {
  const { customers, studies } = makePortfolio({ studies: size, specializations: builtInSpecializations, seed: at + 1 });
  const rows = studies.map((study, n) => ({
    ...study,
    id: `study-${at + n}`,
    customer: `customer-${at + n}`,
    name: customers[n].legalName,
    // Evenly over the months in which it counts, so that as many expire each day as begin.
    deployedOn: addDays(today, -(((at + n) * 7919) % 547)),
    owner: `person${4 + ((at + n) % 196)}@example.com`,
  }));
  const json = JSON.stringify(rows);
  await client.query(
    `INSERT INTO customer (id, legal_name, aliases, not_names, kind, relation, version, revision, created_at, updated_at)
     SELECT customer, name, '{}', '{}', 'legal-entity', 'external', 1, 1, now(), now()
     FROM json_to_recordset($1::json) AS given (customer text, name text)`,
    [json],
  );
  await client.query(insertStudies, [json]);
  await client.query(
    `INSERT INTO application SELECT id, specialization, place - 1, relevance, category, history
     FROM json_to_recordset($1::json) AS given (id text, applications json), json_array_elements(applications) WITH ORDINALITY AS each (application, place),
       json_to_record(application) AS one (specialization text, relevance text, category text, history jsonb)`,
    [json],
  );
}

/** A process of its own, so that nothing but the product is in its memory. */
function sweepIn(given) {
  const child = fork(new URL('sweep-process.mjs', import.meta.url), [JSON.stringify(given)]);
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
  });
}
