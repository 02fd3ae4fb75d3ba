import { type Engine, type Day } from '@caseboard/domain';
import { demoPortfolio } from '../seeds/demo.js';
import { bringIn } from '../testing/bring-in.js';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { newEngine } from './engine-after.js';
import { PortfolioReader } from './portfolio-reader.js';
import { PortfolioService } from './portfolio.service.js';
import type { Snapshot } from './snapshot.js';

const test = useTestApp();
const days = ['2025-06-01', '2026-11-22', '2026-12-15', '2027-08-01'] as Day[];
let manager: TestClient;

beforeAll(async () => {
  await bringIn(test, demoPortfolio('2026-11-22' as Day));
  manager = await test.signIn('manager');
});

const current = () => test.get(PortfolioService).current();
/** The portfolio read by a process that has just started. */
const afresh = () => test.get(PortfolioReader).read(undefined, () => '2026-11-22' as Day);
const answers = (engine: Engine) => days.map((day) => ({ readiness: engine.readiness(day), pairs: engine.pairs.at(day) }));

async function edit(path: string, changes: object): Promise<void> {
  const { headers } = await manager.get(path);
  const { status } = await manager.patch(path, changes, { 'if-match': String(headers['etag']) });
  expect(status).toBe(200);
}

const edits: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['a text of a study', () => edit('/api/studies/CS-101', { title: 'Other words', sections: { results: [] } })],
  ['the day of a study', () => edit('/api/studies/CS-105', { deployedOn: '2026-10-01' })],
  ['the applications of a study', () => edit('/api/studies/CS-114', { applications: [{ specialization: 'msp', relevance: 'Managed' }] })],
  ['a new study', () => manager.post('/api/studies', { id: 'new-1', title: 'New' })],
  ['a retired study', () => manager.post('/api/studies/CS-123/retire')],
  [
    'a study that is gone',
    async () => manager.delete('/api/studies/new-1', { 'if-match': String((await manager.get('/api/studies/new-1')).headers['etag']) }),
  ],
  [
    'a study made anew under the id of one that is gone',
    () => manager.post('/api/studies', { id: 'new-1', title: 'New again', stage: 'production' }),
  ],
  [
    'the industry and relation of a customer',
    async () => edit(`/api/customers/${(await current()).study('CS-101')?.customer}`, { industry: 'Retail', relation: 'internal' }),
  ],
  ['what a specialization asks', () => edit('/api/specializations/msp', { requires: { studies: 2 } })],
  [
    'a specialization of our own',
    () => manager.post('/api/specializations', { code: 'own-1', name: 'Own', requires: { studies: 1, public: 0, freshnessMonths: null } }),
  ],
  [
    'what is held and targeted',
    () => edit('/api/settings', { heldSpecializations: ['msp'], targets: [{ specialization: 'msp', weight: 3 }], warningDays: 30 }),
  ],
  [
    'an undo that brings a study back to its old place',
    async () => {
      const before = await current();
      const study = before.study('CS-102');
      const { position } = (await test.query<{ position: string }>("SELECT position FROM study WHERE id = 'CS-102'"))[0] as {
        position: string;
      };
      await test.get(PortfolioWriter).write(null, ({ save }) => save({ removed: { studies: ['CS-102'] } }, 'remove'));
      await current();
      await test.get(PortfolioWriter).write(null, async ({ manager: rows, save }) => {
        await save({ studies: study ? [study] : [] }, 'undo-import');
        await rows.query('UPDATE study SET position = $1 WHERE id = $2', [position, 'CS-102']);
      });
    },
  ],
];

describe('the picture of the portfolio in memory', () => {
  it.each(edits)('follows %s as if it were read afresh', async (_, change) => {
    await current();
    await change();
    const [followed, read] = [await current(), await afresh()];
    expect(followed.revision).toBe(read.revision);
    expect(followed.portfolio).toEqual(read.portfolio);
    expect(followed.warningDays).toBe(read.warningDays);
    for (const { id } of read.portfolio.studies) expect(followed.meta('study', id)).toEqual(read.meta('study', id));
    expect(answers(followed.engine)).toEqual(answers(await newEngine(read.portfolio)));
  });

  it('is the same one as long as nothing changes', async () => {
    expect(await current()).toBe(await current());
  });

  it('shows every edit to whoever asks after it, however many ask meanwhile', async () => {
    for (let round = 0; round < 10; round += 1) {
      const asking = Array.from({ length: 20 }, current);
      await edit('/api/studies/CS-103', { summary: `Round ${round}` });
      expect((await current()).study('CS-103')?.summary).toBe(`Round ${round}`);
      const seen = (await Promise.all(asking)).map((snapshot: Snapshot) => snapshot.revision);
      expect(seen.every((revision) => Number.isInteger(revision))).toBe(true);
    }
  });

  it.each(['2026-02-30', '1999-12-31', '2100-01-01', 'soon', '2026-1-1'])('refuses to answer as of %s, and says why', async (asOf) => {
    for (const path of [
      '/api/readiness',
      '/api/readiness/matrix',
      '/api/home',
      '/api/readiness/specializations/msp',
      '/api/studies/CS-101/standing',
    ]) {
      const { status, problem } = await manager.get(`${path}?asOf=${asOf}`);
      expect([path, status, problem.code, problem.faults?.[0]?.path]).toEqual([path, 400, 'invalid-fields', 'asOf']);
    }
  });
});
