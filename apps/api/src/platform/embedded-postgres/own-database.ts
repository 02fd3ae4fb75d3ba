import { Client } from 'pg';
import type { EmbeddedPostgres } from './embedded-postgres.js';

/** The product's database in an embedded server; made on the first start. */
export async function ownDatabase(embedded: EmbeddedPostgres): Promise<string> {
  const client = new Client({ connectionString: embedded.url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'caseboard'");
    if (!rowCount) await client.query('CREATE DATABASE caseboard');
  } finally {
    await client.end();
  }
  return embedded.url('caseboard');
}
