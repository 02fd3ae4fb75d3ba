import { bringIn } from '../testing/bring-in.js';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { SweepService } from './sweep.service.js';
import { aCompleteStudy, aDocument, anEntry } from './testing/a-document.js';

const test = useTestApp({ today: null });

let manager: TestClient;
let li: TestClient;
let other: TestClient;

beforeAll(async () => {
  test.setTime('2026-11-20T09:00:00Z');
  manager = await test.signIn('manager', { email: 'mia@example.com', name: 'Mia' });
  li = await test.signIn('contributor', { email: 'li@example.com', name: 'Li' });
  other = await test.signIn('contributor', { email: 'ana@example.com', name: 'Ana' });
  await bringIn(
    test,
    aDocument({
      specializations: [
        anEntry('pair', { studies: 2 }),
        anEntry('wide', { studies: 1 }),
        { ...anEntry('held', { studies: 0 }), lifecycle: { newApplicationsUntil: null, endsOn: '2026-12-31', reported: null } },
      ],
      heldSpecializations: ['held'],
      targets: [{ specialization: 'pair', weight: 3, submitOn: null }],
      studies: [
        aCompleteStudy('one', { deployedOn: '2025-06-20', owner: 'li@example.com', applications: ['pair', 'wide'] }),
        aCompleteStudy('two', { deployedOn: '2026-03-01', owner: 'li@example.com', applications: ['pair', 'wide'] }),
        aCompleteStudy('three', { deployedOn: '2025-06-25', owner: 'mia@example.com', applications: ['wide'] }),
        aCompleteStudy('four', { deployedOn: '2025-06-20', owner: null, applications: ['pair', 'wide'] }),
        aCompleteStudy('quiet', { deployedOn: '2026-06-20', owner: 'ana@example.com', applications: ['wide'] }),
      ],
    }),
  );
  await test.get(SweepService).sweep({ reason: 'morning' });
});

const list = async (reader: TestClient, query = '') => (await reader.get(`/api/alerts?open=true${query}`)).body;
const ids = (items: { subject: { id: string } }[]) => items.map(({ subject }) => subject.id);
const alertOf = async (study: string): Promise<{ id: string; step: number; state: string; canAct: boolean }> =>
  (await list(manager, `&subject=${study}`)).items[0];

