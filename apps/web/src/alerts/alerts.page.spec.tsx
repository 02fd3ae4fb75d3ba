import { waitFor, within } from '@testing-library/react';
import { renderAt } from '../testing/render-page';
import type { ApiStub } from '../testing/stub-api';
import { aFall, anAlert } from './alert-for-tests';

const rows = [
  anAlert(),
  anAlert({
    id: '8',
    subject: { id: 'CS-102', title: 'Booking platform', customer: null },
    day: '2027-01-16',
    state: 'snoozed',
    snoozedUntil: '2026-12-20',
    consequence: {
      falls: [aFall({ stopsBeingReady: false, after: { studies: 5, public: 2, categories: 0 } })],
      together: [],
      costsReadiness: false,
      way: null,
    },
  }),
];
const api = (more: ApiStub = {}): ApiStub => ({ 'GET /api/alerts': { items: rows, total: 2 }, ...more });

it('lists what is open, the most harmful first, with what each costs in words', async () => {
  const { screen, requests } = await renderAt('/alerts', { api: api() });
  const bank = await screen.findByRole('row', { name: /AnyBank plc/ });
  expect(bank).toHaveTextContent('DevOps stops being ready');
  expect(bank).toHaveTextContent('in 19 days');
  const other = screen.getByRole('row', { name: /Booking platform/ });
  expect(other).toHaveTextContent('DevOps keeps 5 of 4');
  expect(other).toHaveTextContent('until 20 Dec');
  expect(requests.find(({ path }) => path === '/api/alerts')?.query).toMatchObject({ open: 'true', sort: 'harm' });
});

it('a state asked for in the address is asked for as it is, settled or not', async () => {
  const { screen, requests } = await renderAt('/alerts?state=withdrawn&sort=-day', { api: api() });
  await screen.findByRole('link', { name: /AnyBank plc/ });
  const query = requests.find(({ path }) => path === '/api/alerts')?.query;
  expect(query).toMatchObject({ state: 'withdrawn', sort: '-day' });
  expect(query).not.toHaveProperty('open');
});

it('with nothing open it says what it watches, and leads to the calendar', async () => {
  const { screen } = await renderAt('/alerts', { api: api({ 'GET /api/alerts': { items: [], total: 0 } }) });
  expect(await screen.findByText('Nothing is open')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Open the calendar' })).toBeVisible();
});

describe('as a calendar', () => {
  const entry = { study: null, specialization: null, alert: null, costsReadiness: false };
  const devops = { code: 'devops', name: 'AWS DevOps Competency - services' };
  const bank = { id: 'CS-121', title: 'Core banking releases', customer: 'AnyBank plc' };
  const entries = [
    { ...entry, day: '2026-11-27', what: 'start-by', specialization: devops },
    { ...entry, day: '2026-12-12', what: 'loss', specialization: devops, costsReadiness: true, alert: '7' },
    { ...entry, day: '2026-12-12', what: 'expiry', study: bank, alert: '7' },
    { ...entry, day: '2026-12-20', what: 'expiry', study: { ...bank, id: 'CS-1', customer: 'Kestrel' } },
  ];
  const calendar = api({ 'GET /api/alerts/calendar': { from: '2026-11-23', to: '2028-05-23', entries } });

  it('shows each month with its days and what they bring', async () => {
    const { screen, requests } = await renderAt('/alerts?view=calendar', { api: calendar });
    const december = await screen.findByRole('region', { name: 'December 2026' });
    expect(within(december).getByRole('link', { name: 'DevOps stops being ready' })).toHaveAttribute('href', '/alerts/7');
    expect(within(december).getByRole('link', { name: 'Kestrel stops counting' })).toHaveAttribute('href', '/studies/CS-1');
    expect(requests.find(({ path }) => path === '/api/alerts/calendar')?.query).toEqual({ from: '2026-11-23', to: '2028-05-23' });
  });

  it('a day is reached with the keyboard and leads to its lines', async () => {
    const { screen, user } = await renderAt('/alerts?view=calendar', { api: calendar });
    const december = await screen.findByRole('region', { name: 'December 2026' });
    const loss = within(december).getByRole('button', { name: 'Sat 12 Dec 2026: DevOps stops being ready; AnyBank plc stops counting' });
    loss.focus();
    await user.keyboard('{ArrowRight}');
    expect(within(december).getByRole('button', { name: /^Sun 20 Dec 2026/ })).toHaveFocus();
    await user.keyboard('{ArrowLeft}{Enter}');
    await waitFor(() => expect(within(december).getByRole('link', { name: 'DevOps stops being ready' })).toHaveFocus());
  });

  it('shows only the kinds of days that are chosen', async () => {
    const { screen } = await renderAt('/alerts?view=calendar&what=loss', { api: calendar });
    expect(await screen.findByRole('link', { name: 'DevOps stops being ready' })).toBeVisible();
    expect(screen.queryByText('AnyBank plc stops counting')).not.toBeInTheDocument();
  });
});

it('the bell counts what is open and shows the worst of it', async () => {
  const { screen, user } = await renderAt('/nowhere', { api: { 'GET /api/alerts/bell': { total: 9, losses: 1, items: rows } } });
  await user.click(await screen.findByRole('button', { name: '9 open alerts, 1 costs a readiness' }));
  expect(await screen.findByRole('link', { name: /AnyBank plc.*DevOps stops being ready/ })).toHaveAttribute('href', '/alerts/7');
  expect(screen.getByText('and 7 more')).toBeInTheDocument();
});
