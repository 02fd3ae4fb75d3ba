import { useTestApp } from '../testing/test-app.js';

const test = useTestApp();

describe('The settings', () => {
  it('begin empty, are edited at the version that was read, and are known everywhere', async () => {
    const manager = await test.signIn('manager');
    const before = await manager.get('/api/settings');
    expect([before.body, before.headers['etag']]).toEqual([
      { legalName: '', timeZone: 'UTC', warningDays: 90, heldSpecializations: [], targets: [] },
      '"1"',
    ]);
    expect((await manager.patch('/api/settings', { legalName: 'x' })).status).toBe(428);
    const edit = {
      legalName: 'Harbor',
      timeZone: 'Asia/Shanghai',
      warningDays: 60,
      heldSpecializations: ['msp'],
      targets: [{ specialization: 'msp', weight: 2, submitOn: '2027-03-01' }],
    };
    const after = await manager.patch('/api/settings', edit, { 'if-match': '"1"' });
    expect([after.status, after.body, after.headers['etag']]).toEqual([200, edit, '"2"']);
    expect((await manager.patch('/api/settings', { legalName: 'x' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await manager.get('/api/session')).body.organisation).toEqual({
      legalName: 'Harbor',
      timeZone: 'Asia/Shanghai',
      warningDays: 60,
    });
  });

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'no-such-time-zone'],
    [{ targets: [{ specialization: 'no-such' }] }, 'targets[0].specialization', 'unknown-specialization'],
    [{ targets: [{ specialization: 'msp', submitOn: '2027-02-30' }] }, 'targets[0].submitOn', 'no-such-day'],
    [{ heldSpecializations: ['msp', 'no-such'] }, 'heldSpecializations[1]', 'unknown-specialization'],
    [{ targets: [{ specialization: 'msp', weight: 1001 }] }, 'targets[0].weight', 'number-out-of-range'],
    [{ colour: 'red' }, 'colour', 'unknown-key'],
  ])('refuse %j', async (body, path, reason) => {
    const { status, problem } = await (await test.signIn('administrator')).patch('/api/settings', body, { 'if-match': '*' });
    expect([status, problem.faults?.map((fault) => [fault.path, fault.reason])]).toEqual([400, [[path, reason]]]);
  });

  it('are edited by managers and administrators only', async () => {
    for (const role of ['contributor', 'leader'] as const)
      expect((await (await test.signIn(role)).patch('/api/settings', {}, { 'if-match': '*' })).status).toBe(403);
  });
});
