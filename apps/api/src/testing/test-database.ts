import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { templateName } from './test-server.js';

/** An empty, migrated database of one's own; drop it when done. */
export async function testDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env['CASEBOARD_TEST_DATABASE'];
  if (!server) throw new Error('No test server: run these tests with jest.config.mjs, whose global setup starts one');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${templateName}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
