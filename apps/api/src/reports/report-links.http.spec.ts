import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { MakeReportJob } from './make-report.job.js';
import { canary, company, secretName } from './testing/company.js';

const test = useTestApp({ today: null, baseUrl: 'https://cb.example.com' });
let manager: TestClient;

beforeAll(async () => {
  test.setTime('2026-09-30T10:00:00Z');
  manager = await test.signIn('manager', { name: 'Mia Berg' });
  await company(test);
  await manager.post('/api/reports', {});
  await test.get(MakeReportJob).run({ number: 1 }, { id: 'x', attempt: 1, progress: async () => undefined });
});

const link = async (wanted: object = {}) => {
  const { status, body } = await manager.post('/api/reports/1/links', { expiresOn: '2026-10-07', ...wanted });
  expect(status).toBe(201);
  return { id: body.id as string, body, url: `/api/shared-reports/${/^https:\/\/cb\.example\.com\/r\/([\w-]{43})$/.exec(body.url)?.[1]}` };
};

describe('a link to a report', () => {
  it('opens it for whoever has the address, without the names that are withheld, in no cache and no log of others', async () => {
    const { url, body } = await link({ language: 'zh' });
    expect(body).toMatchObject({ createdBy: 'Mia Berg', includesNames: false, opened: 0, revokedAt: null });
    const answer = await test.stranger.get(url);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ language: 'zh', expiresOn: '2026-10-07', view: { number: 1, state: 'issued' } });
    expect(answer.body.view.labels.studies.secret).toEqual({ label: 'A parcel carrier', withheld: true });
    expect(JSON.stringify(answer.body)).not.toMatch(canary);
    expect(JSON.stringify(answer.body)).not.toContain('@');
    const kept = (await manager.get('/api/reports/1')).body.report.decisions;
    expect(kept.some(({ owner }: { owner: string | null }) => owner?.includes('@'))).toBe(true);
    expect(answer.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'private, no-store' });
  });

  it('names everybody where its sender chose so', async () => {
    const { url } = await link({ includeNames: true });
    expect((await test.stranger.get(url)).body.view.labels.studies.secret.label).toBe(secretName);
  });

  it('is counted each time it is opened, and its address is told once', async () => {
    const { id, url } = await link();
    await test.stranger.get(url);
    await test.stranger.get(url);
    const { body } = await manager.get('/api/reports/1/links');
    const row = body.items.find((each: { id: string }) => each.id === id);
    expect(row).toMatchObject({ opened: 2, lastOpenedAt: expect.stringMatching(/^2026-09-30T10/) });
    expect(JSON.stringify(body)).not.toContain(url.split('/').at(-1));
    expect(JSON.stringify(await test.query('SELECT * FROM report_link'))).not.toContain(url.split('/').at(-1));
  });

  it('that is unknown, was taken back or has run out answers alike', async () => {
    const revoked = await link();
    expect((await manager.delete(`/api/reports/1/links/${revoked.id}`)).status).toBe(204);
    const expired = await link({ expiresOn: '2026-10-01' });
    expect((await test.stranger.get(expired.url)).status).toBe(200);
    test.passTime(14 * 3600_000);
    const unknown = '/api/shared-reports/'.padEnd(63, 'x');
    const answers = await Promise.all([revoked.url, expired.url, unknown].map((url) => test.stranger.get(url)));
    const told = answers.map(({ status, body, headers }) => [status, { ...body, instance: '' }, headers['referrer-policy']]);
    expect(told[0]?.[0]).toBe(404);
    expect(told).toEqual([told[0], told[0], told[0]]);
    expect((await test.stranger.get(`${revoked.url}/file?format=pdf`)).status).toBe(404);
    manager = await test.signIn('manager');
  });

  it('is guessed slowly', async () => {
    const net = { remoteAddress: '203.0.113.9' };
    const guess = (at: number) => test.app.inject({ url: `/api/shared-reports/guess-${at}`, ...net });
    const first = await Promise.all(Array.from({ length: 40 }, (_, at) => guess(at)));
    expect(first.filter(({ statusCode }) => statusCode === 404).length).toBeLessThanOrEqual(30);
    expect((await guess(41)).statusCode).toBe(429);
    // Whoever has an address reads on.
    expect((await test.app.inject({ url: (await link()).url, ...net })).statusCode).toBe(200);
  });

  it.each([
    [{ expiresOn: '2026-10-01' }, 'expiresOn', 'day-out-of-range'],
    [{ expiresOn: '2027-10-02' }, 'expiresOn', 'day-out-of-range'],
    [{ expiresOn: '2026-02-30' }, 'expiresOn', 'no-such-day'],
    [{ expiresOn: '2026-10-07', language: 'xx' }, 'language', 'unknown-value'],
  ])('with %j is refused', async (body, path, reason) => {
    const { status, problem } = await manager.post('/api/reports/1/links', body);
    expect([status, problem.faults?.map((fault) => [fault.path, fault.reason])]).toEqual([400, [[path, reason]]]);
  });

  it('is made for issued reports only, by managers and administrators', async () => {
    await manager.post('/api/reports', {});
    expect((await manager.post('/api/reports/2/links', { expiresOn: '2026-10-07' })).status).toBe(404);
    expect((await manager.delete('/api/reports/2/links/00000000-0000-0000-0000-000000000000')).status).toBe(404);
    for (const role of ['contributor', 'leader'] as const)
      expect((await (await test.signIn(role)).post('/api/reports/1/links', { expiresOn: '2026-10-07' })).status).toBe(403);
  });
});
