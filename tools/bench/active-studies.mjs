/** Active studies with texts of about 600 words, of a customer each, for benches that are not about the import. */
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import pg from 'pg';
import { makePortfolio } from './portfolio.mjs';

const atOnce = 1_000;

/** Straight into the tables, with people of whom the first are managers. `deployedOn` and `owner` tell of the nth study. */
export async function fill(databaseUrl, count, { people, managers, deployedOn, owner }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(
    `INSERT INTO person (email, name, role, password_hash, created_at)
     SELECT 'person' || n || '@example.com', 'Person ' || n, CASE WHEN n <= $2 THEN 'manager' ELSE 'contributor' END, 'none', now()
     FROM generate_series(1, $1::integer) AS n`,
    [people, managers],
  );
  for (let at = 0; at < count; at += atOnce) await insert(client, at, Math.min(atOnce, count - at), { deployedOn, owner });
  await client.query('UPDATE portfolio SET revision = 1');
  await client.query('ANALYZE');
  await client.end();
}

async function insert(client, at, size, { deployedOn, owner }) {
  const { customers, studies } = makePortfolio({ studies: size, specializations: builtInSpecializations, seed: at + 1 });
  const rows = studies.map((study, n) => ({
    ...study,
    id: `study-${at + n}`,
    customer: `customer-${at + n}`,
    name: customers[n].legalName,
    deployedOn: deployedOn(at + n),
    owner: owner(at + n),
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
