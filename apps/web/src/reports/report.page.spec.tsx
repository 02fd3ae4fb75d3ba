import { within } from '@testing-library/react';
import { renderAt } from '../testing/render-page';
import { refused } from '../testing/stub-api';
import { aReportRow, aReportView } from './report-for-tests';

const issued = { items: [aReportRow()], total: 1 };
const api = { 'GET /api/reports/draft': aReportView(), 'GET /api/reports': issued };

it('the report says in its first heading how many targets can be filed, with four figures that open what they count', async () => {
  const { screen } = await renderAt('/report', { api });
  const sheet = await screen.findByRole('article');
  expect(within(sheet).getByRole('heading', { level: 1 })).toHaveTextContent(/targets can be filed/);
  const counting = within(sheet).getByText('Studies that count').closest('div') as HTMLElement;
  const [figure] = within(counting).getAllByRole('link');
  expect(figure).toHaveAttribute('href', expect.stringContaining('/studies?ids='));
  const address = new URL(figure?.getAttribute('href') ?? '', 'http://localhost');
  expect(address.searchParams.get('ids')?.split(',')).toHaveLength(Number(figure?.textContent));
});

it('every status on the board is a word, and its ribbon is told in words', async () => {
  const { screen } = await renderAt('/report', { api });
  const table = within(await screen.findByRole('article')).getByRole('table');
  for (const row of within(table).getAllByRole('row').slice(1)) {
    expect(row).toHaveTextContent(/Ready|At risk|Not ready/);
    expect(within(row).getAllByRole('img').at(-1)).toHaveAccessibleName(/\w/);
  }
});

it('the trend is a sentence, and turns into a table whose numbers open their lists', async () => {
  const { screen, user } = await renderAt('/report', { api });
  await user.click(await screen.findByRole('button', { name: 'Targets that can be filed, 12 months back and ahead: Table' }));
  const figure = screen.getByRole('figure', { name: /if nothing changes/ });
  expect(within(figure).getAllByRole('row').length).toBeGreaterThan(2);
});

it('the report stands in the language of the address, whatever that of the screen', async () => {
  const { screen } = await renderAt('/report?lang=zh', { api });
  expect(await screen.findByRole('heading', { level: 1, name: /个目标中有/ })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Issued reports' })).toBeVisible();
});

it('the days of the address are those that the report is asked for', async () => {
  const { requests, screen } = await renderAt('/report?from=2026-10-01&to=2026-11-01', { api });
  await screen.findByRole('article');
  const asked = requests.find(({ path }) => path === '/api/reports/draft');
  expect(asked?.query).toEqual({ from: '2026-10-01', to: '2026-11-01' });
});

it('issuing asks once, tells the days it compares, and goes to the report being made', async () => {
  const making = aReportRow({ number: 4, state: 'making', progress: 0.4, issuedAt: null, hash: null });
  const { screen, user, router } = await renderAt('/report', {
    api: {
      ...api,
      'POST /api/reports': making,
      'GET /api/reports/:number': { ...making, report: null, labels: { studies: {}, people: {} } },
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Issue report no. 4' }));
  const dialog = screen.getByRole('dialog', { name: 'Issue report no. 4' });
  expect(dialog).toHaveTextContent('It compares 30 Sep 2026 with 23 Nov 2026.');
  await user.click(within(dialog).getByRole('button', { name: 'Issue it' }));
  expect(await screen.findByRole('progressbar', { name: 'Report no. 4 is being made' })).toBeVisible();
  expect(router.state.location.pathname).toBe('/reports/4');
});

it('a leader has the report for a home, and nothing to issue or to configure', async () => {
  const { screen } = await renderAt('/', { api, person: { role: 'leader' } });
  expect(await screen.findByRole('heading', { level: 1, name: /targets can be filed/ })).toBeVisible();
  expect(screen.queryByRole('button', { name: /Issue/ })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Report settings' })).toBeNull();
});

it('without a target the report says so, and how to choose one', async () => {
  const { screen } = await renderAt('/report', { api: { ...api, 'GET /api/reports/draft': aReportView({}, { targets: 0 }) } });
  const sheet = await screen.findByRole('article');
  expect(within(sheet).getByRole('heading', { level: 1 })).toHaveTextContent(/No specialization|no target/i);
});

it('an empty portfolio has nothing to report, and says what to do next', async () => {
  const { screen } = await renderAt('/report', { session: { portfolioIsEmpty: true } });
  expect(await screen.findByRole('link', { name: 'Bring in your studies' })).toBeVisible();
});

it('a refusal says why, and can be tried again', async () => {
  const { screen } = await renderAt('/report', { api: { ...api, 'GET /api/reports/draft': refused('invalid-fields', 400) } });
  expect(await screen.findByRole('alert')).toHaveTextContent('invalid-fields');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});
