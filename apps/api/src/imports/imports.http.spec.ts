import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ImportAnswer } from '@caseboard/contracts';
import { zipSync } from 'fflate';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';

jest.setTimeout(60_000);
const sample = (name: string) => readFileSync(`libs/domain/test-cases/spreadsheets/${name}`);
const xlsx = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
const csv = { 'content-type': 'text/csv' };
const json = { 'content-type': 'application/json' };
const test = useTestApp({ today: '2026-11-22' });
let manager: TestClient;

beforeAll(async () => {
  manager = await test.signIn('manager');
});

async function total(list: 'studies' | 'customers'): Promise<number> {
  return ((await manager.get(`/api/${list}?size=1`)).body as { total: number }).total;
}

describe('the Chinese tracker', () => {
  let answer: ImportAnswer;

  it.each([
    ['tracker-zh.xlsx', xlsx],
    ['tracker-zh-gb18030.csv', csv],
  ])('%s holds five studies and asks one question: a unit, or an entity of its own', async (name, type) => {
    const dry = await manager.post('/api/imports?mode=dry-run', sample(name), type);
    expect(dry.status).toBe(200);
    answer = dry.body as ImportAnswer;
    expect(answer.faults).toEqual([]);
    expect(answer.records.filter(({ kind }) => kind === 'study').map(({ id }) => id)).toEqual([
      'CS-001',
      'CS-002',
      'CS-003',
      'CS-004',
      'CS-005',
    ]);
    expect(answer.questions.map(({ kind, name: asked }) => [kind, asked])).toEqual([['unit-of', '华东远洋航运有限公司宁波分公司']]);
    expect([await total('studies'), await total('customers')]).toEqual([0, 0]);
  });

  it('is not committed while the question is open', async () => {
    const open = await manager.post('/api/imports?mode=commit', sample('tracker-zh.xlsx'), xlsx);
    expect([open.status, open.problem.code]).toEqual([409, 'import-questions-open']);
    expect(await total('studies')).toBe(0);
  });

  it('comes in once the question is answered, changes nothing when it comes again in another form, and can be undone', async () => {
    const dry = (await manager.post('/api/imports?mode=dry-run', sample('tracker-zh.xlsx'), xlsx)).body as ImportAnswer;
    const question = dry.questions[0];
    const unit = question?.choices.find((choice) => choice.startsWith('unit:')) ?? '';
    const ready = await manager.patch(`/api/imports/${dry.id}`, { answers: { [question?.id ?? '']: unit } });
    expect((ready.body as ImportAnswer).committable).toBe(true);
    const done = await manager.post(`/api/imports/${dry.id}/commit`);
    expect(done.status).toBe(201);
    expect([await total('studies'), await total('customers')]).toEqual([5, 5]);

    const recorded = async () => (await test.query("SELECT count(*)::int AS count FROM audit_entry WHERE subject <> 'import'"))[0]?.count;
    const before = await recorded();
    const again = await manager.post('/api/imports?mode=commit', sample('tracker-zh-gb18030.csv'), csv);
    const { counts, questions } = again.body as ImportAnswer;
    expect([again.status, counts.created, counts.changed]).toEqual([201, 0, 0]);
    expect(questions.filter(({ answer: given }) => given === null)).toEqual([]);
    expect(await recorded()).toBe(before);

    const undone = await manager.post(`/api/imports/${dry.id}/undo`);
    expect([undone.status, (undone.body as ImportAnswer).state]).toEqual([200, 'undone']);
    expect([await total('studies'), await total('customers')]).toEqual([0, 0]);
  });
});

it('the English tracker reports each of its faults by sheet, row and column, asks its one question, and stores nothing', async () => {
  const dry = await manager.post('/api/imports?mode=dry-run', sample('tracker-en-with-faults.xlsx'), xlsx);
  const { faults, questions, committable } = dry.body as ImportAnswer;
  expect(faults.map(({ sheet, row, column, value, reason }) => [sheet, row, column, value, reason])).toEqual(
    expect.arrayContaining([
      ['Studies', 3, 'Status', 'L1', 'two-active-studies'],
      ['Studies', 4, 'Deployed on', '03/04/2026', 'ambiguous-day'],
      ['Studies', 5, 'Deployed on', '2026-02-30', 'no-such-day'],
      ['Applications', 4, 'Study ID', 'ZZ', 'unknown-study'],
      ['Applications', 4, 'Specialization', 'no-such-code', 'unknown-specialization'],
    ]),
  );
  expect(faults).toHaveLength(5);
  expect(questions.map(({ name }) => name)).toEqual(['Larkspur Foods Incorporated']);
  expect(committable).toBe(false);
  const refused = await manager.post('/api/imports?mode=commit', sample('tracker-en-with-faults.xlsx'), xlsx);
  expect([refused.status, refused.problem.code]).toEqual([422, 'import-refused']);
  expect(refused.problem.faults).toHaveLength(5);
  expect([await total('studies'), await total('customers')]).toEqual([0, 0]);
});

