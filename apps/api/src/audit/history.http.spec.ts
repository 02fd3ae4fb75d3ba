import { writeCustomer, writeSpecialization, writeStudy } from '@caseboard/domain';
import { Routes } from '../platform/http/routes.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { settingsOf } from '../writing/changes.js';
import { useTestApp } from '../testing/test-app.js';
import type { TestAnswer, TestClient } from '../testing/test-client.js';

const test = useTestApp();
let manager: TestClient;
beforeAll(async () => {
  manager = await test.signIn('manager', { email: 'mia@example.com', name: 'Mia' });
});

/** Sends with the version that stands now. */
const withTag = async (url: string, send: (headers: Record<string, string>) => Promise<TestAnswer>) =>
  send({ 'if-match': String((await manager.get(url)).headers['etag']) });
const patch = (url: string, body: object) => withTag(url, (headers) => manager.patch(url, body, headers));
const remove = (url: string) => withTag(url, (headers) => manager.delete(url, headers));

/** Every route of these features that writes, in an order in which each has something to do, and what it leaves behind. */
const writes: readonly (readonly [
  route: string,
  write: () => Promise<TestAnswer>,
  changes: readonly (readonly [string, string, string])[],
])[] = [
  ['POST /api/demo', () => manager.post('/api/demo'), []],
  ['POST /api/demo/clear', () => manager.post('/api/demo/clear'), []],
  [
    'PATCH /api/settings',
    () =>
      patch('/api/settings', {
        legalName: 'Harbor',
        timeZone: 'Asia/Shanghai',
        targets: [{ specialization: 'msp', weight: 3 }],
      }),
    [['edit', 'settings', 'settings']],
  ],
  [
    'POST /api/customers',
    () =>
      manager.post('/api/customers', {
        id: 'bank',
        legalName: 'AnyBank',
        registrations: [{ scheme: 'lei', number: 'L-1' }],
      }),
    [['create', 'customer', 'bank']],
  ],
  ['PATCH /api/customers/:id', () => patch('/api/customers/bank', { aliases: ['Bank'], country: 'DE' }), [['edit', 'customer', 'bank']]],
  [
    'POST /api/customers/bulk',
    () => manager.post('/api/customers/bulk', { changes: [{ id: 'bank', industry: 'Financial Services' }] }),
    [['edit', 'customer', 'bank']],
  ],
  [
    'POST /api/specializations',
    () =>
      manager.post('/api/specializations', {
        code: 'own',
        name: 'Own',
        notes: null,
        requires: { studies: 1, public: 0, freshnessMonths: null },
      }),
    [['create', 'specialization', 'own']],
  ],
  [
    'PATCH /api/specializations/:code',
    () => patch('/api/specializations/msp', { confirm: ['studies'] }),
    [['confirm', 'specialization', 'msp']],
  ],
  [
    'POST /api/studies',
    () =>
      manager.post('/api/studies', {
        id: 'one',
        customer: 'bank',
        title: 'One',
        applications: [{ specialization: 'own' }],
      }),
    [['create', 'study', 'one']],
  ],
  [
    'PATCH /api/studies/:id',
    () => patch('/api/studies/one', { sections: { solution: ['Text'] }, outcomes: [{ statement: 'Fast', value: 1.5e-7 }] }),
    [['edit', 'study', 'one']],
  ],
  ['POST /api/studies/:id/activate', () => manager.post('/api/studies/one/activate'), [['activate', 'study', 'one']]],
  ['POST /api/studies', () => manager.post('/api/studies', { id: 'two', customer: 'bank', title: 'Two' }), [['create', 'study', 'two']]],
  [
    'POST /api/studies/:id/activate',
    () => manager.post('/api/studies/two/activate', { replace: 'one' }),
    [
      ['retire', 'study', 'one'],
      ['activate', 'study', 'two'],
    ],
  ],
  ['POST /api/studies/:id/retire', () => manager.post('/api/studies/two/retire'), [['retire', 'study', 'two']]],
  ['POST /api/studies/:id/draft', () => manager.post('/api/studies/two/draft'), [['draft', 'study', 'two']]],
  [
    'POST /api/studies/bulk',
    () =>
      manager.post('/api/studies/bulk', {
        ids: ['one', 'two'],
        action: { kind: 'set-owner', owner: 'li@example.com' },
      }),
    [
      ['edit', 'study', 'one'],
      ['edit', 'study', 'two'],
    ],
  ],
  ['DELETE /api/studies/:id', () => remove('/api/studies/two'), [['remove', 'study', 'two']]],
  ['DELETE /api/specializations/:code', () => remove('/api/specializations/msp'), [['reset', 'specialization', 'msp']]],
  ['POST /api/customers', () => manager.post('/api/customers', { id: 'gone', legalName: 'Gone' }), [['create', 'customer', 'gone']]],
  ['DELETE /api/customers/:id', () => remove('/api/customers/gone'), [['remove', 'customer', 'gone']]],
];

