import type { HomeAnswer, Need } from '@caseboard/contracts';
import { within } from '@testing-library/react';
import { renderAt } from '../testing/render-page';

const need = (n: number): Need => ({
  kind: 'will-be-lost',
  specialization: { code: `s${n}`, name: `AWS Number ${n} Competency` },
  on: '2026-12-13',
  have: 3,
  needs: 4,
  causes: [{ id: 'CS-1', title: 'Core banking releases', customer: 'AnyBank plc' }],
  wayOut: {
    kind: 'activate-draft',
    study: 'CS-2',
    title: 'Payments core',
    customer: 'Brightwater Bank N.V.',
    gaps: 0,
    effort: 0,
    readyThrough: n === 0 ? null : '2027-04-02',
    costs: n === 1 ? [{ code: 'devops', name: 'AWS DevOps Competency', on: '2026-11-23' }] : [],
  },
});

const home = (count: number): HomeAnswer => ({
  asOf: '2026-11-23',
  needs: Array.from({ length: count }, (_, n) => need(n)),
  nextDay: '2026-12-10',
  counts: { ready: 0, atRisk: 1, notReady: 0 },
  targets: [],
  losses: [],
  changes: [],
  studies: { active: 1, draft: 1, retired: 0 },
});
const api = (count: number) => ({
  'GET /api/home': home(count),
  'GET /api/alerts': { items: [], total: 0 },
  'GET /api/jobs/sweep': { isLate: false },
});

it('says how many things need the reader, shows the most urgent ones, and the others when asked', async () => {
  const { screen, user } = await renderAt('/', { api: api(7) });
  expect(await screen.findByRole('heading', { level: 1, name: '7 things need you' })).toBeVisible();
  expect(screen.getByText('These 5 come first.')).toBeVisible();
  const rows = () => within(screen.getByRole('list', { name: /need/i })).getAllByRole('heading', { level: 2 });
  expect(rows()).toHaveLength(5);
  await user.click(screen.getByRole('button', { name: 'Show the other 2' }));
  expect(rows()).toHaveLength(7);
});

it('a way out says where it is not enough, and in red what it costs elsewhere', async () => {
  const { screen } = await renderAt('/', { api: api(2) });
  expect(await screen.findByText(/activated, Number 0 still falls short/)).toBeVisible();
  expect(screen.getByText(/activated, Number 1 holds through 2 Apr 2027/)).toBeVisible();
  expect(screen.getByText('Swapped in today, it costs DevOps on 23 Nov 2026')).toBeVisible();
  expect(screen.getByText(/Everything else can wait/)).toBeVisible();
});
