import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { readPortfolio, writePortfolio } from '@caseboard/domain';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';

const test = useTestApp();
let manager: TestClient;
beforeAll(async () => {
  manager = await test.signIn('manager', { email: 'mia@example.com' });
});

const own = { code: 'own', name: 'Own Programme', requires: { studies: 1, public: 0, freshnessMonths: null } };
const ecs = '/api/specializations/service-delivery-amazon-ecs';
const edit = async (url: string, body: object) => {
  const { headers } = await manager.get(url);
  return manager.patch(url, body, { 'if-match': String(headers['etag']) });
};
const remove = async (url: string) => {
  const { headers } = await manager.get(url);
  return manager.delete(url, { 'if-match': String(headers['etag']) });
};

describe('The catalog', () => {
  it('begins as it was shipped, each figure with where it stands', async () => {
    const { body } = await manager.get('/api/specializations?size=200');
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(builtInSpecializations.map(({ code }) => code));
    expect(body.items[0]).toMatchObject({
      builtIn: true,
      edited: false,
      held: false,
      target: null,
      linked: 0,
      assumed: 0,
    });
    expect(body.items[0].figures).toMatchObject({
      studies: { state: 'read', by: null, at: null },
      unusedStudies: { state: 'unsourced' },
    });
    expect((await manager.get(ecs)).headers['etag']).toBe('"0"');
  });

  it('is found, filtered and sorted', async () => {
    const total = async (query: string) => (await manager.get(`/api/specializations?${query}`)).body.total;
    expect(await total('search=ecs%20DELIVERY')).toBe(1);
    expect((await total('assumed=yes')) + (await total('assumed=no'))).toBe(89);
    expect(await total('programme=msp')).toBe(1);
    expect(await total('own=yes')).toBe(0);
    const names = (await manager.get('/api/specializations?sort=-name&size=200')).body.items.map(({ name }: { name: string }) => name);
    expect(names).toEqual([...names].sort((a: string, b: string) => b.localeCompare(a, 'en', { numeric: true })));
  });
});

describe('A built-in entry', () => {
  it('has figures confirmed, edited and given back', async () => {
    const code = builtInSpecializations.find(
      ({ provenance }) => (provenance as { figures: Record<string, string> }).figures['studies'] === 'assumed',
    )?.code;
    const url = `/api/specializations/${code}`;
    const before = (await manager.get(url)).body;
    const confirmed = await edit(url, { confirm: ['studies'] });
    expect([confirmed.status, confirmed.headers['etag']]).toEqual([200, '"1"']);
    expect(confirmed.body).toMatchObject({ edited: true, assumed: before.assumed - 1, requires: before.requires });
    expect(confirmed.body.figures.studies).toEqual({
      state: 'confirmed',
      by: 'mia@example.com',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
    });

    const edited = await edit(url, { requires: { studies: before.requires.studies + 2 } });
    expect(edited.body.requires).toEqual({ ...before.requires, studies: before.requires.studies + 2 });
    expect(edited.body.figures.studies).toMatchObject({
      state: 'edited',
      by: 'mia@example.com',
      shipped: before.requires.studies,
    });
    const back = await edit(url, { requires: { studies: before.requires.studies } });
    expect(back.body.figures.studies).toEqual(before.figures.studies);

    await edit(url, { requires: { diagram: !before.requires.diagram } });
    expect((await remove(url)).status).toBe(204);
    const reset = await manager.get(url);
    expect([reset.body, reset.headers['etag']]).toEqual([before, '"0"']);
    expect((await remove(url)).problem.code).toBe('built-in-specialization');
    const anew = await edit(url, { confirm: ['public'] });
    expect(Number(String(anew.headers['etag']).replaceAll('"', ''))).toBeGreaterThan(
      Number(String(back.headers['etag']).replaceAll('"', '')),
    );
    expect((await manager.patch(url, { name: 'x' }, { 'if-match': '"1"' })).status).toBe(412);
  });

  it('is left as shipped by an edit that says what it says already', async () => {
    const { body } = await manager.get(ecs);
    expect((await edit(ecs, { name: body.name, requires: body.requires })).headers['etag']).toBe('"0"');
  });

  it('lets what was only reported of its end decide once a manager answers for it', async () => {
    const { body } = await edit(ecs, { lifecycleConfirmed: true });
    expect(body.lifecycle).toMatchObject({ newApplicationsUntil: '2026-09-25', endsOn: '2027-06-01' });
    expect(body.lifecycle.reported).not.toBeNull();
  });

  it('keeps who vouches for a figure through an export and import', async () => {
    await edit(ecs, { confirm: ['diagram'] });
    const snapshot = await test.get(PortfolioService).current();
    const stored = snapshot.portfolio.specializations.filter(({ code }) => snapshot.meta('specialization', code));
    const read = readPortfolio(JSON.parse(JSON.stringify(writePortfolio({ ...snapshot.portfolio, specializations: stored }))), {
      builtIn: builtInSpecializations,
    });
    expect(read.ok && read.ownSpecializations).toEqual(stored);
    expect(JSON.stringify(stored)).toContain('mia@example.com');
  });

  it('is refused what no entry can say', async () => {
    const { problem } = await edit(ecs, {
      code: 'x',
      requires: { studies: -1, freshnessMonths: 601, colours: 3 },
      confirm: [],
    });
    expect(problem.faults?.map(({ path }) => path).sort()).toEqual(['requires.colours', 'requires.freshnessMonths', 'requires.studies']);
    expect((await edit(ecs, { code: 'x' })).problem.faults?.[0]?.path).toBe('code');
    expect((await edit(ecs, { confirm: ['colours'] })).status).toBe(400);
    expect((await manager.patch(ecs, { name: 'x' })).status).toBe(428);
    expect((await (await test.signIn('contributor')).patch(ecs, { name: 'x' }, { 'if-match': '*' })).status).toBe(403);
  });
});

describe('An own entry', () => {
  it('comes after the built-in ones, and stays while anything is about it', async () => {
    expect((await manager.post('/api/specializations', own)).status).toBe(201);
    expect((await manager.post('/api/specializations', own)).problem.code).toBe('id-taken');
    expect((await manager.post('/api/specializations', { ...own, code: 'msp' })).problem.code).toBe('id-taken');
    expect((await manager.get('/api/specializations?size=200')).body.items.at(-1)).toMatchObject({
      code: 'own',
      builtIn: false,
      edited: false,
    });
    const study = await manager.post('/api/studies', { title: 'About it', applications: [{ specialization: 'own' }] });
    expect((await manager.get('/api/specializations/own')).body.linked).toBe(1);
    expect((await remove('/api/specializations/own')).problem).toMatchObject({
      code: 'specialization-in-use',
      params: { studies: [{ title: 'About it' }], target: false },
    });
    await manager.patch(`/api/studies/${study.body.id}`, { applications: [] }, { 'if-match': '*' });
    await edit('/api/settings', { targets: [{ specialization: 'own' }], heldSpecializations: ['msp'] });
    expect((await remove('/api/specializations/own')).problem).toMatchObject({
      code: 'specialization-in-use',
      params: { studies: [], target: true },
    });
    expect((await manager.get('/api/specializations?target=yes')).body.items[0]).toMatchObject({
      code: 'own',
      target: { weight: 1, submitOn: null },
    });
    expect((await manager.get('/api/specializations?held=yes')).body.items[0].code).toBe('msp');
    await edit('/api/settings', { targets: [] });
    expect((await remove('/api/specializations/own')).status).toBe(204);
    expect((await manager.get('/api/specializations/own')).status).toBe(404);
  });
});