describe('The list of alerts', () => {
  it('puts first what does most harm, and says what each costs and the cheapest way out', async () => {
    const { items, total } = await list(manager);
    expect([total, ids(items)]).toEqual([4, ['four', 'one', 'three', 'held']]);
    const one = items[1];
    expect(one).toMatchObject({ kind: 'study-expiry', day: '2026-12-21', step: 60, state: 'due', owner: 'li@example.com', canAct: true });
    expect(one.consequence).toMatchObject({
      costsReadiness: true,
      together: [{ id: 'four', title: 'Study four' }],
      falls: [
        {
          specialization: 'pair',
          name: 'The pair',
          before: { studies: 3, public: 0, categories: 0 },
          after: { studies: 1 },
          needs: { studies: 2 },
          stopsBeingReady: true,
          target: true,
          held: false,
        },
        { specialization: 'wide', before: { studies: 5 }, after: { studies: 3 }, stopsBeingReady: false },
      ],
    });
    expect(one.consequence.way).toMatchObject({ specialization: 'pair', wayOut: { kind: expect.any(String) } });
    expect(items[3]).toMatchObject({ kind: 'programme-end', subject: { id: 'held', title: 'The held' }, owner: null });
  });

  it.each([
    ['&losses=true', ['four', 'one']],
    ['&owner=li@example.com', ['one']],
    ['&owner=me', ['three']],
    ['&kind=programme-end', ['held']],
    ['&search=study%20three', ['three']],
    ['&sort=-day', ['held', 'three', 'four', 'one']],
    ['&sort=subject', ['four', 'one', 'three', 'held']],
  ])('is filtered and sorted: %s', async (query, found) => {
    expect(ids((await list(manager, query)).items)).toEqual(found);
  });

  it('is saved as it is shown, in the language asked for', async () => {
    const { body, headers } = await manager.get(
      '/api/alerts/export?open=true&sort=-day&format=csv&language=zh&columns=subject,day,stops,owner',
    );
    expect(headers['content-disposition']).toBe('attachment; filename="alerts.csv"');
    expect(body.trim().split('\r\n')).toEqual([
      '"对象","日期","不再就绪","负责人"',
      '"The held","2026-12-31","",""',
      '"Study three","2026-12-26","","mia@example.com"',
      '"Study four","2026-12-21","The pair",""',
      '"Study one","2026-12-21","The pair","li@example.com"',
    ]);
    expect((await manager.get('/api/alerts/export?columns=nothing')).status).toBe(400);
  });

  it('tells also what was passed over, and of one alert its steps, its history and who was told', async () => {
    expect((await manager.get('/api/alerts?state=passed-over')).body.total).toBe(4);
    const { id } = await alertOf('one');
    const { body } = await manager.get(`/api/alerts/${id}`);
    expect(body.events).toEqual([{ at: expect.any(String), who: null, event: 'due', detail: null }]);
    expect(body.steps.map(({ step, on, state }: Record<string, unknown>) => [step, on, state])).toEqual([
      [90, '2026-09-22', 'passed-over'],
      [60, '2026-10-22', 'due'],
      [30, '2026-11-21', null],
      [14, '2026-12-07', null],
      [7, '2026-12-14', null],
      [0, '2026-12-21', null],
    ]);
    expect(body.told.map(({ person, sentAt }: Record<string, unknown>) => [person, sentAt])).toEqual([
      ['Li', null],
      ['Mia', null],
    ]);
    for (const unknown of ['0', '999999', 'x', '1e3', '99999999999999999999'])
      expect((await manager.get(`/api/alerts/${unknown}`)).status).toBe(404);
  });
});

describe('The bell', () => {
  it('holds everything for those who answer for the portfolio, and own and followed studies for the others', async () => {
    expect((await manager.get('/api/alerts/bell')).body).toMatchObject({ total: 4, losses: 2 });
    expect(ids((await li.get('/api/alerts/bell')).body.items)).toEqual(['one']);
    expect((await other.get('/api/alerts/bell')).body.total).toBe(0);
    expect((await other.send('PUT', '/api/studies/three/follow')).body.following).toBe(true);
    expect(ids((await other.get('/api/alerts/bell')).body.items)).toEqual(['three']);
    expect((await manager.get('/api/studies/three/follow')).body).toEqual({
      following: false,
      followers: [{ id: other.personId, name: 'Ana' }],
    });
    expect((await other.delete('/api/studies/three/follow')).body).toEqual({ following: false, followers: [] });
    expect((await other.send('PUT', '/api/studies/no-such/follow')).status).toBe(404);
  });
});

describe('The calendar', () => {
  it('shows expiries, losses, what must begin when, and the days of programmes', async () => {
    const { body } = await manager.get('/api/alerts/calendar');
    expect([body.from, body.to]).toEqual(['2026-11-20', '2028-05-20']);
    const told = body.entries.map((entry: Record<string, { id?: string; code?: string }>) =>
      [entry['day'], entry['what'], entry['study']?.id ?? entry['specialization']?.code ?? null].join(' '),
    );
    expect(told).toEqual(
      expect.arrayContaining(['2026-12-21 loss pair', '2026-12-21 expiry one', '2026-12-26 expiry three', '2026-12-31 programme-end held']),
    );
    expect(told.some((entry: string) => entry.includes('start-by'))).toBe(true);
    const mine = await li.get('/api/alerts/calendar?owner=me&from=2026-10-01&to=2026-12-31');
    expect(mine.body.entries.map(({ what }: { what: string }) => what).sort()).toEqual(['expiry', 'loss', 'start-by']);
    expect((await manager.get('/api/alerts/calendar?from=2026-02-30')).problem.faults?.[0]?.reason).toBe('no-such-day');
    expect((await manager.get('/api/alerts/calendar?from=2026-01-02&to=2026-01-01')).problem.faults?.[0]?.path).toBe('to');
  });
});

