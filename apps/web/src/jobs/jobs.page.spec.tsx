import type { JobsAnswer } from '@caseboard/contracts';
import { renderAt } from '../testing/render-page';
import type { ApiStub } from '../testing/stub-api';

const jobs: JobsAnswer = {
  backend: 'postgresql',
  counts: { waiting: 1, active: 0, delayed: 2, failed: 1, completed: 40 },
  scheduled: [{ name: 'sweep', pattern: '0 8 * * *', every: null, nextAt: '2026-11-24T07:00:00Z' }],
  recent: [
    {
      id: '2',
      name: 'sweep',
      state: 'completed',
      attempts: 1,
      error: null,
      at: '2026-11-23T07:00:00Z',
      finishedAt: '2026-11-23T07:00:02Z',
    },
  ],
  failed: [
    {
      id: '1',
      name: 'send-mail',
      state: 'failed',
      attempts: 5,
      error: 'connect ECONNREFUSED',
      at: null,
      finishedAt: '2026-11-23T06:00:00Z',
    },
  ],
  sweep: { endedAt: '2026-11-23T07:00:02Z', sweptOn: '2026-11-23', late: false },
};
const administrator = { role: 'administrator' } as const;
const api = (more: ApiStub = {}): ApiStub => ({ 'GET /api/jobs': jobs, ...more });

it('shows what runs by itself, and a failed job is tried again by hand', async () => {
  const { screen, user, requests } = await renderAt('/jobs', {
    person: administrator,
    api: api({ 'POST /api/jobs/:id/retry': undefined }),
  });
  expect(await screen.findByText('connect ECONNREFUSED')).toBeVisible();
  expect(screen.getByText(/for Mon 23 Nov 2026. Queue in PostgreSQL./)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Try Send a mail again' }));
  expect(await screen.findByText('It is tried again')).toBeVisible();
  expect(requests.some(({ method, path }) => method === 'POST' && path === '/api/jobs/1/retry')).toBe(true);
});

it('raises an alarm when no sweep ran for 26 hours', async () => {
  const late = { ...jobs, sweep: { ...jobs.sweep, late: true } };
  const { screen, user } = await renderAt('/jobs', {
    person: administrator,
    api: api({ 'GET /api/jobs': late, 'POST /api/jobs/sweep': undefined }),
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('Caseboard has not looked for alerts since');
  await user.click(screen.getByRole('button', { name: 'Look for what is due now' }));
  expect(await screen.findByText('The sweep is under way')).toBeVisible();
});

it('is for administrators', async () => {
  const { screen, requests } = await renderAt('/jobs', { api: api() });
  expect(await screen.findByText('Only an administrator looks after the jobs.')).toBeVisible();
  expect(requests.some(({ path }) => path === '/api/jobs')).toBe(false);
});
