import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { migrations } from '../../migrations/index.js';
import { useTestApp } from '../../testing/test-app.js';
import { testDatabase } from '../../testing/test-database.js';
import { Refusal } from '../refusal.js';
import { migrate } from './migrate.js';

const addPerson = 'INSERT INTO person (email, name, role, created_at) VALUES ($1, $2, $3, now()) RETURNING id';

describe('a transaction', () => {
  const test = useTestApp();

  it('happens whole or not at all', async () => {
    const half = test.database.transaction(async (manager) => {
      await manager.query(addPerson, ['half@example.com', 'Half', 'leader']);
      throw new Refusal('not-found');
    });
    await expect(half).rejects.toMatchObject({ code: 'not-found' });
    expect(await test.query("SELECT id FROM person WHERE email = 'half@example.com'")).toEqual([]);
  });

  it('that breaks a constraint is refused in its name', async () => {
    await test.query(addPerson, ['same@example.com', 'One', 'leader']);
    const again = test.database.transaction((manager) => manager.query(addPerson, ['same@example.com', 'Two', 'leader']));
    await expect(again).rejects.toMatchObject({ code: 'email-taken' });
  });

  it('that ends in a deadlock is tried again, until both have happened', async () => {
    const ids = [];
    for (const name of ['x', 'y'])
      ids.push(((await test.query<{ id: string }>(addPerson, [`${name}@example.com`, name, 'leader']))[0] as { id: string }).id);
    const rename = (order: string[]) =>
      test.database.transaction(async (manager) => {
        for (const id of order) {
          await manager.query("UPDATE person SET name = name || '!' WHERE id = $1", [id]);
          await manager.query('SELECT pg_sleep(0.2)');
        }
      });
    await Promise.all([rename(ids), rename([...ids].reverse())]);
    expect((await test.query("SELECT name FROM person WHERE name IN ('x!!', 'y!!')")).length).toBe(2);
  });
});

describe('the record of changes', () => {
  const test = useTestApp();
  const add = () =>
    test.query<{ id: string }>("INSERT INTO audit_entry (at, action, subject, subject_id) VALUES (now(), 'x', 'person', $1) RETURNING id", [
      randomUUID(),
    ]);

  it.each([
    'UPDATE audit_entry SET action = $$y$$',
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    'DROP TABLE audit_entry',
    'ALTER TABLE audit_entry DISABLE TRIGGER ALL',
  ])('only grows, for the product itself: no %s', async (statement) => {
    await add();
    await expect(test.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    expect(await test.query("SELECT id FROM audit_entry WHERE action = 'x'")).not.toEqual([]);
  });

  it.each(["UPDATE audit_entry SET action = 'y'", 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
    'only grows, for the owner of the database too: no %s',
    async (statement) => {
      await add();
      const owner = new Client({ connectionString: test.config.databaseUrl });
      await owner.connect();
      await expect(owner.query(statement)).rejects.toThrow('rows of audit_entry are never changed or removed');
      await owner.end();
    },
  );
});

describe('the migrations', () => {
  it('may be started by many processes at once, again and again', async () => {
    const { url, drop } = await testDatabase();
    const owner = new Client({ connectionString: url });
    await owner.connect();
    await owner.query('DROP SCHEMA bullmq CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    const roles = await Promise.all(Array.from({ length: 6 }, () => migrate(url, migrations)));
    expect(roles).toEqual(Array(6).fill({ role: 'caseboard_app' }));
    const { rows } = await owner.query('SELECT name FROM migration ORDER BY id');
    expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
    await owner.end();
    await drop();
  }, 30_000);

  it('work for an owner who may not make roles: the triggers alone hold then', async () => {
    const { url, drop } = await testDatabase();
    const admin = new Client({ connectionString: url });
    await admin.connect();
    const plain = `plain_${randomUUID().slice(0, 8)}`;
    await admin.query(`CREATE ROLE ${plain} LOGIN PASSWORD 'secret'`);
    await admin.query(`CREATE DATABASE ${plain} OWNER ${plain}`);
    const plainUrl = new URL(url);
    plainUrl.username = plain;
    plainUrl.password = 'secret';
    plainUrl.pathname = `/${plain}`;
    expect(await migrate(plainUrl.toString(), migrations)).toEqual({ role: null });
    const owner = new Client({ connectionString: plainUrl.toString() });
    await owner.connect();
    await owner.query("INSERT INTO audit_entry (at, action, subject, subject_id) VALUES (now(), 'x', 'person', '1')");
    await expect(owner.query('DELETE FROM audit_entry')).rejects.toThrow('never changed');
    await owner.end();
    await admin.query(`DROP DATABASE ${plain}`);
    await admin.query(`DROP ROLE ${plain}`);
    await admin.end();
    await drop();
  }, 30_000);
});
