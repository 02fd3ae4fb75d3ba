import { waitFor, within } from '@testing-library/react';
import { renderAt } from '../testing/render-page';
import { refused } from '../testing/stub-api';

it('sends a visitor to the sign-in page and remembers where they wanted to go', async () => {
  const { screen, router } = await renderAt('/studies?status=active', { api: { 'GET /api/session': refused('not-signed-in', 401) } });
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  expect(router.state.location.search).toEqual({ next: '/studies?status=active' });
});

it('offers a leader no import', async () => {
  const { screen } = await renderAt('/settings', { person: { role: 'leader' }, api: { 'GET /api/settings': {} } });
  const main = await screen.findAllByRole('navigation', { name: 'Main' });
  expect(within(main[0] as HTMLElement).queryByText('Import')).not.toBeInTheDocument();
  expect(within(main[0] as HTMLElement).getByText('Studies')).toBeInTheDocument();
});

it('finds a study from any page with Ctrl K', async () => {
  const { screen, user } = await renderAt('/nowhere', {
    api: {
      'GET /api/studies': {
        items: [{ id: 's24', title: 'Field imagery, from drone to decision', customerName: 'Fieldlight Agritech' }],
        total: 1,
      },
      'GET /api/customers': { items: [], total: 0 },
      'GET /api/specializations': { items: [], total: 0 },
      'GET /api/studies/:id': refused('not-found', 404),
      'GET /api/studies/:id/standing': refused('not-found', 404),
    },
  });
  await screen.findByText('There is nothing at this address');
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox'), 'field');
  expect(await screen.findByRole('option', { name: /Field imagery/ })).toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole('option', { name: /Field imagery/ })).toHaveAttribute('aria-selected', 'true'));
});

it('says on every page that today is fixed', async () => {
  const { screen } = await renderAt('/nowhere', { session: { todayIsFixed: true } });
  expect(await screen.findByText('Today is fixed to Mon 23 Nov 2026. For demos and tests only.')).toBeInTheDocument();
});