describe('What people do about an alert', () => {
  it('is for contributors only where the study is theirs or followed', async () => {
    const { id } = await alertOf('one');
    for (const act of ['acknowledge', 'snooze', 'hand-over'])
      expect((await other.post(`/api/alerts/${id}/${act}`, actBody(act))).status).toBe(403);
    expect((await (await test.signIn('leader')).post(`/api/alerts/${id}/acknowledge`)).status).toBe(403);
    expect((await list(li, '&subject=one')).items[0].canAct).toBe(true);
    expect((await list(other, '&subject=one')).items[0].canAct).toBe(false);
  });

  it.each([
    [{ until: '2026-02-30', reason: 'x' }, 'until', 'no-such-day'],
    [{ until: '2026-12-28', reason: 'x' }, 'until', 'day-out-of-range'],
    [{ until: '2026-11-20', reason: 'x' }, 'until', 'day-out-of-range'],
    [{ until: '2026-11-30', reason: ' ' }, 'reason', 'missing'],
  ])('refuses the snooze %j', async (body, path, reason) => {
    const { problem } = await manager.post(`/api/alerts/${(await alertOf('three')).id}/snooze`, body);
    expect(problem.faults?.map((fault) => [fault.path, fault.reason])).toEqual([[path, reason]]);
  });

  it('a snooze holds what costs no readiness, takes it out of mails and out of the bell', async () => {
    const { id } = await alertOf('three');
    const { status, body } = await manager.post(`/api/alerts/${id}/snooze`, { until: '2026-12-26', reason: 'Being replaced' });
    expect([status, body.state, body.snoozedUntil]).toEqual([200, 'snoozed', '2026-12-26']);
    expect(await test.query('SELECT 1 FROM alert_delivery WHERE alert_id = $1', [id])).toEqual([]);
    expect(ids((await manager.get('/api/alerts/bell')).body.items)).not.toContain('three');
    expect((await manager.get(`/api/alerts/${id}`)).body.events.at(-1)).toMatchObject({
      who: 'Mia',
      event: 'snoozed',
      detail: { until: '2026-12-26', reason: 'Being replaced' },
    });
    const loss = await li.post(`/api/alerts/${(await alertOf('one')).id}/snooze`, { until: '2026-11-30', reason: 'Later' });
    expect([loss.status, loss.body.state, loss.body.snoozedUntil]).toEqual([200, 'due', '2026-11-30']);
  });

  it('one that had gone out shows as snoozed too, and stays sent for the mails', async () => {
    const { id } = await alertOf('three');
    await test.query(`UPDATE alert SET state = 'sent' WHERE id = $1`, [id]);
    expect(ids((await manager.get('/api/alerts?state=snoozed')).body.items)).toEqual(['three']);
    expect(ids((await manager.get('/api/alerts?state=sent')).body.items)).not.toContain('three');
    expect((await manager.get(`/api/alerts/${id}`)).body.state).toBe('snoozed');
  });

  it('handing over gives the study another owner, which is recorded', async () => {
    const { id } = await alertOf('one');
    expect((await li.post(`/api/alerts/${id}/hand-over`, { to: 'nobody@example.com' })).problem.faults?.[0]).toMatchObject({
      path: 'to',
      reason: 'unknown-person',
    });
    const { body } = await li.post(`/api/alerts/${id}/hand-over`, { to: 'ANA@example.com' });
    expect([body.owner, body.canAct]).toEqual(['ana@example.com', false]);
    const [entry] = (await manager.get('/api/history?subject=study&subjectId=one&size=1')).body.items;
    expect(entry).toMatchObject({
      who: 'li@example.com',
      action: 'edit',
      before: { owner: 'li@example.com' },
      after: { owner: 'ana@example.com' },
    });
    const ofProgramme = (await list(manager, '&kind=programme-end')).items[0];
    expect((await manager.post(`/api/alerts/${ofProgramme.id}/hand-over`, { to: 'ana@example.com' })).problem.code).toBe(
      'alert-without-study',
    );
  });

  it('acknowledging settles the step for everybody, once', async () => {
    const { id } = await alertOf('one');
    const { status, body } = await other.post(`/api/alerts/${id}/acknowledge`);
    expect([status, body.state]).toEqual([200, 'acknowledged']);
    expect(await test.query('SELECT 1 FROM alert_delivery WHERE alert_id = $1', [id])).toEqual([]);
    expect((await other.post(`/api/alerts/${id}/acknowledge`)).problem.code).toBe('alert-settled');
    expect((await manager.get('/api/alerts?open=true&subject=one')).body.total).toBe(0);
  });
});

