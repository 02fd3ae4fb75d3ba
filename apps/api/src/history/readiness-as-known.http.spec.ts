import { aCustomer, aSpecialization, aStudy, day } from '@caseboard/domain/testing';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';

const test = useTestApp({ today: null });
const ecs = aSpecialization({ requires: { studies: 1, public: 0, freshnessMonths: 18 } });
let manager: TestClient;
/** Nobody stays signed in for months. */
const at = async (moment: string) => {
  test.setTime(moment);
  manager = await test.signIn('manager');
};
beforeAll(async () => {
  await at('2026-03-01T10:00:00Z');
  await test
    .get(PortfolioWriter)
    .write(null, ({ save }) =>
      save({ customers: [aCustomer()], studies: [aStudy({ deployedOn: day('2025-06-01') })], specializations: [ecs] }, 'import'),
    );
});

const readiness = async (query: string) => {
  const { body, status } = await manager.get(`/api/readiness?${query}`);
  const entry = body.specializations?.find(({ code }: { code: string }) => code === ecs.code);
  return { status, asOf: body.asOf, knownOn: body.knownOn, supporting: entry?.supporting, through: entry?.readyThrough };
};

it('a date that is corrected later changes what is true of a past day, never what was known on it', async () => {
  const then = '2026-03-03';
  await at('2026-05-02T10:00:00Z');
  const before = await readiness(`knownOn=${then}`);
  expect(before).toMatchObject({ status: 200, asOf: then, knownOn: then, supporting: ['s1'], through: '2026-12-01' });
  const { headers } = await manager.get('/api/studies/s1');
  const corrected = await manager.patch('/api/studies/s1', { deployedOn: '2024-06-01' }, { 'if-match': String(headers['etag']) });
  expect(corrected.status).toBe(200);
  expect(await readiness(`knownOn=${then}`)).toEqual(before);
  expect(await readiness(`asOf=${then}`)).toMatchObject({ knownOn: null, supporting: [], through: null });
  // Today is a day too: what is known at its end is what is known now.
  expect(await readiness('knownOn=2026-05-02')).toMatchObject({ asOf: '2026-05-02', supporting: [] });
});

it('what was known on one day is asked as of any other', async () => {
  expect(await readiness('knownOn=2026-03-03&asOf=2026-12-02')).toMatchObject({
    asOf: '2026-12-02',
    knownOn: '2026-03-03',
    supporting: [],
  });
});

it.each([
  ['2026-02-28', 'before-record', { from: '2026-03-01' }],
  ['2026-05-03', 'day-out-of-range', { from: '2026-03-01', to: '2026-05-02' }],
  ['2026-02-30', 'no-such-day', undefined],
])('what was known on %s is refused, and says why', async (value, reason, params) => {
  const { status, problem } = await manager.get(`/api/readiness?knownOn=${value}`);
  expect([status, problem.code, problem.faults]).toEqual([
    400,
    'invalid-fields',
    [{ path: 'knownOn', value, reason, message: expect.any(String), ...(params && { params }) }],
  ]);
});

it('a day begins and ends where the organisation was when something was written', async () => {
  await at('2026-05-10T17:00:00Z');
  const { headers } = await manager.get('/api/settings');
  await manager.patch('/api/settings', { timeZone: 'Asia/Shanghai' }, { 'if-match': String(headers['etag']) });
  const etag = String((await manager.get('/api/studies/s1')).headers['etag']);
  await manager.patch('/api/studies/s1', { deployedOn: '2025-07-01' }, { 'if-match': etag });
  await at('2026-05-20T10:00:00Z');
  expect((await readiness('knownOn=2026-05-10')).supporting).toEqual([]);
  expect((await readiness('knownOn=2026-05-11')).supporting).toEqual(['s1']);
  // Who moves away does not take the days along.
  const now = String((await manager.get('/api/settings')).headers['etag']);
  await manager.patch('/api/settings', { timeZone: 'America/Los_Angeles' }, { 'if-match': now });
  expect((await readiness('knownOn=2026-05-10')).supporting).toEqual([]);
  expect((await readiness('knownOn=2026-05-11')).supporting).toEqual(['s1']);
});
