import { waitFor, within } from '@testing-library/react';
import type { SavedView, StudyRow } from '@caseboard/contracts';
import { renderAt } from '../testing/render-page';
import { refused, type ApiStub } from '../testing/stub-api';

const aRow = (differs: Partial<StudyRow>): StudyRow => ({
  id: 'CS-101',
  title: 'Core banking releases',
  summary: '',
  customer: 'anybank',
  customerName: 'AnyBank plc',
  customerWithheld: false,
  status: 'active',
  visibility: 'public',
  format: 'case-study',
  stage: 'production',
  deployedOn: '2025-06-09',
  expiresOn: '2026-12-10',
  owner: 'jonas@example.com',
  industry: 'Financial Services',
  services: ['Amazon EKS'],
  specializations: ['devops'],
  supports: 1,
  blocked: 0,
  updatedAt: '2026-11-20T10:00:00Z',
  ...differs,
});
const rows = [
  aRow({}),
  aRow({ id: 'CS-102', title: 'Booking platform', customerName: 'Meridian Ferries AB', owner: null, expiresOn: '2027-01-16' }),
];

const api = (more: ApiStub = {}): ApiStub => ({
  'GET /api/studies': { items: rows, total: 2 },
  'GET /api/specializations': { items: [], total: 0 },
  'GET /api/people': { items: [], total: 0 },
  ...more,
});

it('what is in the address is what is asked, and the first row is a link', async () => {
  const { screen, requests } = await renderAt('/studies?status=active,draft&sort=-deployedOn&asOf=2027-03-01', { api: api() });
  expect(await screen.findByRole('link', { name: /AnyBank plc/ })).toHaveAttribute('href', '/studies/CS-101?asOf=2027-03-01');
  expect(requests.find(({ path }) => path === '/api/studies')?.query).toMatchObject({
    status: 'active,draft',
    sort: '-deployedOn',
    asOf: '2027-03-01',
  });
});

it('a view of one’s own is kept and found again, and a removed one comes back', async () => {
  const kept: SavedView[] = [{ id: 'v0', list: 'customers', name: 'Elsewhere', search: {} }];
  const { screen, user } = await renderAt('/studies?visibility=private', {
    api: api({
      'GET /api/views': () => ({ items: [...kept], total: kept.length }),
      'POST /api/views': ({ body }: { body: unknown }) => {
        const view = { id: `v${kept.length}`, ...(body as Omit<SavedView, 'id'>) };
        kept.push(view);
        return view;
      },
      'DELETE /api/views/:id': () => void kept.pop(),
    }),
  });
  await user.click(await screen.findByRole('button', { name: 'Save this view' }));
  await user.type(await screen.findByRole('textbox', { name: 'Name of the view' }), 'Private ones');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const views = screen.getByRole('navigation', { name: 'Views' });
  expect(await within(views).findByRole('link', { name: 'Private ones' })).toHaveAttribute('aria-current');
  expect(kept[1]).toMatchObject({ list: 'studies', name: 'Private ones', search: { visibility: 'private' } });
  expect(within(views).queryByRole('link', { name: 'Elsewhere' })).not.toBeInTheDocument();
  await user.click(within(views).getByRole('button', { name: 'Remove the view Private ones' }));
  await waitFor(() => expect(within(views).queryByRole('link', { name: 'Private ones' })).not.toBeInTheDocument());
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await within(views).findByRole('link', { name: 'Private ones' })).toBeVisible();
});

it('a view that could not be kept is told as such', async () => {
  const full = refused('invalid-fields', 400, { title: 'Something is not right', detail: 'Two hundred views are enough.' });
  const { screen, user } = await renderAt('/studies?visibility=private', { api: api({ 'POST /api/views': full }) });
  await user.click(await screen.findByRole('button', { name: 'Save this view' }));
  await user.type(await screen.findByRole('textbox', { name: 'Name of the view' }), 'One more');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Two hundred views are enough.')).toBeVisible();
});

it('exports the columns that are shown, with the filters that are set', async () => {
  const { screen, user } = await renderAt('/studies?status=active&columns=status,industry', { api: api() });
  await user.click(await screen.findByRole('button', { name: 'Export' }));
  const link = await screen.findByRole('menuitem', { name: /CSV/ });
  const query = new URL(link.getAttribute('href') ?? '', 'http://localhost').searchParams;
  expect([query.get('columns'), query.get('status'), query.get('format')]).toEqual(['id,customer,title,status,industry', 'active', 'csv']);
});

it('a change of many at once can be undone to what each had', async () => {
  const { screen, user, requests } = await renderAt('/studies', { api: api({ 'POST /api/studies/bulk': { changed: 2 } }) });
  await user.click(await screen.findByRole('checkbox', { name: 'Select all on this page' }));
  await user.click(screen.getByRole('button', { name: 'Set the owner…' }));
  await user.type(within(screen.getByRole('dialog')).getByRole('textbox'), 'li@example.com');
  await user.click(screen.getByRole('button', { name: 'Apply' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  const bulk = () => requests.filter(({ path }) => path === '/api/studies/bulk').map(({ body }) => body);
  await waitFor(() => expect(bulk()).toHaveLength(3));
  expect(bulk()).toEqual([
    { ids: ['CS-101', 'CS-102'], action: { kind: 'set-owner', owner: 'li@example.com' } },
    { ids: ['CS-101'], action: { kind: 'set-owner', owner: 'jonas@example.com' } },
    { ids: ['CS-102'], action: { kind: 'set-owner', owner: null } },
  ]);
});

it('says why a change of many was refused, and changes none', async () => {
  const { screen, user } = await renderAt('/studies', {
    api: api({ 'POST /api/studies/bulk': refused('two-active-studies', 409, { title: 'AnyBank plc would have two active studies' }) }),
  });
  await user.click(await screen.findByRole('checkbox', { name: 'Select Core banking releases' }));
  await user.click(screen.getByRole('button', { name: 'Activate' }));
  expect(await screen.findByText('AnyBank plc would have two active studies')).toBeVisible();
});

it('an empty portfolio says what to do next', async () => {
  const { screen } = await renderAt('/studies', {
    api: api({ 'GET /api/studies': { items: [], total: 0 } }),
    session: { portfolioIsEmpty: true },
  });
  expect(await screen.findByText('No studies yet')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Import a spreadsheet' })).toBeVisible();
});
