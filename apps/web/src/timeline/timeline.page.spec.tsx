import { within } from '@testing-library/react';
import { renderAt } from '../testing/render-page';
import type { ApiStub } from '../testing/stub-api';
import { aLoss, aRow } from './timeline-for-tests';

const rows = [
  aRow(),
  aRow({ id: 'CS-2', title: 'Claims data lake', customer: 'Kestrel Insurance Ltd.', expiresOn: '2027-02-04', owner: null, cells: '.B' }),
  aRow({ id: 'CS-3', title: 'A plan', status: 'draft' }),
];
const api = (more: ApiStub = {}): ApiStub => ({
  'GET /api/readiness/matrix': { asOf: '2026-11-23', columns: ['devops', 'finance'], rows },
  'GET /api/readiness/flips': {
    from: '2026-11-23',
    to: '2029-11-23',
    flips: [aLoss(), aLoss({ code: 'eks', name: 'Amazon EKS Delivery', target: false })],
  },
  ...more,
});

it('shows each active study with the days it still counts and what is lost with it', async () => {
  const { screen } = await renderAt('/timeline', { api: api() });
  const bank = await screen.findByRole('link', {
    name: 'AnyBank plc, Core banking releases, 19 d, through 12 Dec 2026, DevOps falls to 3 of 4',
  });
  expect(bank).toHaveAttribute('href', '/studies/CS-1');
  expect(screen.getByRole('link', { name: /^Kestrel/ })).toHaveTextContent('72 d');
  expect(screen.queryByText('A plan')).toBeNull();
  expect(screen.getByRole('link', { name: 'DevOps stops being ready on 13 Dec 2026' })).toHaveAttribute('href', '/specializations/devops');
  expect(screen.queryByRole('link', { name: /Amazon EKS/ })).toBeNull();
});

it('a number of studies that age out opens their list, filtered as the picture is', async () => {
  const { screen } = await renderAt('/timeline?owner=none', { api: api() });
  const count = await screen.findByRole('link', { name: '1 study ages out from 1 Feb 2027 to 28 Feb 2027' });
  expect(count).toHaveAttribute('href', '/studies?status=active&expires=2027-02-01..2027-03-01&owner=none');
  expect(screen.queryByRole('link', { name: /^AnyBank/ })).toBeNull();
});

it('tells the same as a table', async () => {
  const { screen, user } = await renderAt('/timeline', { api: api() });
  await user.click(await screen.findByRole('button', { name: 'Table' }));
  const bank = await screen.findByRole('row', { name: /AnyBank plc/ });
  expect(within(bank).getByText('DevOps falls to 3 of 4')).toBeVisible();
  expect(within(bank).getByText('12 Dec 2026')).toBeVisible();
});

it('losses of every specialization are shown when the filter is taken out', async () => {
  const { screen, user } = await renderAt('/timeline', { api: api() });
  await user.click(await screen.findByRole('button', { name: 'Remove the filter Losses' }));
  expect(await screen.findByRole('link', { name: 'Amazon EKS Delivery stops being ready on 13 Dec 2026' })).toBeVisible();
});

it('with nothing active it says what would be here, and where the drafts are', async () => {
  const drafts = { 'GET /api/readiness/matrix': { asOf: '2026-11-23', columns: ['devops', 'finance'], rows: rows.slice(2) } };
  const { screen } = await renderAt('/timeline', { api: api(drafts) });
  expect(await screen.findByText('No active study yet')).toBeVisible();
  expect(screen.getByRole('link', { name: 'See the drafts' })).toHaveAttribute('href', '/studies?status=draft');
});
