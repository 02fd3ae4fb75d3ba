import { readPortfolio, parseDay, type Day } from '@caseboard/domain';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { demoPortfolio } from './demo.js';

const test = useTestApp();
let manager: TestClient;
beforeAll(async () => {
  manager = await test.signIn('manager');
});

describe('The demo company', () => {
  it.each(['2026-02-28', '2026-11-22', '2028-02-29', '2031-12-31'])('is a portfolio without a fault on %s', (today) => {
    const read = readPortfolio(demoPortfolio(parseDay(today) as Day), { builtIn: builtInSpecializations });
    expect(read.ok ? [] : read.faults).toEqual([]);
  });

  it('comes into an empty portfolio once, and leaves nothing behind when it goes', async () => {
    await manager.patch('/api/settings', { legalName: 'Our Company', warningDays: 60 }, { 'if-match': '"1"' });
    expect((await manager.get('/api/demo')).body).toEqual({ loaded: false });
    const loaded = await manager.post('/api/demo');
    expect(loaded.status).toBe(201);
    expect((await manager.get('/api/studies')).body.total).toBe(loaded.body.studies);
    expect((await manager.get('/api/customers')).body.total).toBe(loaded.body.customers);
    expect((await manager.get('/api/settings')).body).toMatchObject({
      legalName: 'Harbor Cloud Consulting Ltd.',
      warningDays: 60,
    });
    expect((await manager.get('/api/session')).body).toMatchObject({
      portfolioIsEmpty: false,
      organisation: { legalName: 'Harbor Cloud Consulting Ltd.' },
    });
    expect((await manager.get('/api/demo')).body).toEqual({ loaded: true });
    const again = await manager.post('/api/demo');
    expect([again.status, again.problem.code]).toEqual([409, 'portfolio-not-empty']);

    expect((await manager.post('/api/demo/clear')).status).toBe(204);
    expect((await manager.get('/api/studies')).body.total + (await manager.get('/api/customers')).body.total).toBe(0);
    expect((await manager.get('/api/settings')).body).toMatchObject({
      legalName: 'Our Company',
      warningDays: 60,
      targets: [],
    });
    expect((await manager.post('/api/demo/clear')).status).toBe(404);
    expect((await manager.post('/api/demo')).status).toBe(201);
  });

  it('is told as if it had grown over a year, of which nothing is left once it is gone', async () => {
    const { targets } = (await manager.get('/api/settings')).body;
    const knownOn = async (day: string) =>
      (await manager.get(`/api/readiness?knownOn=${day}`)).body.specializations as { supporting: string[] }[];
    const supporting = async (day: string) => (await knownOn(day)).reduce((sum, each) => sum + each.supporting.length, 0);
    expect(targets).toHaveLength(10);
    const [before, later, now] = [await supporting('2025-11-22'), await supporting('2026-06-01'), await supporting('2026-11-22')];
    expect(before).toBeGreaterThan(0);
    expect(later).toBeGreaterThan(before);
    expect((await knownOn('2026-11-22')).map((each) => each.supporting)).toEqual(
      (await manager.get('/api/readiness')).body.specializations.map((each: { supporting: string[] }) => each.supporting),
    );
    expect(now).toBeGreaterThan(later);
    expect((await manager.post('/api/demo/clear')).status).toBe(204);
    expect((await manager.get('/api/readiness?knownOn=2026-06-01')).status).toBe(400);
    expect((await manager.post('/api/demo')).status).toBe(201);
  });

  it('does not go while a study of your own hangs on one of its customers', async () => {
    const { body } = await manager.get('/api/customers?size=1');
    await manager.post('/api/studies', { id: 'ours', customer: body.items[0].id });
    const refused = await manager.post('/api/demo/clear');
    expect([refused.status, refused.problem.code, refused.problem.params?.['studies']]).toEqual([
      409,
      'customer-has-studies',
      [{ id: 'ours', title: '' }],
    ]);
  });
});
