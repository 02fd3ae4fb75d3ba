import { rmSync } from 'node:fs';
import { Client } from 'pg';
import { migrations } from '../migrations/index.js';
import { migrate } from '../platform/database/migrate.js';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.js';

export interface TestServer {
  url(database: string): string;
  stop(): Promise<void>;
}

export const templateName = 'caseboard_template';

/** A PostgreSQL that ends with this process and forgets everything, with the template database made by the migrations. */
export async function startTestServer(folder: string): Promise<TestServer> {
  const server = await startEmbeddedPostgres({ folder, durable: false, maxConnections: 300 });
  const client = new Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query(`CREATE DATABASE ${templateName}`);
  await migrate(server.url(templateName), migrations);
  await client.end();
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
