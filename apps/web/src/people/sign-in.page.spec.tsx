import { waitFor } from '@testing-library/react';
import { aSession, renderAt } from '../testing/render-page';
import { refused } from '../testing/stub-api';

const nobody = refused('not-signed-in', 401);

it('signing in leads to the page first asked for', async () => {
  const { screen, user, router } = await renderAt('/settings', {
    api: {
      'GET /api/session': nobody,
      'POST /api/session': aSession(),
      'GET /api/settings': refused('not-found', 404),
      'GET /api/demo': { loaded: false },
      'GET /api/specializations': { items: [], total: 0 },
    },
  });
  await user.type(await screen.findByRole('textbox', { name: 'E-mail' }), 'mia@example.com');
  await user.type(screen.getByLabelText('Password'), 'harbour-lights-42');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/settings'));
});

it('an empty portfolio begins with the first steps', async () => {
  const { screen, user } = await renderAt('/sign-in', {
    api: { 'GET /api/session': nobody, 'POST /api/session': aSession({}, { portfolioIsEmpty: true }) },
  });
  await user.type(await screen.findByRole('textbox', { name: 'E-mail' }), 'mia@example.com');
  await user.type(screen.getByLabelText('Password'), 'harbour-lights-42');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('heading', { name: 'How would you like to begin?' })).toBeInTheDocument();
});

it('a wrong password is said in the words of the API, and the address stays', async () => {
  const { screen, user } = await renderAt('/sign-in', {
    api: {
      'GET /api/session': nobody,
      'POST /api/session': refused('wrong-credentials', 401, { title: 'Not signed in', detail: 'Address or password is wrong.' }),
    },
  });
  await user.type(await screen.findByRole('textbox', { name: 'E-mail' }), 'mia@example.com');
  await user.type(screen.getByLabelText('Password'), 'guess');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Address or password is wrong.');
  expect(screen.getByRole('textbox', { name: 'E-mail' })).toHaveValue('mia@example.com');
  expect(screen.getByLabelText('Password')).toHaveValue('');
});

it.each(['//evil.example/', 'https://evil.example/', '/\\evil.example'])('does not lead on to another site: %s', async (next) => {
  const { router } = await renderAt(`/sign-in?next=${encodeURIComponent(next)}`, { session: { portfolioIsEmpty: true } });
  await waitFor(() => expect(router.state.location.pathname).toBe('/welcome'));
});

it('before anybody is set up it points to the link in the terminal, in Chinese too', async () => {
  const { screen } = await renderAt('/sign-in', {
    language: 'zh',
    api: { 'GET /api/session': nobody, 'GET /api/start': { needsSetup: true, today: '2026-11-23', todayIsFixed: false, version: '0.1.0' } },
  });
  expect(await screen.findByText(/终端显示的一次性链接/)).toBeInTheDocument();
});

it('the one-time link makes the first administrator', async () => {
  const { screen, user, requests } = await renderAt('/set-up?token=abc', {
    api: {
      'GET /api/session': nobody,
      'GET /api/start': { needsSetup: true, today: '2026-11-23', todayIsFixed: false, version: '0.1.0' },
      'POST /api/setup': aSession({ role: 'administrator' }, { portfolioIsEmpty: true }),
    },
  });
  await user.type(await screen.findByRole('textbox', { name: 'Your name' }), 'Mia');
  await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'mia@example.com');
  await user.type(screen.getByLabelText('Password'), 'harbour-lights-42');
  await user.click(screen.getByRole('button', { name: 'Create the account' }));
  expect(await screen.findByRole('heading', { name: 'How would you like to begin?' })).toBeInTheDocument();
  expect(requests.find((request) => request.path === '/api/setup')?.body).toEqual({
    token: 'abc',
    name: 'Mia',
    email: 'mia@example.com',
    password: 'harbour-lights-42',
    language: 'en',
  });
});

it('an invitation that was used says so and whom to ask', async () => {
  const { screen } = await renderAt('/join?token=old', {
    api: {
      'GET /api/session': nobody,
      'GET /api/invitations/:token': refused('link-used-or-expired', 410, {
        title: 'This link no longer works',
        detail: 'Ask an administrator for a new one.',
      }),
    },
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('This link no longer works Ask an administrator for a new one.');
});
