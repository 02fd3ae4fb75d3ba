import {
  cellLetter,
  cellAnswer,
  flipsAnswer,
  homeAnswer,
  matrixAnswer,
  readinessAnswer,
  specializationPage,
  studyStanding,
  activationPreview,
  type MatrixRow,
  type SpecializationReadiness,
} from '@caseboard/contracts';
import { addDays, type Day } from '@caseboard/domain';
import { demoPortfolio } from '../seeds/demo.js';
import { bringIn } from '../testing/bring-in.js';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';

const today = '2026-11-22' as Day;
const devops = 'competency-devops-services';

describe('readiness of the demo company', () => {
  const test = useTestApp({ today });
  let manager: TestClient;
  const get = async (path: string) => {
    const { status, body } = await manager.get(path);
    expect([path, status]).toEqual([path, 200]);
    return body;
  };
  const total = async (query: string) => (await get(`/api/studies?size=1&${query}`)).total;

  beforeAll(async () => {
    await bringIn(test, demoPortfolio(today));
    manager = await test.signIn('manager');
  });

  it('Home says of a swap what it would cost elsewhere', async () => {
    const { needs } = homeAnswer.parse(await get('/api/home'));
    const swap = needs.find(({ specialization }) => specialization?.code === 'competency-financial-services-services');
    expect(swap?.wayOut).toMatchObject({
      study: 'CS-206',
      costs: expect.arrayContaining([expect.objectContaining({ code: 'competency-devops-services' })]),
    });
    expect(needs.find(({ wayOut }) => wayOut?.kind === 'correct-url')?.wayOut?.costs).toEqual([]);
  });

  it.each([today, '2027-03-01', '2025-01-01'])('opens with each number exactly the list it counts, as of %s', async (asOf) => {
    const { specializations }: { specializations: SpecializationReadiness[] } = readinessAnswer.parse(
      await get(`/api/readiness?asOf=${asOf}`),
    );
    for (const { code, supporting, linked } of specializations.filter((each) => each.linked > 0)) {
      expect([code, await total(`supports=${code}&asOf=${asOf}`)]).toEqual([code, supporting.length]);
      expect([code, await total(`specialization=${code}&status=active,draft`)]).toEqual([code, linked]);
    }
  });

  it('answers for the whole catalog, built-in entries in the order of their file', async () => {
    const { specializations } = await get('/api/readiness');
    const listed = (await get('/api/specializations?size=200')).items;
    expect(specializations.map(({ code }: { code: string }) => code)).toEqual(listed.map(({ code }: { code: string }) => code));
    expect(specializations).toHaveLength(89);
  });

  it('draws in the matrix what the popover of each cell says', async () => {
    const { columns, rows } = matrixAnswer.parse(await get('/api/readiness/matrix'));
    expect(rows.map(({ status }) => status)).not.toContain('retired');
    expect(rows).toHaveLength((await total('status=active')) + (await total('status=draft')));
    for (const row of rows.filter((_, n) => n % 6 === 0)) await expectSameCells(row, columns);
  }, 30_000);

  async function expectSameCells({ id, cells, gaps }: MatrixRow, columns: readonly string[]): Promise<void> {
    for (const [n, code] of columns.entries()) {
      const cell = cellAnswer.parse(await get(`/api/readiness/cell?study=${id}&specialization=${code}`));
      const open = cell.findings.filter(({ kind, outcome }) => kind === 'blocking' && outcome !== 'met').length;
      expect([id, code, cellLetter[cell.state], open]).toEqual([id, code, cells[n], parseInt(gaps[n] as string, 36)]);
    }
  }

  it('tells each flip as the readiness of the day and of the day before tell it', async () => {
    const { flips } = flipsAnswer.parse(await get('/api/readiness/flips?from=2026-06-01&to=2028-06-01'));
    expect(flips.length).toBeGreaterThan(10);
    for (const { on, code, from, to, leaves } of flips) {
      const [before, then] = await Promise.all(
        [addDays(on as Day, -1), on].map(async (day) =>
          (await get(`/api/readiness?asOf=${day}`)).specializations.find((each: { code: string }) => each.code === code),
        ),
      );
      expect([code, on, before.status, then.status, then.supporting.length]).toEqual([code, on, from, to, leaves]);
    }
  });

  it('shows on the page of a specialization who counts, who could, best first, and what the cheapest fix gives', async () => {
    const page = specializationPage.parse(await get(`/api/readiness/specializations/${devops}`));
    expect(page.supporting.map(({ id }) => id)).toEqual(page.readiness.supporting);
    expect(page.steps.find(({ from }) => from > today)).toMatchObject({ supporting: 3, status: 'not-ready', lost: [{ id: 'CS-101' }] });
    const efforts = page.candidates.map(({ effort }) => effort ?? Infinity);
    expect(efforts).toEqual([...efforts].sort((a, b) => a - b));
    expect(page.withCheapestFix?.steps[0]).toMatchObject({ from: today, supporting: page.supporting.length + 1 });
  });

  it('says of a swap what the swap then does, side effects and all', async () => {
    const page = specializationPage.parse(await get(`/api/readiness/specializations/${devops}`));
    const candidate = page.candidates.find(({ heldBy, state }) => heldBy !== null && state === 'would-count');
    const preview = activationPreview.parse(await get(`/api/studies/${candidate?.id}/activation`));
    expect(preview.holder?.id).toBe(candidate?.heldBy?.id);
    expect(candidate?.sideEffects.length).toBeGreaterThan(0);

    const { status } = await manager.post(`/api/studies/${candidate?.id}/activate`, { replace: candidate?.heldBy?.id });
    expect(status).toBe(200);
    const { specializations }: { specializations: SpecializationReadiness[] } = await get('/api/readiness');
    const after = new Map(
      specializations.map((each) => [
        each.code,
        { status: each.status, supporting: each.supporting.length, readyThrough: each.readyThrough },
      ]),
    );
    expect(candidate?.then).toEqual(after.get(devops));
    for (const change of preview.changes) expect([change.code, change.after]).toEqual([change.code, after.get(change.code)]);
    for (const { code, on } of candidate?.sideEffects ?? [])
      expect([code, after.get(code)?.readyThrough ?? addDays(on as Day, -1)]).toEqual([code, addDays(on as Day, -1)]);
    await manager.post(`/api/studies/${candidate?.heldBy?.id}/activate`, { replace: candidate?.id });
  });

  it('tells a study that is blocked what closing its gaps gives, and keeps that promise', async () => {
    const before = studyStanding.parse(await get('/api/studies/CS-108/standing'));
    const promised = before.linked.find(({ code }) => code === devops);
    expect(promised).toMatchObject({ state: 'blocked', gaps: 1, effort: 2, closing: { supporting: 5 } });
    const preview = await manager.post('/api/studies/preview', {
      id: 'CS-108',
      study: { applications: [{ specialization: devops, relevance: 'Now it is told' }] },
    });
    expect(preview.body.linked[0]).toMatchObject({
      code: devops,
      supports: true,
      state: 'counts',
      effort: 0,
      readiness: promised?.closing,
    });
    expect(studyStanding.parse(await get('/api/studies/CS-108/standing'))).toEqual(before);
  });

  it('shows for a study of three facts which specializations it could support and what each asks', async () => {
    const { status, body } = await manager.post('/api/studies/preview', {
      study: { deployedOn: '2026-10-01', stage: 'production', services: [{ name: 'EKS', usage: '' }] },
    });
    expect(status).toBe(200);
    const { could, services, linked } = studyStanding.parse(body);
    expect(linked).toEqual([]);
    expect(services).toEqual([{ name: 'EKS', known: 'Amazon Elastic Kubernetes Service' }]);
    expect(could.find(({ code }) => code === 'service-delivery-amazon-eks')).toMatchObject({ state: 'could-support', supports: false });
    expect((await manager.post('/api/studies/preview', { study: { deployedOn: '2026-02-30' } })).problem.faults).toMatchObject([
      { path: 'deployedOn', reason: 'no-such-day' },
    ]);
  });

  it('marks each place of an anonymous study where the name still stands, and names nothing to a leader', async () => {
    const study = (await get('/api/studies/CS-121')) as { customerName: string; title: string };
    const name = study.customerName;
    const preview = await manager.post('/api/studies/preview', { id: 'CS-121', study: { title: `On ${name}, again` } });
    expect(preview.body.names.places).toContainEqual({ path: 'title', start: 3, end: 3 + name.length, name });
    const leader = await test.signIn('leader');
    expect((await leader.get('/api/studies/CS-121/standing')).body.names).toEqual({ places: [], sought: [], unsought: [] });
    expect((await leader.post('/api/studies/preview', { study: {} })).status).toBe(403);
  });

  it.each([
    '/api/studies/nobody/standing',
    '/api/readiness/cell?study=nobody&specialization=msp',
    '/api/readiness/cell?study=CS-101&specialization=none',
    '/api/readiness/specializations/none',
    '/api/studies/nobody/activation',
  ])('%s is not found', async (path) => {
    expect((await manager.get(path)).problem.code).toBe('not-found');
  });

  it('refuses a key that it does not know', async () => {
    expect((await manager.get('/api/readiness?asof=2026-11-22')).problem.faults).toEqual([
      expect.objectContaining({ path: 'asof', reason: 'unknown-key' }),
    ]);
  });
});

describe('an empty portfolio', () => {
  const test = useTestApp({ today });

  it('is ready for nothing, and says how much is missing', async () => {
    const manager = await test.signIn('manager');
    const { body } = await manager.get('/api/readiness');
    expect(body.specializations).toHaveLength(89);
    expect(body.specializations.every(({ status, spare }: SpecializationReadiness) => status === 'not-ready' && spare === -1)).toBe(true);
    expect((await manager.get('/api/readiness/matrix')).body.rows).toEqual([]);
    expect((await manager.get('/api/readiness/flips')).body.flips).toEqual([]);
    const page = specializationPage.parse((await manager.get('/api/readiness/specializations/msp')).body);
    expect(page.withCheapestFix?.wayOut).toMatchObject({ kind: 'new-study', effort: 20, readyThrough: null });
  });
});
