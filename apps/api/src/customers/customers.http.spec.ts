import { aCustomer, aStudy } from '@caseboard/domain/testing';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import type { Changes } from '../writing/changes.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';

const test = useTestApp();
let manager: TestClient;
beforeAll(async () => {
  manager = await test.signIn('manager');
});

const put = (changes: Changes) => test.get(PortfolioWriter).write(null, ({ save }) => save(changes, 'import'));
const entity = (id: string, more = {}) => aCustomer({ id, legalName: `${id} Ltd.`, aliases: [], ...more });
const unit = (id: string, partOf: string | null, more = {}) => entity(id, { kind: 'unit', partOf, ...more });
const study = (id: string, customer: string, more = {}) => aStudy({ id, title: `Study ${id}`, customer, applications: [], ...more });
const patch = async (id: string, body: object) => {
  const { headers } = await manager.get(`/api/customers/${id}`);
  return manager.patch(`/api/customers/${id}`, body, { 'if-match': String(headers['etag']) });
};
const remove = async (id: string) => {
  const { headers } = await manager.get(`/api/customers/${id}`);
  return manager.delete(`/api/customers/${id}`, { 'if-match': String(headers['etag']) });
};

describe('A customer', () => {
  it('is a legal entity unless it is said to be a unit', async () => {
    const { status, body, headers } = await manager.post('/api/customers', {
      legalName: 'Nordsee Logistik GmbH',
      country: 'DE',
    });
    expect([status, headers['etag']]).toEqual([201, '"1"']);
    expect(body).toMatchObject({
      kind: 'legal-entity',
      relation: 'external',
      legalEntity: { id: body.id, name: 'Nordsee Logistik GmbH' },
      studiesList: [],
      unitsList: [],
      mayEdit: true,
    });
  });

  it.each([
    [{}, 'legalName', 'missing'],
    [{ legalName: 'x', partOf: 'nobody' }, 'partOf', 'unknown-customer'],
    [
      {
        legalName: 'x',
        registrations: [
          { scheme: 'lei', number: 'A-1' },
          { scheme: 'lei', number: 'a 1' },
        ],
      },
      'registrations[1].number',
      'registration-repeated',
    ],
    [{ legalName: 'x', registrations: [{ scheme: 'vat', number: '1' }] }, 'registrations[0].scheme', 'unknown-value'],
    [{ legalName: 'x', studies: [] }, 'studies', 'unknown-key'],
  ])('given as %j is refused', async (body, path, reason) => {
    const { status, problem } = await manager.post('/api/customers', body);
    expect([status, problem.faults?.map((fault) => [fault.path, fault.reason])]).toEqual([400, [[path, reason]]]);
  });

  it('is edited at the version that was read', async () => {
    const { body } = await manager.post('/api/customers', { id: 'edited', legalName: 'Before' });
    expect((await manager.patch('/api/customers/edited', { legalName: 'x' })).status).toBe(428);
    expect((await patch('edited', { legalName: 'After' })).body).toMatchObject({
      ...body,
      legalName: 'After',
      legalEntity: { name: 'After' },
      chain: [{ name: 'After' }],
      updatedAt: expect.any(String),
    });
    expect((await manager.patch('/api/customers/edited', { legalName: 'x' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await manager.post('/api/customers', { id: 'edited', legalName: 'x' })).problem.code).toBe('id-taken');
  });

  it('is changed by managers only', async () => {
    for (const role of ['contributor', 'leader'] as const)
      expect((await (await test.signIn(role)).post('/api/customers', { legalName: 'x' })).status).toBe(403);
  });
});

describe('Units', () => {
  beforeAll(() =>
    put({
      customers: [unit('low', 'mid'), entity('top'), unit('mid', 'top'), entity('daughter', { partOf: 'top' }), unit('adrift', null)],
      studies: [study('low-study', 'low'), study('daughter-study', 'daughter')],
    }),
  );

  it('stand in the legal entity at the end of their chain, and a subsidiary in its own', async () => {
    expect((await manager.get('/api/customers/low')).body).toMatchObject({
      partOfName: 'mid Ltd.',
      legalEntity: { id: 'top' },
      chain: [{ id: 'low' }, { id: 'mid' }, { id: 'top' }],
    });
    expect((await manager.get('/api/customers/top')).body).toMatchObject({
      unitsList: [{ id: 'mid' }, { id: 'daughter' }],
      activeStudy: { id: 'low-study' },
      studiesList: [{ id: 'low-study' }],
    });
    expect((await manager.get('/api/customers/mid')).body.activeStudy).toMatchObject({ id: 'low-study' });
    const below = (await manager.get('/api/customers?partOf=top')).body;
    expect([below.total, below.items.map(({ id }: { id: string }) => id)]).toEqual([2, ['mid', 'daughter']]);
    expect((await manager.get('/api/customers/daughter')).body.legalEntity.id).toBe('daughter');
    expect((await manager.get('/api/customers/adrift')).body.legalEntity).toBeNull();
  });

  it('are never part of each other in a circle', async () => {
    for (const [id, partOf] of [
      ['top', 'low'],
      ['mid', 'low'],
      ['mid', 'mid'],
    ] as const) {
      const { status, problem } = await patch(id, { partOf });
      expect([status, problem.code, problem.faults?.[0]?.path]).toEqual([409, 'circle-of-units', 'partOf']);
    }
    expect((await manager.get('/api/customers/mid')).body.partOf).toBe('top');
  });

  it('are not moved, nor made of another kind, where two studies would then be active in one place', async () => {
    await put({ customers: [entity('other')], studies: [study('other-study', 'other')] });
    const moved = await patch('mid', { partOf: 'other' });
    expect([moved.status, moved.problem.code]).toEqual([409, 'two-active-studies']);
    expect(moved.problem.params).toMatchObject({
      legalEntity: 'other',
      customer: 'other Ltd.',
      studies: [{ id: 'low-study', title: 'Study low-study' }, { id: 'other-study' }],
    });
    expect(moved.problem.detail).toContain('Study low-study');
    expect((await patch('daughter', { kind: 'unit' })).problem.code).toBe('two-active-studies');
    expect((await manager.get('/api/customers/low')).body.legalEntity.id).toBe('top');
    expect((await patch('mid', { partOf: 'adrift' })).status).toBe(200);
    expect((await manager.get('/api/customers/low')).body.legalEntity).toBeNull();
    expect((await patch('mid', { partOf: 'top' })).status).toBe(200);
  });

  it('may change places with each other in one write, which passes through states that could not stay', async () => {
    await put({
      customers: [entity('p'), entity('q'), unit('in-p', 'p'), unit('in-q', 'q')],
      studies: [study('sp', 'in-p'), study('sq', 'in-q')],
    });
    await put({ customers: [unit('in-p', 'q'), unit('in-q', 'p')] });
    expect((await manager.get('/api/customers?entity=q')).body.items.map(({ id }: { id: string }) => id)).toEqual(['q', 'in-p']);
    await put({ customers: [unit('in-p', null), unit('in-q', 'in-p')] });
    await put({
      customers: [unit('in-q', 'p'), unit('in-p', 'in-q')],
      studies: [study('sp', 'in-p', { status: 'retired' })],
    });
    expect((await manager.get('/api/customers/in-p')).body.legalEntity.id).toBe('p');
  });

  it('and studies keep a customer from being removed', async () => {
    expect((await remove('mid')).problem).toMatchObject({
      status: 409,
      code: 'customer-has-units',
      params: { customer: 'mid Ltd.', units: [{ id: 'low' }] },
    });
    expect((await remove('low')).problem).toMatchObject({
      status: 409,
      code: 'customer-has-studies',
      params: { customer: 'low Ltd.', studies: [{ id: 'low-study' }] },
    });
    expect((await remove('adrift')).status).toBe(204);
    expect((await manager.get('/api/customers/adrift')).status).toBe(404);
  });
});

describe('A registration', () => {
  beforeAll(() =>
    put({
      customers: [
        entity('owner', {
          registrations: [
            { scheme: 'lei', number: '5299-00T8' },
            { scheme: 'duns', number: '1' },
          ],
        }),
      ],
    }),
  );

  it('identifies one legal entity, however the number is written', async () => {
    const second = await manager.post('/api/customers', {
      legalName: 'Second',
      registrations: [
        { scheme: 'duns', number: '2' },
        { scheme: 'lei', number: '529900 t8' },
      ],
    });
    expect([second.status, second.problem.code]).toEqual([409, 'registration-taken']);
    expect(second.problem.params).toMatchObject({
      customer: 'owner Ltd.',
      customerId: 'owner',
      scheme: 'lei',
      number: '529900 t8',
    });
    expect(second.problem.faults?.[0]?.path).toBe('registrations[1].number');
  });

  it('of a unit compares with nothing, until the unit becomes an entity', async () => {
    await put({ customers: [unit('site', 'owner', { registrations: [{ scheme: 'lei', number: '529900T8' }] })] });
    expect((await patch('site', { kind: 'legal-entity' })).problem.code).toBe('registration-taken');
  });

  it('is guarded by the database too', async () => {
    await expect(test.query("UPDATE customer SET kind = 'legal-entity' WHERE id = 'site'")).rejects.toThrow(
      'one_registration_per_legal_entity',
    );
  });
});

describe('Like names', () => {
  beforeAll(() =>
    put({
      customers: [
        aCustomer({
          id: 'larkspur',
          legalName: 'Larkspur Foods, Inc.',
          aliases: ['Larkspur'],
          registrations: [{ scheme: 'lei', number: 'LARK1' }],
        }),
        aCustomer({ id: 'ningbo', legalName: '江南云链物流有限公司', aliases: ['江南云链'] }),
      ],
    }),
  );
  const like = async (query: string, by = manager) => (await by.get(`/api/customers/like?${query}`)).body;

  it('name who it could be already, and why', async () => {
    expect((await like('name=LARKSPUR FOODS INC')).candidates).toEqual([
      { id: 'larkspur', legalName: 'Larkspur Foods, Inc.', kind: 'legal-entity', why: 'same-name' },
    ]);
    expect((await like('name=Something else&registration=lei lark-1')).candidates).toMatchObject([
      { id: 'larkspur', why: 'same-registration' },
    ]);
    expect((await like('name=Larkspur Foods&registration=lei OTHER')).candidates).toEqual([]);
    expect((await like('name=Larkspur Foods Inc.&except=larkspur')).candidates).toEqual([]);
    expect((await like(`name=${encodeURIComponent('江南云链物流有限公司宁波分公司')}`)).unitOf).toEqual({
      id: 'ningbo',
      legalName: '江南云链物流有限公司',
    });
  });

  it('follow what is renamed, made and removed', async () => {
    await patch('larkspur', { legalName: 'Meadow Bakery GmbH', aliases: [] });
    await manager.post('/api/customers', { id: 'lark-2', legalName: 'Larkspur Foods Ltd' });
    expect((await like('name=Larkspur Foods Inc')).candidates.map(({ id }: { id: string }) => id)).toEqual(['lark-2']);
    expect((await like('name=Meadow Bakery')).candidates.map(({ id }: { id: string }) => id)).toEqual(['larkspur']);
    expect((await like('name=Larkspur Foods Ltd, Leeds Branch')).unitOf?.id).toBe('lark-2');
    await remove('lark-2');
    expect(await like('name=Larkspur Foods Inc')).toEqual({ candidates: [], unitOf: null });
  });
});

describe('The list of customers', () => {
  it('finds, filters and sorts', async () => {
    await put({
      customers: [
        aCustomer({ id: 'l1', legalName: 'Zeta', aliases: ['Quux one'], country: 'SE', industry: 'Retail' }),
        aCustomer({ id: 'l2', legalName: 'alpha', aliases: ['quux two'], country: 'NO', relation: 'internal' }),
      ],
      studies: [study('l1s', 'l1')],
    });
    const ids = async (query: string) =>
      (await manager.get(`/api/customers?ids=l1,l2&${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await ids('')).toEqual(['l1', 'l2']);
    expect(await ids('sort=legalName')).toEqual(['l2', 'l1']);
    expect(await ids('sort=-studies')).toEqual(['l1', 'l2']);
    expect(await ids('search=QUUX%20two')).toEqual(['l2']);
    expect(await ids('country=se')).toEqual(['l1']);
    expect(await ids('relation=internal,affiliate')).toEqual(['l2']);
    expect(await ids('used=yes')).toEqual(['l1']);
    expect((await manager.get('/api/customers?ids=l1')).body.items[0]).toMatchObject({
      studies: { active: 1, draft: 0, retired: 0 },
      activeStudy: { id: 'l1s', title: 'Study l1s' },
      units: 0,
    });
    expect((await manager.get('/api/customers?sort=secret')).status).toBe(400);
  });
});

describe('Many customers', () => {
  it('are changed at once, all or none, and back by the same call', async () => {
    await put({ customers: [entity('b1', { industry: 'Retail' }), entity('b2', { industry: null })] });
    const industries = async () =>
      (await manager.get('/api/customers?ids=b1,b2')).body.items.map(({ industry }: { industry: string | null }) => industry);
    const bulk = (changes: object[]) => manager.post('/api/customers/bulk', { changes });
    const done = await bulk([
      { id: 'b1', industry: 'Mining' },
      { id: 'b2', industry: 'Mining' },
    ]);
    expect([done.status, done.body.changed, await industries()]).toEqual([200, 2, ['Mining', 'Mining']]);
    expect(
      (
        await bulk([
          { id: 'b1', industry: 'Retail' },
          { id: 'nobody', industry: null },
        ])
      ).status,
    ).toBe(404);
    expect(await industries()).toEqual(['Mining', 'Mining']);
    await bulk([
      { id: 'b1', industry: 'Retail' },
      { id: 'b2', industry: null },
    ]);
    expect(await industries()).toEqual(['Retail', null]);
    const contributor = await test.signIn('contributor');
    expect((await contributor.post('/api/customers/bulk', { changes: [{ id: 'b1', relation: 'internal' }] })).status).toBe(403);
  });
});

describe('A leader', () => {
  it('does not meet a customer whose studies are all anonymous, nor joins an anonymous one to another', async () => {
    await put({
      customers: [
        aCustomer({
          id: 'veiled',
          legalName: 'Canary Holdings',
          aliases: ['Canary'],
          registrations: [{ scheme: 'lei', number: 'CANARY9' }],
        }),
        aCustomer({ id: 'open', legalName: 'Opendoor plc', aliases: [] }),
      ],
      studies: [
        study('anon', 'veiled', { visibility: 'anonymous' }),
        study('public', 'open', { status: 'retired' }),
        study('public-draft', 'open', { status: 'draft' }),
        study('hidden', 'open', { visibility: 'anonymous' }),
      ],
    });
    const leader = await test.signIn('leader');
    expect((await leader.get('/api/customers/veiled')).body).toMatchObject({ status: 404, code: 'not-found' });
    for (const query of ['search=canary', 'search=CANARY9', 'ids=veiled', 'entity=veiled'])
      expect((await leader.get(`/api/customers?${query}`)).body).toEqual({ items: [], total: 0 });
    expect(JSON.stringify((await leader.get('/api/customers?size=200&sort=legalName')).body)).not.toMatch(/canary/i);
    for (const query of ['name=Canary Holdings', 'name=x&registration=CANARY9'])
      expect((await leader.get(`/api/customers/like?${query}`)).body).toEqual({ candidates: [], unitOf: null });
    const { body } = await leader.get('/api/customers/open');
    expect(body.studiesList.map(({ id }: { id: string }) => id)).toEqual(['public', 'public-draft']);
    expect((await leader.get('/api/customers?ids=open')).body.items[0]).toMatchObject({
      studies: { active: 0, draft: 1, retired: 1 },
      activeStudy: null,
    });
    expect((await leader.get('/api/customers?ids=open&used=yes')).body.total).toBe(0);
    expect((await manager.get('/api/customers?ids=open&used=yes')).body.total).toBe(1);
  });
});
