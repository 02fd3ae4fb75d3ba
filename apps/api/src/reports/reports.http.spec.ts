import { day, noValue } from '@caseboard/domain/testing';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { MakeReportJob } from './make-report.job.js';
import { ReportMaker } from './report-maker.service.js';
import { canary, company, moved, secretName } from './testing/company.js';

const test = useTestApp({ today: null });
let manager: TestClient;
let leader: TestClient;

const at = async (moment: string) => {
  test.setTime(moment);
  manager = await test.signIn('manager', { email: 'mia@example.com', name: 'Mia Berg' });
  leader = await test.signIn('leader');
};
const run = { id: 'x', attempt: 1, progress: async () => undefined };
const make = (number: number) => test.get(MakeReportJob).run({ number }, run);
/** Asks for one and has it made. */
const issued = async (body: object = {}) => {
  const { status, body: row } = await manager.post('/api/reports', body);
  expect([status, row.state, row.progress]).toEqual([202, 'making', 0]);
  await make(row.number);
  return (await manager.get(`/api/reports/${row.number}`)).body;
};

beforeAll(async () => {
  await at('2026-06-01T10:00:00Z');
  await company(test);
  await at('2026-09-30T10:00:00Z');
  const strategies = { ...noValue.strategies, marketplace: { state: 'done', owner: 'mia@example.com', note: `Asked ${secretName}` } };
  await manager.patch('/api/settings/report', { value: { ...noValue, strategies } }, { 'if-match': '"1"' });
});

describe('a report', () => {
  it('is drafted from the portfolio as it stands, since the quarter before began or the record did', async () => {
    const { status, body } = await leader.get('/api/reports/draft');
    expect([status, body.number, body.from, body.to, body.issuedAt, body.hash]).toEqual([200, 0, '2026-06-01', '2026-09-30', null, null]);
    expect(body.report).toMatchObject({ partner: 'Harbor Cloud', knownSince: '2026-06-01', now: { ready: ['Grid', 'Ports'] } });
    expect((await leader.get('/api/reports')).body).toEqual({ items: [], total: 0 });
  });

  it('is issued once and for all: what is written later changes nothing of it, and it is made again to the same numbers', async () => {
    const first = await issued();
    expect(first).toMatchObject({ number: 1, state: 'issued', progress: 1, issuedBy: 'Mia Berg', error: null });
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
    await make(1);
    expect((await manager.get('/api/reports/1')).body).toEqual(first);
    await moved(test, 'open', day('2024-01-01'));
    await at('2026-11-23T10:00:00Z');
    expect((await manager.get('/api/reports/1')).body).toEqual(first);
    expect((await manager.post('/api/reports/1/reproduce')).body).toEqual({ same: true, hash: first.hash });
    for (const statement of ["UPDATE report SET hash = 'x'", 'DELETE FROM report', 'TRUNCATE report CASCADE'])
      await expect(test.query(statement)).rejects.toThrow(/never changed|permission denied/);
  });

  it('follows the one before it, and says what changed since and why', async () => {
    const second = await issued();
    expect([second.number, second.from, second.to]).toEqual([2, '2026-09-30', '2026-11-23']);
    expect(second.report.before).toMatchObject({ ready: ['Grid', 'Ports'] });
    expect(second.report.now).toMatchObject({ ready: ['Ports'], notReady: ['Grid'] });
    expect(second.report.changes).toMatchObject([
      { specialization: 'Grid', before: 'ready', after: 'not-ready', cause: { code: 'studies', events: [{ study: 'open' }] } },
    ]);
  });

  it('drafted on the day of one that was issued, tells what that one told', async () => {
    const { body } = await leader.get('/api/reports/draft');
    expect([body.from, body.to]).toEqual(['2026-09-30', '2026-11-23']);
    expect(body.report.changes).toHaveLength(1);
  });

  it('asked for twice at once is two reports that say the same', async () => {
    const rows = await Promise.all([manager.post('/api/reports', {}), manager.post('/api/reports', {})]);
    const numbers = rows.map(({ body }) => body.number as number).sort();
    expect(numbers).toEqual([3, 4]);
    await Promise.all(numbers.flatMap((number) => [make(number), make(number)]));
    const [one, other] = await Promise.all(numbers.map(async (number) => (await manager.get(`/api/reports/${number}`)).body));
    expect([one.state, other.state]).toEqual(['issued', 'issued']);
    expect([one.hash, one.report, one.labels]).toEqual([other.hash, other.report, other.labels]);
    const { body } = await manager.get('/api/reports');
    expect(body.items.map(({ number }: { number: number }) => number)).toEqual([4, 3, 2, 1]);
  });

  it('is shown as made on its way, and says nothing before', async () => {
    await manager.post('/api/reports', { from: '2026-06-01', to: '2026-07-01' });
    const { body } = await manager.get('/api/reports/5');
    expect(body).toMatchObject({ state: 'making', report: null, labels: { studies: {}, people: {} }, hash: null });
    for (const [method, path] of [
      ['POST', '/api/reports/5/reproduce'],
      ['GET', '/api/reports/5/file?format=pdf'],
    ] as const)
      expect([path, (await manager.send(method, path)).status]).toEqual([path, 404]);
  });

  it('whose making fails says so, and is made when the queue tries again', async () => {
    const fails = jest.spyOn(test.get(ReportMaker), 'make').mockRejectedValueOnce(new Error('The disk is full'));
    await expect(make(5)).rejects.toThrow('The disk is full');
    expect((await manager.get('/api/reports/5')).body).toMatchObject({ state: 'failed', error: 'The disk is full', report: null });
    fails.mockRestore();
    await make(5);
    expect((await manager.get('/api/reports/5')).body).toMatchObject({ state: 'issued', error: null, report: { to: '2026-07-01' } });
  });

  it.each([
    [{ to: '2026-05-31' }, 'to', 'before-record'],
    [{ to: '2026-11-24' }, 'to', 'day-out-of-range'],
    [{ from: '2026-10-02', to: '2026-10-01' }, 'from', 'day-out-of-range'],
    [{ from: '2026-02-30' }, 'from', 'no-such-day'],
    [{ sides: 2 }, 'sides', 'unknown-key'],
  ])('of %j is refused', async (body, path, reason) => {
    const { status, problem } = await manager.post('/api/reports', body);
    expect([status, problem.faults?.map((fault) => [fault.path, fault.reason])]).toEqual([400, [[path, reason]]]);
  });

  it('is read by everybody, issued by managers and administrators', async () => {
    expect((await leader.get('/api/reports/1')).status).toBe(200);
    expect((await leader.get('/api/reports/99')).status).toBe(404);
    expect((await leader.get('/api/reports/x')).status).toBe(404);
    for (const role of ['contributor', 'leader'] as const) {
      const person = await test.signIn(role);
      expect((await person.post('/api/reports', {})).status).toBe(403);
      expect((await person.post('/api/reports/1/reproduce')).status).toBe(403);
    }
  });
});

