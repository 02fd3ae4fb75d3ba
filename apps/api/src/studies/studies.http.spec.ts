import { aCustomer, aStudy, day } from '@caseboard/domain/testing';
import type { Changes } from '../writing/changes.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';

const test = useTestApp();
let manager: TestClient;
beforeAll(async () => {
  manager = await test.signIn('manager', { email: 'mia@example.com' });
});

const put = (changes: Changes) => test.get(PortfolioWriter).write(null, ({ save }) => save(changes, 'import'));
const draft = async (body: object = {}, by: TestClient = manager) => {
  const created = await by.post('/api/studies', body);
  expect(created.status).toBe(201);
  return created;
};
const tag = (answer: { headers: Record<string, unknown> }) => ({ 'if-match': String(answer.headers['etag']) });

describe('A study', () => {
  it('begins as a private draft with an id of its own', async () => {
    const { body, headers } = await draft({ title: 'Booking on containers' });
    expect(body).toMatchObject({
      status: 'draft',
      visibility: 'private',
      title: 'Booking on containers',
      customer: null,
      owner: null,
      mayEdit: true,
      mayActivate: true,
    });
    expect(headers['etag']).toBe('"1"');
    expect(headers['location']).toBe(`/api/studies/${body.id}`);
    expect((await manager.get(`/api/studies/${body.id}`)).body).toEqual(body);
  });

  it('keeps an id that it is given, once', async () => {
    await draft({ id: 'once' });
    const again = await manager.post('/api/studies', { id: 'once' });
    expect([again.status, again.problem.code, again.problem.params]).toEqual([409, 'id-taken', { id: 'once' }]);
  });

  it('is refused with every fault by its path', async () => {
    const { status, problem } = await manager.post('/api/studies', {
      status: 'active',
      deployedOn: '2025-02-30',
      customer: 'nobody',
      titel: 'x',
      sections: { solution: ['ok', 'a'.repeat(10_001)] },
      applications: [{ specialization: 'no-such' }, { specialization: 'msp' }, { specialization: 'msp' }],
    });
    expect([status, problem.code]).toEqual([400, 'invalid-fields']);
    expect(problem.faults?.map(({ path, reason }) => [path, reason])).toEqual([
      ['customer', 'unknown-customer'],
      ['deployedOn', 'no-such-day'],
      ['sections.solution[1]', 'text-too-long'],
      ['applications[0].specialization', 'unknown-specialization'],
      ['applications[2].specialization', 'duplicate-application'],
      ['titel', 'unknown-key'],
    ]);
    expect(problem.faults?.every(({ message }) => message)).toBe(true);
  });

  it('takes paragraphs of 10,000 characters, right-to-left text and emoji, and gives each back as it was', async () => {
    const sections = { solution: ['𠮷'.repeat(10_000), 'שלום עולם', '👩🏽‍💻 لوحة', '', '  two  spaces '] };
    const { body } = await draft({ title: '‮RTL‬ 🚀', sections });
    expect(body.sections.solution).toEqual(sections.solution);
    expect(body.title).toBe('‮RTL‬ 🚀');
  });

  it.each([[undefined], [null], [[]], ['text'], [7]])('is refused when the body is %j', async (body) => {
    const answer = await manager.send('POST', '/api/studies', body === undefined ? undefined : JSON.stringify(body), {
      'content-type': 'application/json',
    });
    expect(answer.status).toBe(400);
  });
});