const document = (part: object) => JSON.stringify({ format: 'caseboard-portfolio', version: 1, ...part });
const customer = (id: string, more: object = {}) => ({ id, legalName: `Customer ${id}`, kind: 'legal-entity', ...more });
const study = (id: string, more: object = {}) => ({ id, status: 'draft', visibility: 'private', ...more });

it.each<[what: string, body: string | Buffer, type: Record<string, string>, status: number, code: string, reason: string | null]>([
  ['an empty file', Buffer.alloc(0), csv, 422, 'unreadable-file', null],
  ['random bytes called CSV', randomBytes(5000), csv, 422, 'unreadable-file', null],
  ['random bytes called Excel', randomBytes(5000), xlsx, 422, 'unreadable-file', null],
  ['text that is no JSON', '{"format": ', json, 422, 'import-refused', 'no-json'],
  ['30 February', document({ studies: [study('s1', { deployedOn: '2025-02-30' })] }), json, 422, 'import-refused', 'no-such-day'],
  [
    'a circle of units',
    document({ customers: [customer('a', { kind: 'unit', partOf: 'b' }), customer('b', { kind: 'unit', partOf: 'a' })] }),
    json,
    422,
    'import-refused',
    'circle-of-units',
  ],
  ['duplicate ids', document({ studies: [study('s1'), study('s1')] }), json, 422, 'import-refused', 'duplicate-id'],
  [
    'a paragraph of 10,001 characters',
    document({ studies: [study('s1', { sections: { solution: ['x'.repeat(10_001)] } })] }),
    json,
    422,
    'import-refused',
    'text-too-long',
  ],
])('%s is refused with a clear answer and stores nothing', async (_what, body, type, status, code, reason) => {
  const answer = await manager.post('/api/imports?mode=commit', body, type);
  expect([answer.status, answer.problem.code]).toEqual([status, code]);
  if (reason) expect(answer.problem.faults?.map((fault) => fault.reason)).toContain(reason);
  expect([await total('studies'), await total('customers')]).toEqual([0, 0]);
});

it('a zip bomb called Excel is refused before it unfolds', async () => {
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(300 * 1024 * 1024) }, { level: 1 });
  const answer = await manager.post('/api/imports?mode=dry-run', Buffer.from(bomb), xlsx);
  expect([answer.status, answer.problem.code]).toEqual([422, 'unreadable-file']);
});

it('right-to-left text, emoji and a text that reads like a formula come in and go out as they are', async () => {
  const texts = { title: '=HYPERLINK("https://example.com","x")', summary: 'مرحبا بالعالم 👩🏽‍💻 e\u0301' };
  const done = await manager.post(
    '/api/imports?mode=commit',
    document({ customers: [customer('rtl')], studies: [study('rtl', { customer: 'rtl', ...texts })] }),
    json,
  );
  expect(done.status).toBe(201);
  const out = (await manager.get('/api/portfolio')).body as { studies: { id: string }[] };
  expect(out.studies.find(({ id }) => id === 'rtl')).toMatchObject(texts);
  const table = await manager.get('/api/portfolio?format=csv');
  expect(table.body as string).toContain('"\'=HYPERLINK(');
});

it('a commit that would do other than its dry run showed is refused, and the dry run is made again', async () => {
  const file = document({ customers: [customer('aged', { industry: 'Retail' })] });
  const dry = (await manager.post('/api/imports?mode=dry-run', file, json)).body as ImportAnswer;
  expect(dry.counts.created).toBe(1);
  await manager.post('/api/customers', customer('aged', { industry: 'Mining' }));
  const late = await manager.post(`/api/imports/${dry.id}/commit`);
  expect([late.status, late.problem.code]).toEqual([409, 'import-outdated']);
  const again = (await manager.get(`/api/imports/${dry.id}`)).body as ImportAnswer;
  expect([again.state, again.counts.created, again.counts.changed]).toEqual(['dry-run', 0, 1]);
  expect((await manager.post(`/api/imports/${dry.id}/commit`)).status).toBe(201);
});

it('what was changed since keeps an import from being undone, and is named', async () => {
  const dry = (await manager.post('/api/imports?mode=dry-run', sample('tracker-zh.xlsx'), xlsx)).body as ImportAnswer;
  const question = dry.questions[0];
  const unit = question?.choices.find((choice) => choice.startsWith('unit:')) ?? '';
  if (question?.answer === null) await manager.patch(`/api/imports/${dry.id}`, { answers: { [question.id]: unit } });
  expect((await manager.post(`/api/imports/${dry.id}/commit`)).status).toBe(201);
  const stored = [await total('studies'), await total('customers')];
  const study = await manager.get('/api/studies/CS-001');
  await manager.patch('/api/studies/CS-001', { summary: 'Told anew' }, { 'if-match': String(study.headers['etag']) });
  const refused = await manager.post(`/api/imports/${dry.id}/undo`);
  expect([refused.status, refused.problem.code]).toEqual([409, 'import-changed-since']);
  expect(refused.problem.detail).toContain(`“${(study.body as { title: string }).title}” has been changed since`);
  expect([await total('studies'), await total('customers')]).toEqual(stored);
});
