import { Jobs } from '../platform/jobs/jobs.js';
import { SendingService } from '../mails/sending.service.js';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { MakeReportJob } from './make-report.job.js';
import { ReportRoundJob } from './report-round.job.js';
import { canary, company, secretName } from './testing/company.js';

const test = useTestApp({ today: null, baseUrl: 'https://cb.example.com' });
let manager: TestClient;
let leader: TestClient;

const at = async (moment: string) => {
  test.setTime(moment);
  manager = await test.signIn('manager', { email: 'mia@example.com', name: 'Mia Berg' });
  leader = await test.signIn('leader', { email: 'li@example.com', name: '李雷', language: 'zh' });
};
beforeAll(async () => {
  await at('2026-06-01T10:00:00Z');
  await company(test);
});

const edit = async (change: object) => {
  const { headers } = await manager.get('/api/settings/report');
  return manager.patch('/api/settings/report', change, { 'if-match': String(headers['etag']) });
};
const round = () => test.get(ReportRoundJob).run();
const run = { id: 'x', attempt: 1, progress: async () => undefined };
const reports = async () => (await manager.get('/api/reports')).body.items;
const mails = () =>
  test.query<{ id: string; email: string }>(
    `SELECT outbox.id, email FROM outbox JOIN person ON person.id = person_id WHERE kind = 'report'`,
  );

describe('the settings of the report', () => {
  it('begin with nothing told, are edited at the version that was read, and leave their change in the record', async () => {
    const { body, headers } = await manager.get('/api/settings/report');
    expect(body).toMatchObject({ cadence: 'never', boardDays: [], readers: [], nextOn: null, value: { awsRevenue: null, inChina: false } });
    expect((await manager.patch('/api/settings/report', { cadence: 'monthly' })).status).toBe(428);
    const change = { cadence: 'quarterly', readers: ['Mia@example.com', 'li@example.com'], boardDays: ['2026-12-08', '2026-09-08'] };
    const after = await manager.patch('/api/settings/report', change, { 'if-match': String(headers['etag']) });
    expect([after.status, after.body]).toMatchObject([
      200,
      {
        cadence: 'quarterly',
        readers: ['mia@example.com', 'li@example.com'],
        boardDays: ['2026-09-08', '2026-12-08'],
        nextOn: '2026-07-01',
      },
    ]);
    expect((await manager.patch('/api/settings/report', change, { 'if-match': String(headers['etag']) })).status).toBe(412);
    const [entry] = await test.query("SELECT action, before, after FROM audit_entry WHERE subject = 'settings' AND subject_id = 'report'");
    expect(entry).toMatchObject({ action: 'edit', before: { cadence: 'never' }, after: { cadence: 'quarterly' } });
  });

  it.each([
    [{ readers: ['nobody@example.com'] }, 'readers[0]', 'unknown-person'],
    [{ boardDays: ['2026-02-30'] }, 'boardDays[0]', 'no-such-day'],
    [{ cadence: 'daily' }, 'cadence', 'unknown-value'],
    [{ paper: 'a4' }, 'paper', 'unknown-key'],
  ])('refuse %j', async (change, path, reason) => {
    const { status, problem } = await edit(change);
    expect([status, problem.faults?.map((fault) => [fault.path, fault.reason])]).toEqual([400, [[path, reason]]]);
  });
});

describe('a scheduled report', () => {
  it('is issued once, however often the round runs, and not before the morning', async () => {
    await at('2026-07-01T06:00:00Z');
    await round();
    expect(await reports()).toEqual([]);
    await at('2026-07-01T08:00:00Z');
    await Promise.all([round(), round()]);
    await round();
    expect(await reports()).toMatchObject([{ number: 1, state: 'making', issuedBy: null, to: '2026-07-01' }]);
    expect((await manager.get('/api/settings/report')).body.nextOn).toBe('2026-09-07');
  });

  it('whose making failed is made again by the next round', async () => {
    await test.query("UPDATE report SET state = 'failed', error = 'The disk is full' WHERE number = 1");
    const ring = jest.spyOn(test.get(Jobs), 'addMany');
    await round();
    expect(ring.mock.calls.map(([, many]) => many.map(({ payload }) => payload))).toEqual([[{ number: 1 }]]);
    ring.mockRestore();
  });

  it('is mailed once to each reader when it is made', async () => {
    const ring = jest.spyOn(test.get(Jobs), 'addMany');
    await Promise.all([1, 2].map(() => test.get(MakeReportJob).run({ number: 1 }, run)));
    await test.get(MakeReportJob).run({ number: 1 }, run);
    expect((await mails()).map(({ email }) => email).sort()).toEqual(['li@example.com', 'mia@example.com']);
    expect(ring).toHaveBeenCalled();
    for (const { id } of await mails()) {
      await test.get(SendingService).send(id);
      await test.get(SendingService).send(id);
    }
    expect(await test.query("SELECT DISTINCT state, attempts FROM outbox WHERE kind = 'report'")).toEqual([{ state: 'kept', attempts: 1 }]);
  });

  it('says in its mail what it finds, in the language and with the names of the reader', async () => {
    const mailOf = async (person: TestClient) => {
      const { body } = await person.get('/api/mails?mine=true&kind=report');
      return (await person.get(`/api/mails/${body.items[0].id}`)).body;
    };
    const [mine, theirs] = [await mailOf(manager), await mailOf(leader)];
    expect(mine).toMatchObject({ kind: 'report', to: 'mia@example.com', subject: expect.stringContaining('All two targets') });
    expect(mine.text).toContain('https://cb.example.com/reports/1\n');
    expect(mine.html).toContain('href="https://cb.example.com/reports/1"');
    expect(theirs.subject).toMatch(/^管理层报告 1：/);
    expect(theirs.html).toContain('lang="zh-CN"');
    expect(JSON.stringify(theirs)).not.toMatch(canary);
    // One button; the rest are at the foot.
    expect(mine.html.match(/class="button"/g)).toHaveLength(1);
    expect(mine.text).toContain('/unsubscribe/');
  });

  it('before a board is made up for on its day, and tells what changed with the names that each reader may meet', async () => {
    await at('2026-09-08T09:00:00Z');
    const { headers } = await manager.get('/api/studies/secret');
    await manager.patch('/api/studies/secret', { deployedOn: '2024-01-01' }, { 'if-match': String(headers['etag']) });
    await round();
    expect((await reports())[0]).toMatchObject({ number: 2, from: '2026-07-01', to: '2026-09-08' });
    await test.get(MakeReportJob).run({ number: 2 }, run);
    for (const { id } of await mails()) await test.get(SendingService).send(id);
    const kept = await test.query<{ email: string; html: string; text: string }>(
      `SELECT email, html, text FROM outbox JOIN person ON person.id = person_id WHERE report = 2 ORDER BY email`,
    );
    expect(kept.map(({ email, text }) => [email, text.includes(secretName)])).toEqual([
      ['li@example.com', false],
      ['mia@example.com', true],
    ]);
    expect(`${kept[0]?.html} ${kept[0]?.text}`).not.toMatch(canary);
    expect(kept[0]?.text).toContain('A parcel carrier');
  });

  it('is never two mails to one person: the database refuses the second', async () => {
    await expect(
      test.query(
        `INSERT INTO outbox (kind, person_id, report, message_id, state, created_at) SELECT kind, person_id, report, '<x>', state, created_at FROM outbox WHERE report = 2`,
      ),
    ).rejects.toThrow(/one_mail_per_person_and_report/);
  });
});