describe('An edit', () => {
  it('changes what it gives and leaves the rest', async () => {
    const created = await draft({
      title: 'Before',
      summary: 'Stays',
      sections: { challenge: ['Stays'], solution: ['Goes'] },
    });
    const { status, body, headers } = await manager.patch(
      `/api/studies/${created.body.id}`,
      { title: 'After', sections: { solution: ['Comes'] } },
      tag(created),
    );
    expect([status, headers['etag']]).toEqual([200, '"2"']);
    expect(body).toMatchObject({
      title: 'After',
      summary: 'Stays',
      sections: { challenge: ['Stays'], solution: ['Comes'] },
    });
  });

  it('replaces the applications, each keeping the history it leaves out', async () => {
    const history = [{ state: 'accepted', on: '2025-11-03' }];
    const created = await draft({
      applications: [{ specialization: 'msp', relevance: 'R', history }, { specialization: 'service-delivery-amazon-ecs' }],
    });
    const { body } = await manager.patch(
      `/api/studies/${created.body.id}`,
      { applications: [{ specialization: 'competency-devops-services' }, { specialization: 'msp', relevance: 'New' }] },
      tag(created),
    );
    expect(body.applications).toEqual([
      { specialization: 'competency-devops-services', relevance: '', category: null, history: [] },
      { specialization: 'msp', relevance: 'New', category: null, history },
    ]);
  });

  it('of an older version is refused, and loses nothing', async () => {
    const created = await draft({ title: 'One' });
    const url = `/api/studies/${created.body.id}`;
    await manager.patch(url, { title: 'Two' }, tag(created));
    const stale = await manager.patch(url, { title: 'Three' }, tag(created));
    expect([stale.status, stale.problem.code]).toEqual([412, 'edit-is-stale']);
    expect((await manager.get(url)).body.title).toBe('Two');
  });

  it('that does not say which version it edits is refused', async () => {
    const created = await draft();
    for (const answer of [
      await manager.patch(`/api/studies/${created.body.id}`, { title: 'x' }),
      await manager.delete(`/api/studies/${created.body.id}`),
    ]) {
      expect([answer.status, answer.problem.code]).toEqual([428, 'if-match-required']);
    }
  });

  it('at the same moment by many succeeds once', async () => {
    const created = await draft({ title: 'Start' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => manager.patch(`/api/studies/${created.body.id}`, { title: `By ${n}` }, tag(created))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
  });

  it('cannot change the id or the status', async () => {
    const created = await draft();
    for (const body of [{ id: 'other' }, { status: 'active' }]) {
      const { status, problem } = await manager.patch(`/api/studies/${created.body.id}`, body, tag(created));
      expect([status, problem.faults?.[0]?.path]).toEqual([400, Object.keys(body)[0]]);
    }
  });

  it('that says what stands already is no change', async () => {
    const created = await draft({ title: 'Same' });
    const { headers } = await manager.patch(`/api/studies/${created.body.id}`, { title: 'Same' }, tag(created));
    expect(headers['etag']).toBe('"1"');
    expect((await manager.get(`/api/history?subjectId=${created.body.id}`)).body.total).toBe(1);
  });
});

describe('A contributor', () => {
  it('writes own studies only', async () => {
    const contributor = await test.signIn('contributor', { email: 'Jonas@Example.com'.toLowerCase() });
    const own = await draft({ title: 'Mine' }, contributor);
    expect(own.body.owner).toBe('jonas@example.com');
    expect((await contributor.patch(`/api/studies/${own.body.id}`, { title: 'Still mine' }, tag(own))).status).toBe(200);
    const other = await draft({ owner: 'li@example.com' });
    expect((await contributor.get(`/api/studies/${other.body.id}`)).body).toMatchObject({
      mayEdit: false,
      mayActivate: false,
    });
    const answers = [
      await contributor.patch(`/api/studies/${other.body.id}`, { title: 'x' }, tag(other)),
      await contributor.delete(`/api/studies/${other.body.id}`, tag(other)),
      await contributor.post('/api/studies', { owner: 'li@example.com' }),
      await contributor.post(`/api/studies/${own.body.id}/activate`),
      await contributor.post('/api/studies/bulk', { ids: [own.body.id], action: { kind: 'set-owner', owner: null } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });
});

describe('Only a draft', () => {
  it('can be removed', async () => {
    const created = await draft();
    expect((await manager.delete(`/api/studies/${created.body.id}`, tag(created))).status).toBe(204);
    expect((await manager.get(`/api/studies/${created.body.id}`)).status).toBe(404);
    const active = await manager.post(`/api/studies/${(await draft()).body.id}/activate`);
    expect((await manager.delete(`/api/studies/${active.body.study.id}`, tag(active))).problem.code).toBe('already-in-that-state');
  });
});

describe('Activation', () => {
  beforeAll(() =>
    put({
      customers: [
        aCustomer({ id: 'bank', legalName: 'AnyBank AG' }),
        aCustomer({ id: 'branch', legalName: 'AnyBank Branch', kind: 'unit', partOf: 'bank' }),
      ],
      studies: [
        aStudy({ id: 'held', title: 'Held', customer: 'bank', status: 'active' }),
        aStudy({ id: 'second', customer: 'branch', status: 'draft' }),
        aStudy({ id: 'alone', customer: null, status: 'active' }),
      ],
    }),
  );

  it('of a second study of a legal entity is refused by name, and swaps when the holder is named', async () => {
    const refused = await manager.post('/api/studies/second/activate');
    expect([refused.status, refused.problem.code]).toEqual([409, 'legal-entity-taken']);
    expect(refused.problem.params).toEqual({
      study: 'held',
      title: 'Held',
      legalEntity: 'bank',
      customer: 'AnyBank AG',
    });
    expect(refused.problem.detail).toContain('Held');
    const wrong = await manager.post('/api/studies/second/activate', { replace: 'another' });
    expect(wrong.problem.code).toBe('legal-entity-taken');
    const swapped = await manager.post('/api/studies/second/activate', { replace: 'held' });
    expect([swapped.status, swapped.body.retired, swapped.body.study.status]).toEqual([200, 'held', 'active']);
    expect((await manager.get('/api/studies/held')).body.status).toBe('retired');
  });

  it('that never was is not undone: what came in active does not become a draft', async () => {
    const alone = await manager.post('/api/studies/alone/draft');
    expect([alone.status, alone.problem.code]).toEqual([409, 'already-in-that-state']);
    const bulk = await manager.post('/api/studies/bulk', { ids: ['alone'], action: { kind: 'draft' } });
    expect([bulk.status, bulk.problem.code]).toEqual([409, 'already-in-that-state']);
    expect((await manager.get('/api/studies/alone')).body.status).toBe('active');
  });

  it('can be undone, and a retired study becomes a draft again', async () => {
    expect((await manager.post('/api/studies/second/draft')).body.status).toBe('draft');
    expect((await manager.post('/api/studies/held/activate', {}, { 'if-match': '"1"' })).status).toBe(412);
    expect((await manager.post('/api/studies/held/activate')).body.retired).toBeNull();
    expect((await manager.post('/api/studies/held/activate')).problem.code).toBe('already-in-that-state');
    expect((await manager.post('/api/studies/held/retire')).body.status).toBe('retired');
    expect((await manager.post('/api/studies/second/retire')).problem.code).toBe('already-in-that-state');
    expect((await manager.post('/api/studies/held/draft')).body.status).toBe('draft');
  });
});

describe('A change of many studies', () => {
  it('is made of all or of none', async () => {
    const ids = [(await draft()).body.id, (await draft()).body.id];
    const owned = await manager.post('/api/studies/bulk', {
      ids,
      action: { kind: 'set-owner', owner: 'li@example.com' },
    });
    expect([owned.status, owned.body]).toEqual([200, { changed: 2 }]);
    expect((await manager.post('/api/studies/bulk', { ids: [...ids, 'none'], action: { kind: 'set-owner', owner: null } })).status).toBe(
      404,
    );
    const unwritable = await manager.post('/api/studies/bulk', {
      ids,
      action: { kind: 'set-owner', owner: 'a\u0000b' },
    });
    expect([unwritable.status, unwritable.problem.faults?.[0]?.reason]).toEqual([400, 'forbidden-character']);
    await manager.post(`/api/studies/${ids[0]}/activate`);
    expect((await manager.post('/api/studies/bulk', { ids, action: { kind: 'retire' } })).problem.code).toBe('already-in-that-state');
    expect((await manager.get(`/api/studies/${ids[0]}`)).body).toMatchObject({
      owner: 'li@example.com',
      status: 'active',
    });
  });
});

describe('The list of studies', () => {
  const rows = async (query: string, by: TestClient = manager) => {
    const answer = await by.get(`/api/studies?ids=z1,z2,z3,z4&${query}`);
    expect(answer.status).toBe(200);
    expect(answer.body.items).toHaveLength(answer.body.total);
    return answer.body.items.map(({ id }: { id: string }) => id);
  };
  beforeAll(() =>
    put({
      customers: [
        aCustomer({ id: 'north', legalName: 'Nordsee Logistik GmbH', aliases: ['Nordsee'], industry: 'Logistics' }),
        aCustomer({ id: 'veiled', legalName: 'Canary Holdings', aliases: ['Canary'], industry: 'Finance' }),
      ],
      studies: [
        aStudy({
          id: 'z1',
          title: 'Äpfel 10',
          customer: 'north',
          status: 'active',
          deployedOn: day('2025-06-30'),
          owner: 'mia@example.com',
          applications: [],
          services: [{ name: 'Amazon ECS', usage: 'Runs it' }],
        }),
        aStudy({
          id: 'z2',
          title: 'apples 9',
          customer: 'veiled',
          visibility: 'anonymous',
          status: 'active',
          deployedOn: day('2025-01-01'),
          owner: 'li@example.com',
          applications: [],
        }),
        aStudy({
          id: 'z3',
          title: '苹果',
          customer: null,
          status: 'draft',
          visibility: 'private',
          stage: null,
          deployedOn: null,
          owner: null,
          applications: [],
        }),
        aStudy({
          id: 'z4',
          title: "Robert'); DROP TABLE study;--",
          customer: null,
          status: 'retired',
          visibility: 'private',
          deployedOn: day('2020-01-01'),
          applications: [],
        }),
      ],
    }),
  );

  it.each([
    ['', ['z1', 'z2', 'z3', 'z4']],
    ['sort=-position', ['z4', 'z3', 'z2', 'z1']],
    ['sort=attention', ['z2', 'z1', 'z3', 'z4']],
    ['sort=title', ['z1', 'z2', 'z4', 'z3']],
    ['sort=customer', ['z2', 'z1', 'z3', 'z4']],
    ['sort=deployedOn', ['z4', 'z2', 'z1', 'z3']],
    ['sort=-deployedOn', ['z1', 'z2', 'z4', 'z3']],
    ['status=active,draft', ['z1', 'z2', 'z3']],
    ['visibility=anonymous', ['z2']],
    ['customer=north', ['z1']],
    ['owner=me', ['z1', 'z4']],
    ['owner=none', ['z3']],
    ['owner=LI@example.com', ['z2']],
    ['industry=logistics', ['z1']],
    ['service=amazon%20ecs&customer=north', ['z1']],
    ['expires=2026-07-01..2027-01-02', ['z1', 'z2']],
    ['expires=2026-07-03..', ['z1']],
    ['expires=expired', ['z2', 'z4']],
    ['search=nordsee', ['z1']],
    ['search=%20CANARY%20hold', ['z2']],
    ['search=苹', ['z3']],
    ['search=DROP%20TABLE%20study;--', ['z4']],
    ["search='%20OR%201=1--", []],
  ])('answers %s', async (query, ids) => {
    expect(await rows(query)).toEqual(ids);
  });

  it.each([
    ['sort=nothing', 'sort'],
    ['size=201', 'size'],
    ['page=0', 'page'],
    ['colour=red', 'colour'],
    ['asOf=2025-02-30', 'asOf'],
    ['expires=soon', 'expires'],
  ])('refuses %s', async (query, path) => {
    const { status, problem } = await manager.get(`/api/studies?${query}`);
    expect([status, problem.faults?.[0]?.path]).toEqual([400, path]);
  });

  it('is given in pages', async () => {
    const { body } = await manager.get('/api/studies?ids=z1,z2,z3,z4&page=2&size=3');
    expect([body.total, body.items.map(({ id }: { id: string }) => id)]).toEqual([4, ['z4']]);
  });

  it('never finds, sorts or filters by a name that a leader may not meet', async () => {
    const leader = await test.signIn('leader');
    expect(await rows('search=canary', leader)).toEqual([]);
    expect(await rows('customer=veiled', leader)).toEqual([]);
    expect(await rows('industry=finance', leader)).toEqual([]);
    expect(await rows('sort=customer', leader)).toEqual(['z1', 'z2', 'z3', 'z4']);
    const { body } = await leader.get('/api/studies?ids=z2');
    expect(body.items[0]).toMatchObject({ customer: null, customerName: null, customerWithheld: true });
    expect((await leader.get('/api/studies/z2')).body).toMatchObject({
      customer: null,
      customerName: null,
      customerWithheld: true,
      mayEdit: false,
    });
    const allowed = await test.signIn('leader', { seesAnonymousNames: true });
    expect(await rows('search=canary', allowed)).toEqual(['z2']);
  });
});