const actBody = (act: string) =>
  ({ acknowledge: undefined, snooze: { until: '2026-11-30', reason: 'x' }, 'hand-over': { to: 'ana@example.com' } })[act];

describe('The settings of alerts', () => {
  it('begin with the usual ladder, and a new step stands from the day on which it was put in', async () => {
    const before = await manager.get('/api/settings/alerts');
    expect([before.body.ladder, before.body.morningHour, before.headers['etag']]).toEqual([[90, 60, 30, 14, 7, 0], 8, '"1"']);
    const edit = { ladder: [0, 60, 21], morningHour: 7, renewals: [{ specialization: 'held', on: '2027-05-01' }] };
    const after = await manager.patch('/api/settings/alerts', edit, { 'if-match': '"1"' });
    expect([after.status, after.body.ladder, after.body.renewals, after.headers['etag']]).toEqual([200, [60, 21, 0], edit.renewals, '"2"']);
    expect((await manager.patch('/api/settings/alerts', {}, { 'if-match': '"1"' })).status).toBe(412);
    const [{ ladder } = {}] = await test.query('SELECT ladder FROM alert_settings');
    expect(ladder).toEqual([
      { days: 60, since: null },
      { days: 21, since: '2026-11-20' },
      { days: 0, since: null },
    ]);
    const [entry] = (await manager.get('/api/history?subject=settings&subjectId=alerts')).body.items;
    expect(entry).toMatchObject({ who: 'mia@example.com', before: { morningHour: 8 }, after: { morningHour: 7, ladder: [60, 21, 0] } });
  });

  it.each([
    [{ ladder: [30, 7] }, 'ladder', 'ladder-without-end'],
    [{ ladder: [800, 0] }, 'ladder[0]', 'number-out-of-range'],
    [{ morningHour: 13 }, 'morningHour', 'number-out-of-range'],
    [{ renewals: [{ specialization: 'no-such', on: '2027-01-01' }] }, 'renewals[0].specialization', 'unknown-specialization'],
    [{ renewals: [{ specialization: 'held', on: '2027-02-30' }] }, 'renewals[0].on', 'no-such-day'],
  ])('refuse %j', async (body, path, reason) => {
    const { status, problem } = await manager.patch('/api/settings/alerts', body, { 'if-match': '*' });
    expect([status, problem.faults?.map((fault) => [fault.path, fault.reason])]).toEqual([400, [[path, reason]]]);
    expect((await li.patch('/api/settings/alerts', {}, { 'if-match': '*' })).status).toBe(403);
  });
});

describe('The jobs', () => {
  it('are shown to administrators: schedules, the last sweep, and whether one is overdue', async () => {
    const administrator = await test.signIn('administrator');
    const { status, body } = await administrator.get('/api/jobs');
    expect([status, body.backend, body.sweep.sweptOn, body.sweep.late]).toEqual([200, 'postgresql', '2026-11-20', false]);
    test.passTime(27 * 3600_000);
    expect((await administrator.get('/api/jobs')).body.sweep.late).toBe(true);
    expect((await administrator.post('/api/jobs/sweep')).status).toBe(202);
    expect((await administrator.post('/api/jobs/no-such/retry')).status).toBe(404);
    expect((await manager.get('/api/jobs')).status).toBe(403);
  });
});
