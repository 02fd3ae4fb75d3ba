import { setTimeout as sleep } from 'node:timers/promises';
import { Jobs } from '../platform/jobs/jobs.js';
import { bringIn } from '../testing/bring-in.js';
import { useTestApp } from '../testing/test-app.js';
import { SweepJob } from './sweep.job.js';
import { aCompleteStudy, aDocument, anEntry } from './testing/a-document.js';

// A process that works on the queue as well.
const test = useTestApp({ role: 'all' });

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 60_000 && !(await condition()); waited += 200) await sleep(200);
  expect(await condition()).toBe(true);
}

const schedule = async () => (await test.get(Jobs).overview()).scheduled.find(({ name }) => name === 'sweep');

describe('The sweep as a job', () => {
  it('runs at every start', async () => {
    await until(async () => (await test.query('SELECT 1 FROM sweep_state WHERE ended_at IS NOT NULL')).length === 1);
  }, 60_000);

  it('runs of itself soon after a change of the portfolio', async () => {
    const study = aCompleteStudy('one', { deployedOn: '2025-06-10', applications: ['own'], owner: 'li@example.com' });
    await bringIn(test, aDocument({ specializations: [anEntry('own')], studies: [study] }));
    await until(async () => (await test.query(`SELECT 1 FROM alert WHERE subject_id = 'one'`)).length > 0);
  }, 60_000);

  it('is scheduled for the local morning, and follows a change of the time zone and of the hour', async () => {
    expect(await schedule()).toMatchObject({ pattern: '0 8 * * *' });
    const manager = await test.signIn('manager');
    await manager.patch('/api/settings/alerts', { morningHour: 6 }, { 'if-match': '*' });
    await manager.patch('/api/settings', { timeZone: 'Asia/Shanghai' }, { 'if-match': '*' });
    expect(await test.get(SweepJob).schedule()).toEqual({ pattern: '0 6 * * *', tz: 'Asia/Shanghai' });
    await until(async () => (await schedule())?.pattern === '0 6 * * *');
    // Six in Shanghai is ten in the evening in UTC.
    await until(async () => new Date(String((await schedule())?.nextAt)).getUTCHours() === 22);
  }, 60_000);
});
