import { within } from '@testing-library/react';
import { renderAt } from '../testing/render-page';
import { refused, type Seen } from '../testing/stub-api';
import { aReportRow, aReportView } from './report-for-tests';

const view = aReportView({ number: 3, issuedAt: '2026-11-23T08:00:05.000Z', issuedBy: null, hash: '41b00b184d9e2ffd0000' });
const api = { 'GET /api/reports/:number': view };

it('an issued report has its number, who issued it and its hash, and can be made again to the same', async () => {
  const { screen, user } = await renderAt('/reports/3', {
    api: { ...api, 'POST /api/reports/:number/reproduce': { same: true, hash: view.hash } },
  });
  const head = await screen.findByRole('region', { name: 'Report no. 3' });
  expect(head).toHaveTextContent(/on schedule/);
  expect(head).toHaveTextContent('41b00b184d9e2ffd');
  await user.click(within(head).getByRole('button', { name: 'Make it again and compare' }));
  expect(await within(head).findByText(/the same numbers, the same hash/)).toBeVisible();
});

it('a report that differs when made again says so', async () => {
  const { screen, user } = await renderAt('/reports/3', {
    api: { ...api, 'POST /api/reports/:number/reproduce': { same: false, hash: 'ffff' } },
  });
  await user.click(await screen.findByRole('button', { name: 'Make it again and compare' }));
  expect(await screen.findByText(/it differs: ffff/)).toBeVisible();
});

it('a link is made with its last day and without names, shown once, and revoked', async () => {
  const link = {
    id: 'l1',
    createdAt: '2026-11-23T08:00:00.000Z',
    createdBy: 'Mia Lindqvist',
    expiresOn: '2026-12-23',
    includesNames: false,
    language: 'en' as const,
    revokedAt: null as string | null,
    opened: 2,
    lastOpenedAt: null,
  };
  const links = { items: [] as (typeof link)[], total: 0 };
  const { screen, user, requests } = await renderAt('/reports/3', {
    api: {
      ...api,
      'GET /api/reports/:number/links': () => links,
      'POST /api/reports/:number/links': (seen: Seen) => {
        links.items = [link];
        return { ...link, ...(seen.body as object), url: 'http://localhost/r/secret' };
      },
      'DELETE /api/reports/:number/links/:id': () => {
        links.items = [{ ...link, revokedAt: '2026-11-23T09:00:00.000Z' }];
      },
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Links' }));
  const dialog = screen.getByRole('dialog', { name: 'Links for people without an account' });
  await within(dialog).findByText('No link yet.');
  await user.click(within(dialog).getByRole('button', { name: 'Make a link' }));
  expect(await within(dialog).findByRole('textbox', { name: 'Address of the link' })).toHaveValue('http://localhost/r/secret');
  expect(requests.find(({ method, path }) => method === 'POST' && path.endsWith('/links'))?.body).toEqual({
    expiresOn: '2026-12-23',
    includeNames: false,
    language: 'en',
  });
  const row = await within(dialog).findByRole('listitem');
  expect(row).toHaveTextContent('opened 2 times');
  await user.click(within(row).getByRole('button', { name: /Revoke/ }));
  expect(await within(dialog).findByText(/^revoked/)).toBeVisible();
});

it('the list tells of each report its days, how far it is, and who issued it', async () => {
  const making = aReportRow({ number: 4, state: 'making', progress: 0.42, issuedAt: null, hash: null });
  const { screen } = await renderAt('/reports', { api: { 'GET /api/reports': { items: [making, aReportRow()], total: 2 } } });
  await screen.findByText('Report no. 4');
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows[0]).toHaveTextContent(/Report no. 4.*Being made, 42%/);
  expect(rows[1]).toHaveTextContent(/Report no. 3.*30 Sep 2026 to 23 Nov 2026.*Issued.*Mia Lindqvist/);
});

it('somebody without an account reads the report behind a link, with nothing to open', async () => {
  const { screen } = await renderAt('/r/secret', {
    api: {
      'GET /api/session': refused('not-signed-in', 401),
      'GET /api/shared-reports/:secret': { language: 'zh', expiresOn: '2026-12-23', view },
    },
  });
  expect(await screen.findByRole('heading', { level: 1, name: /个目标中有/ })).toBeVisible();
  expect(screen.queryAllByRole('link').filter((link) => !link.getAttribute('href')?.startsWith('#'))).toEqual([]);
});

it('an expired, revoked or unknown link says that it opens nothing', async () => {
  const { screen } = await renderAt('/r/gone', {
    api: { 'GET /api/session': refused('not-signed-in', 401), 'GET /api/shared-reports/:secret': refused('not-found', 404) },
  });
  expect(await screen.findByRole('heading', { level: 1, name: 'This link opens nothing' })).toBeVisible();
});
