import { within } from '@testing-library/react';
import { renderAt } from '../testing/render-page';
import type { Seen } from '../testing/stub-api';

const entry = (code: string, have: number, status: string) => ({
  code,
  status,
  appliable: true,
  supporting: Array.from({ length: have }, (_, at) => `s${at}`),
  missing: { studies: Math.max(0, 2 - have), public: 0, categories: 0 },
  readyThrough: null,
  becomesReadyOn: null,
  spare: have - 2,
  critical: [],
  name: code,
  programme: null,
  publicSupporting: 0,
  categoriesCovered: 0,
  needs: { studies: 2, public: 0, categories: 0 },
  target: { weight: 1, submitOn: null },
  held: false,
  linked: 2,
  builtIn: true,
  endsOn: null,
});
const readiness = ({ query }: Seen) => ({
  asOf: query['asOf'],
  knownOn: query['knownOn'] ?? null,
  specializations: [entry('Grid', 2, 'ready'), entry('Ports', query['knownOn'] ? 2 : 1, query['knownOn'] ? 'ready' : 'not-ready')],
});

it('what was known on a past day stands beside what is known today of that day; what differs comes first', async () => {
  const { screen, requests } = await renderAt('/known?on=2026-10-01', { api: { 'GET /api/readiness': readiness } });
  expect(await screen.findByRole('heading', { name: 'Readiness on Thu 1 Oct 2026: 1 specialization differs' })).toBeVisible();
  const [, first, second] = screen.getAllByRole('row');
  expect(
    within(first as HTMLElement)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual([expect.stringMatching(/^Ready/), expect.stringMatching(/^Not ready/)]);
  expect(second).toHaveTextContent(/Grid/);
  const asked = requests.filter(({ path }) => path === '/api/readiness').map(({ query }) => query);
  expect(asked).toEqual(expect.arrayContaining([{ asOf: '2026-10-01', knownOn: '2026-10-01' }, { asOf: '2026-10-01' }]));
});

it('without a day in the address it is yesterday', async () => {
  const { screen } = await renderAt('/known', { api: { 'GET /api/readiness': readiness } });
  expect(await screen.findByRole('heading', { name: /Readiness on Sun 22 Nov 2026/ })).toBeVisible();
});