describe('names in a report', () => {
  it('are those that its reader may meet', async () => {
    const { labels } = (await manager.get('/api/reports/1')).body;
    expect(labels.studies).toMatchObject({ open: { label: 'Open Energy Ltd.', withheld: false }, secret: { label: secretName } });
    expect(labels.people).toEqual({ 'mia@example.com': 'Mia Berg' });
    const read = await leader.get('/api/reports/1');
    expect(read.body.labels.studies.secret).toEqual({ label: 'A parcel carrier', withheld: true });
    expect(read.body.labels.studies.told).toEqual({ label: 'told (Shipping)', withheld: true });
    expect(read.body.report.studies.find(({ id }: { id: string }) => id === 'secret').customer).toBeNull();
    expect(read.body.report.shape.legalEntities).toEqual(['c-open', 'withheld-1', 'withheld-2']);
    expect(JSON.stringify(read.body)).not.toMatch(canary);
    expect(JSON.stringify((await leader.get('/api/reports/draft')).body)).not.toMatch(canary);
    const allowed = await test.signIn('leader', { seesAnonymousNames: true });
    expect((await allowed.get('/api/reports/1')).body.labels.studies.secret.label).toBe(secretName);
  });

  it('that were no secret when it was issued, and are now, are withheld all the same', async () => {
    const { headers } = await manager.get('/api/studies/open');
    const change = { visibility: 'anonymous', anonymousDescription: 'A grid operator' };
    expect((await manager.patch('/api/studies/open', change, { 'if-match': String(headers['etag']) })).status).toBe(200);
    const { body } = await leader.get('/api/reports/1');
    expect(body.labels.studies.open).toEqual({ label: 'A grid operator', withheld: true });
    expect(JSON.stringify(body)).not.toContain('Open Energy');
    expect((await manager.get('/api/reports/1')).body.labels.studies.open.label).toBe('Open Energy Ltd.');
  });

  it('of studies and customers that are gone since are those of the record', async () => {
    await test
      .get(PortfolioWriter)
      .write(null, ({ save }) => save({ removed: { studies: ['open', 'secret'], customers: ['c-open', 'c-secret'] } }, 'remove'));
    const last = await issued({ from: '2026-06-01' });
    expect(last.labels.studies).toMatchObject({ open: { label: 'Open Energy Ltd.' }, secret: { label: secretName } });
    const { body } = await leader.get(`/api/reports/${last.number}`);
    expect(body.labels.studies).toMatchObject({ open: { label: 'A grid operator' }, secret: { label: 'A parcel carrier' } });
    expect(JSON.stringify(body)).not.toMatch(canary);
    expect(JSON.stringify((await leader.get('/api/reports/1')).body)).not.toMatch(canary);
  });
});
