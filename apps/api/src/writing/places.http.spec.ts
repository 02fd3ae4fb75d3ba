import { aCustomer, aStudy } from '@caseboard/domain/testing';
import { legalEntityOf, type Customer } from '@caseboard/domain';
import { Client } from 'pg';
import { TestApp, useTestApp } from '../testing/test-app.js';
import { TestClient } from '../testing/test-client.js';
import type { Changes } from './changes.js';
import { PortfolioWriter } from './portfolio-writer.service.js';

const connections: Client[] = [];
// Before the application's own end, which takes the database away.
afterAll(() => Promise.all(connections.map((connection) => connection.end())));
const test = useTestApp();
let manager: TestClient;
beforeAll(async () => {
  manager = await test.signIn('manager');
  for (let n = 0; n < 8; n += 1) {
    const connection = new Client({ connectionString: test.config.databaseUrl });
    await connection.connect();
    await connection.query("SET deadlock_timeout = '20ms'");
    connections.push(connection);
  }
});

const put = (changes: Changes) => test.get(PortfolioWriter).write(null, ({ save }) => save(changes, 'import'));
const unit = (id: string, partOf: string | null) => aCustomer({ id, legalName: id, kind: 'unit', partOf });
const entity = (id: string) => aCustomer({ id, legalName: id });
const draftOf = (id: string, customer: string) => aStudy({ id, customer, status: 'draft', applications: [] });

describe('Fifty studies of one legal entity, through its different units', () => {
  it('activated at the same moment leave one active and forty-nine clear refusals', async () => {
    const ids = Array.from({ length: 50 }, (_, n) => `fifty-${n}`);
    await put({
      customers: [entity('whole'), ...ids.map((id, n) => unit(`unit-${id}`, n % 2 ? `unit-${ids[n - 1]}` : 'whole'))],
      studies: ids.map((id) => draftOf(id, `unit-${id}`)),
    });
    const answers = await Promise.all(ids.map((id) => manager.post(`/api/studies/${id}/activate`)));
    const refused = answers.filter(({ status }) => status === 409);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(refused).toHaveLength(49);
    const [holder] = await test.query<{ id: string }>("SELECT id FROM study WHERE status = 'active' AND legal_entity_id = 'whole'");
    expect(
      refused.every(
        ({ problem }) =>
          problem.code === 'legal-entity-taken' && problem.params?.['study'] === holder?.id && problem.params?.['customer'] === 'whole',
      ),
    ).toBe(true);
    expect((await manager.get('/api/studies?status=active&search=fifty')).body.total).toBe(1);
  });

  it('activated through two processes at once leave one too, and each process sees what the other did', async () => {
    await Promise.all(
      (await manager.get('/api/studies?status=active&search=fifty')).body.items.map(({ id }: { id: string }) =>
        manager.post(`/api/studies/${id}/draft`),
      ),
    );
    const second = new TestApp({ databaseUrl: test.config.databaseUrl });
    await second.start();
    const others = new TestClient(second.app, manager.headers);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => (n % 2 ? manager : others).post(`/api/studies/fifty-${n}/activate`)),
    );
    expect(answers.map(({ status }) => status).filter((status) => status !== 409)).toEqual([200]);
    const lists = await Promise.all([manager, others].map((each) => each.get('/api/studies?status=active&search=fifty')));
    expect(lists.map(({ body }) => body.total)).toEqual([1, 1]);
    expect(lists[0]?.body).toEqual(lists[1]?.body);
    await second.stop();
  });

  it('activated so by statements that know no lock still leave one', async () => {
    await test.query("UPDATE study SET status = 'draft'");
    const outcomes = await Promise.all(
      connections.map((connection, n) => settled(connection.query("UPDATE study SET status = 'active' WHERE id = $1", [`fifty-${n}`]))),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    // Two that meet at the constraint may wait for each other: PostgreSQL then ends one as a deadlock, which leaves one too.
    expect(outcomes.filter((outcome) => !['done', 'one_active_study_per_legal_entity', '40P01'].includes(outcome))).toEqual([]);
  });
});

describe('A unit that moves to an entity with an active study', () => {
  it('while a study of it is being activated is never left with two active in one place', async () => {
    await put({
      customers: [entity('from'), entity('to'), unit('moved', 'from'), unit('below', 'moved')],
      studies: [{ ...draftOf('holds', 'to'), status: 'active' }, draftOf('moves', 'below')],
    });
    for (let round = 0; round < 25; round += 1) {
      const etag = (await manager.get('/api/customers/moved')).headers['etag'];
      const [moved, activated] = await Promise.all([
        manager.patch('/api/customers/moved', { partOf: 'to' }, { 'if-match': String(etag) }),
        manager.post('/api/studies/moves/activate'),
      ]);
      expect([moved.status, activated.status].sort()).toEqual([200, 409]);
      if (moved.status === 409)
        expect(moved.problem).toMatchObject({
          code: 'two-active-studies',
          params: { legalEntity: 'to', studies: [{ id: 'holds' }, { id: 'moves' }] },
        });
      await expectPlacesHold();
      await put({ customers: [unit('moved', 'from')], studies: [draftOf('moves', 'below')] });
    }
  });

  it.each(['READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE'])(
    'by statements that know no lock, %s, is never left with two either',
    async (isolation) => {
      const [mover, activator] = connections as [Client, Client];
      for (let round = 0; round < 40; round += 1) {
        await test.query("UPDATE study SET status = 'draft' WHERE id = 'moves'");
        await test.query("UPDATE customer SET part_of = 'from' WHERE id = 'moved'");
        await Promise.all([mover, activator].map((connection) => connection.query(`BEGIN ISOLATION LEVEL ${isolation}`)));
        // Both have looked at the world before either writes.
        await Promise.all([mover, activator].map((connection) => connection.query('SELECT count(*) FROM study')));
        const move = () => settled(mover.query("UPDATE customer SET part_of = 'to' WHERE id = 'moved'"));
        const activate = () => settled(activator.query("UPDATE study SET status = 'active' WHERE id = 'moves'"));
        const first = round % 2 ? move() : activate();
        await pause(round % 5);
        const second = round % 2 ? activate() : move();
        const ends = [first.then(() => end(round % 2 ? mover : activator)), second.then(() => end(round % 2 ? activator : mover))];
        await Promise.all(ends);
        await expectPlacesHold();
      }
    },
  );
});

