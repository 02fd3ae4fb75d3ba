import type { Page, SavedView } from '@caseboard/contracts';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';

const test = useTestApp();
let mia: TestClient;

beforeAll(async () => {
  mia = await test.signIn('manager');
});

const mine = async (who: TestClient) => ((await who.get('/api/views')).body as Page<SavedView>).items;
const view = { list: 'studies', name: 'Mine, expiring', search: { owner: 'me', expires: '2026-11-01..' } };

it('a view is kept for its person alone, and taken out again', async () => {
  const saved = await mia.post('/api/views', view);
  expect([saved.status, saved.body]).toEqual([201, { id: expect.any(String), ...view }]);
  const { id } = saved.body as SavedView;
  const leader = await test.signIn('leader');
  expect(await mine(leader)).toEqual([]);
  expect((await leader.delete(`/api/views/${id}`)).status).toBe(404);
  expect(await mine(mia)).toEqual([{ id, ...view }]);
  expect((await mia.delete(`/api/views/${id}`)).status).toBe(204);
  expect((await mia.delete(`/api/views/${id}`)).status).toBe(404);
  expect(await mine(mia)).toEqual([]);
});

it('one name stands for one view of a list, also when it is saved twice at once', async () => {
  const other = { ...view, search: { status: 'draft' } };
  await Promise.all([mia.post('/api/views', view), mia.post('/api/views', other), mia.post('/api/views', { ...view, list: 'customers' })]);
  await mia.post('/api/views', other);
  expect((await mine(mia)).map(({ list, search }) => [list, search]).sort()).toEqual([
    ['customers', view.search],
    ['studies', other.search],
  ]);
});

it.each([
  [{ ...view, list: 'nothing' }, 'list', 'unknown-value'],
  [{ ...view, name: '  ' }, 'name', 'missing'],
  [{ ...view, name: 'x'.repeat(61) }, 'name', 'text-too-long'],
  [{ ...view, name: 'a\u0000' }, 'name', 'forbidden-character'],
  [{ ...view, search: { a: 1 } }, 'search.a', 'not-text'],
  [{ ...view, search: Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`k${n}`, ''])) }, 'search', 'too-many-entries'],
])('%j is refused', async (body, path, reason) => {
  const before = await mine(mia);
  const refused = await mia.post('/api/views', body);
  expect([refused.status, refused.problem.faults?.map((fault) => [fault.path, fault.reason])]).toEqual([400, [[path, reason]]]);
  expect(await mine(mia)).toEqual(before);
});

it('two hundred are enough; one that is there may still change', async () => {
  const person = await test.signIn('contributor');
  for (let n = 0; n < 200; n++) expect((await person.post('/api/views', { ...view, name: `view ${n}` })).status).toBe(201);
  const refused = await person.post('/api/views', view);
  expect([refused.status, refused.problem.faults?.[0]]).toMatchObject([400, { path: 'name', reason: 'too-many-entries' }]);
  expect((await person.post('/api/views', { ...view, name: 'view 7', search: {} })).status).toBe(201);
});