describe('Every route that writes', () => {
  it('is among those tried here', () => {
    const features = /^\/api\/(studies|customers|specializations|settings|demo)(\/|$)/;
    // A preview writes nothing; following is a person's own; alert and report settings are no part of the portfolio.
    const others = ['/api/studies/preview', '/api/studies/:id/follow', '/api/settings/alerts', '/api/settings/report'];
    const written = test.get(Routes).all.filter(({ method, path }) => method !== 'GET' && features.test(path) && !others.includes(path));
    expect([...new Set(written.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual(
      [...new Set(writes.map(([route]) => route))].sort(),
    );
  });

  it.each(writes)('%s leaves its changes', async (_route, write, changes) => {
    const [{ last } = { last: '0' }] = await test.query<{ last: string }>('SELECT coalesce(max(id), 0) AS last FROM audit_entry');
    const answer = await write();
    expect(answer.status).toBeLessThan(300);
    const rows = await test.query<Record<string, string>>('SELECT * FROM audit_entry WHERE id > $1 ORDER BY id', [last]);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row['who'] === manager.personId && row['revision'] !== null)).toBe(true);
    if (changes.length > 0) expect(rows.map((row) => [row['action'], row['subject'], row['subject_id']])).toEqual(changes);
    await expectReplayToEqualPresent();
  });
});

describe('The record of changes', () => {
  it('is shown newest first, with the keys that differ, and who it was', async () => {
    const { body } = await manager.get('/api/history?subject=study&subjectId=one&size=2');
    expect(body.total).toBe(5);
    expect(body.items[0]).toMatchObject({
      action: 'edit',
      who: 'mia@example.com',
      whoName: 'Mia',
      subject: 'study',
      subjectId: 'one',
      title: 'One',
      before: { owner: null },
      after: { owner: 'li@example.com' },
    });
    expect(body.items[1]).toMatchObject({
      action: 'retire',
      before: { status: 'active' },
      after: { status: 'retired' },
    });
    expect(body.items).toHaveLength(2);
  });

  it('is searched and filtered, and answers nothing it was not asked', async () => {
    expect((await manager.get('/api/history?search=ANYBANK&subject=customer&subjectId=bank')).body.total).toBe(3);
    expect((await manager.get("/api/history?search=' OR true--")).body.total).toBe(0);
    expect((await manager.get('/api/history?since=2999-01-01')).body.total).toBe(0);
    expect((await manager.get('/api/history?who=MIA@example.com&subject=settings')).body.total).toBeGreaterThan(0);
    expect((await manager.get('/api/history?since=yesterday')).status).toBe(400);
    expect((await manager.get('/api/history?search=%00')).status).toBe(400);
  });

  it('is not for leaders, and people are not for contributors', async () => {
    const administrator = await test.signIn('administrator');
    await administrator.post('/api/people', { email: 'new@example.com', name: 'New', role: 'leader' });
    expect((await administrator.get('/api/history?subject=person')).body.total).toBe(1);
    expect((await (await test.signIn('contributor')).get('/api/history?subject=person')).body.total).toBe(0);
    expect((await (await test.signIn('leader')).get('/api/history')).status).toBe(403);
  });

  it.each(['UPDATE audit_entry SET who = NULL', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])('refuses %s', async (statement) => {
    await expect(test.query(statement)).rejects.toThrow(/permission denied|never changed/);
  });
});

type Json = Record<string, unknown>;

/** What stands before anybody changed anything. */
const newSettings: Json = { legalName: '', timeZone: null, heldSpecializations: [], targets: [], warningDays: 90 };

/** Does every recorded change again, from nothing, and compares key for key with what stands now. */
async function expectReplayToEqualPresent(): Promise<void> {
  const rows = await test.query<{ subject: string; subject_id: string; before: Json | null; after: Json | null }>(
    'SELECT * FROM audit_entry ORDER BY id',
  );
  const past: { [subject: string]: Map<string, Json> } = {
    study: new Map(),
    customer: new Map(),
    specialization: new Map(),
    settings: new Map([['settings', newSettings]]),
  };
  for (const { subject, subject_id, before, after } of rows) {
    const records = past[subject];
    if (!records) continue;
    if (after === null) records.delete(subject_id);
    else if (before === null) records.set(subject_id, after);
    else records.set(subject_id, { ...without(records.get(subject_id) ?? before, Object.keys(before)), ...after });
  }
  const snapshot = await test.get(PortfolioService).current();
  const { portfolio } = snapshot;
  expect([...(past['study']?.values() ?? [])]).toEqual(portfolio.studies.map(writeStudy));
  expect([...(past['customer']?.values() ?? [])]).toEqual(portfolio.customers.map(writeCustomer));
  const own = portfolio.specializations.filter(({ code }) => snapshot.meta('specialization', code));
  expect(new Map(past['specialization'])).toEqual(new Map(own.map((entry) => [entry.code, writeSpecialization(entry)])));
  expect(past['settings']?.get('settings')).toEqual(settingsOf(snapshot));
}

function without(record: Json, keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