describe('Whatever many connections write at once, without the product', () => {
  it('every study stands in the legal entity of its customer, no entity has two active, no unit is part of itself', async () => {
    const customers = [entity('e1'), entity('e2'), entity('e3'), ...Array.from({ length: 8 }, (_, n) => unit(`u${n}`, `e${(n % 3) + 1}`))];
    await put({
      customers,
      studies: Array.from({ length: 24 }, (_, n) => draftOf(`any-${n}`, (customers[n % customers.length] as Customer).id)),
    });
    const ids = customers.map(({ id }) => id);
    const random = seeded(7);
    const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const statements: readonly (() => [string, unknown[]])[] = [
      () => ['UPDATE customer SET part_of = $2 WHERE id = $1', [any(ids), any([...ids, null])]],
      () => ['UPDATE customer SET kind = $2 WHERE id = $1', [any(ids), any(['unit', 'legal-entity'])]],
      () => ['UPDATE study SET status = $2 WHERE id = $1', [`any-${Math.floor(random() * 24)}`, any(['active', 'active', 'draft'])]],
      () => ['UPDATE study SET customer_id = $2 WHERE id = $1', [`any-${Math.floor(random() * 24)}`, any(ids)]],
    ];
    const outcomes: string[] = [];
    for (let round = 0; round < 60; round += 1) {
      const isolation = any(['READ COMMITTED', 'REPEATABLE READ']);
      await Promise.all(
        connections.map(async (connection) => {
          await connection.query(`BEGIN ISOLATION LEVEL ${isolation}`);
          const done: string[] = [];
          while (done.length < 3 && !done.some((outcome) => outcome !== 'done'))
            done.push(await settled(connection.query(...any(statements)())));
          outcomes.push(...done);
          await end(connection);
        }),
      );
      await expectPlacesHold();
    }
    // Otherwise nothing was tried.
    expect(outcomes.filter((outcome) => outcome === 'done').length).toBeGreaterThan(300);
    expect(outcomes).toEqual(expect.arrayContaining(['one_active_study_per_legal_entity', 'no_circle_of_units']));
  }, 60_000);
});

/** What the database says of legal entities is what rules 2.2 say, and rules 2.1 and 2.4 hold. */
async function expectPlacesHold(): Promise<void> {
  const rows = await test.query<{
    id: string;
    kind: Customer['kind'];
    part_of: string | null;
    legal_entity_id: string;
  }>('SELECT id, kind, part_of, legal_entity_id FROM customer');
  const customers = new Map(rows.map(({ id, kind, part_of }) => [id, aCustomer({ id, kind, partOf: part_of })]));
  const entityOf = (id: string) => legalEntityOf(id, customers)?.id ?? '';
  expect(rows.filter((row) => row.legal_entity_id !== entityOf(row.id))).toEqual([]);
  const studies = await test.query<{ id: string; customer_id: string; legal_entity_id: string; status: string }>(
    'SELECT id, customer_id, legal_entity_id, status FROM study WHERE customer_id IS NOT NULL',
  );
  expect(studies.filter((study) => study.legal_entity_id !== entityOf(study.customer_id))).toEqual([]);
  const places = studies
    .filter(({ status, legal_entity_id }) => status === 'active' && legal_entity_id !== '')
    .map(({ legal_entity_id }) => legal_entity_id);
  expect(places).toHaveLength(new Set(places).size);
  for (const { id } of rows) expect(isPartOfItself(id, customers)).toBe(false);
}

function isPartOfItself(id: string, customers: ReadonlyMap<string, Customer>): boolean {
  let at = customers.get(id)?.partOf ?? null;
  for (let steps = 0; at !== null && steps <= customers.size; steps += 1) {
    if (at === id) return true;
    at = customers.get(at)?.partOf ?? null;
  }
  return false;
}

/** `done`, or the name of the constraint or the code of the error that refused. */
async function settled(query: Promise<unknown>): Promise<string> {
  try {
    await query;
    return 'done';
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code?: string };
    return constraint ?? code ?? String(error);
  }
}

/** Commits what can be committed. */
async function end(connection: Client): Promise<void> {
  if ((await settled(connection.query('COMMIT'))) !== 'done') await connection.query('ROLLBACK');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function seeded(state: number): () => number {
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
