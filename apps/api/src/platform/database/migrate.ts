import { runMigrations as runQueueMigrations } from 'bullmq';
import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';

export const applicationRole = 'caseboard_app';
/** Any number, the same for all who migrate. */
const migrationLock = 20_251_126;

/**
 * Brings a database to the state that the code expects, as its owner. Any number of processes may call it at once:
 * one works, the others wait and find it done. Answers the role that the product is to run under.
 */
export async function migrate(url: string, migrations: readonly (new () => MigrationInterface)[]): Promise<{ role: string | null }> {
  const owner = new Client({ connectionString: url, application_name: 'caseboard migrations' });
  await owner.connect();
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const role = (await makeRole(owner)) ? applicationRole : null;
    await migrateTables(url, migrations);
    await runQueueMigrations(owner);
    if (role) await grant(owner);
    return { role };
  } finally {
    // Ending the session gives the lock back, whatever happened.
    await owner.end();
  }
}

async function migrateTables(url: string, migrations: readonly (new () => MigrationInterface)[]): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    extra: { connectionString: url, max: 2 },
    installExtensions: false,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

/** A database that somebody else runs may not let its owner make roles; then the triggers alone hold. */
async function makeRole(owner: Client): Promise<boolean> {
  const member = async () => {
    const { rows } = await owner.query<{ member: boolean }>(
      "SELECT pg_has_role(current_user, oid, 'SET') AS member FROM pg_roles WHERE rolname = $1",
      [applicationRole],
    );
    return rows[0]?.member;
  };
  if (await member()) return true;
  try {
    await owner.query(`CREATE ROLE ${applicationRole} NOLOGIN`);
  } catch (error) {
    const { code } = error as { code?: string };
    // Another database of the same server made it, perhaps this very moment; or we may not.
    if (code !== '42710' && code !== '23505' && code !== '42501') throw error;
  }
  await owner.query(`GRANT ${applicationRole} TO CURRENT_USER`).catch(() => undefined);
  return (await member()) ?? false;
}

/**
 * The application's role may read and write every table, and only add to the append-only ones: those that carry the
 * trigger `refuse_change`. Given anew after each run, so that no migration can forget a table.
 */
async function grant(owner: Client): Promise<void> {
  const { rows: held } = await owner.query<{ table: string }>(
    "SELECT tgrelid::regclass::text AS table FROM pg_trigger WHERE tgname = 'refuse_change'",
  );
  const role = applicationRole;
  const statements = [
    `GRANT USAGE ON SCHEMA public TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
    `REVOKE ALL ON public.migration FROM ${role}`,
    ...held.map(({ table }) => `REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM ${role}`),
    // BullMQ makes a sequence for each queue when it first meets it.
    `GRANT USAGE, CREATE ON SCHEMA bullmq TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO ${role}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA bullmq TO ${role}`,
  ];
  await owner.query(`BEGIN; ${statements.join('; ')}; COMMIT`);
}
