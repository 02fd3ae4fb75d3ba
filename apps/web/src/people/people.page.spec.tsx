import { within } from '@testing-library/react';
import type { Person } from '@caseboard/contracts';
import { aSession, renderAt } from '../testing/render-page';
import { refused, withEtag } from '../testing/stub-api';

const mia = aSession({ role: 'administrator' }).person;
const lena: Person = { ...mia, id: 'p2', name: 'Lena Roth', email: 'lena@example.com', role: 'leader', seesAnonymousNames: false };
const administrator = { role: 'administrator' } as const;
const people = { 'GET /api/people': { items: [mia, lena], total: 2 } };

it('an administrator invites somebody and gets the link to hand over, once', async () => {
  const { screen, user, requests } = await renderAt('/people', {
    person: administrator,
    api: {
      ...people,
      'POST /api/people': {
        person: { ...lena, name: 'Jonas', email: 'jonas@example.com' },
        link: 'https://caseboard.example/join?token=abc',
        expiresAt: '2026-11-30T00:00:00Z',
      },
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Invite somebody' }));
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Jonas');
  await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'jonas@example.com');
  await user.click(screen.getByRole('radio', { name: /Manager/ }));
  await user.click(screen.getByRole('button', { name: 'Make the link' }));
  expect(await screen.findByRole('heading', { name: 'A link for Jonas' })).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'The link' })).toHaveValue('https://caseboard.example/join?token=abc');
  expect(requests.find((request) => request.method === 'POST')?.body).toEqual({
    name: 'Jonas',
    email: 'jonas@example.com',
    role: 'manager',
    language: 'en',
    seesAnonymousNames: false,
  });
});

it('an address that is taken is said under its field or above the form, and nothing typed is lost', async () => {
  const { screen, user } = await renderAt('/people', {
    person: administrator,
    api: { ...people, 'POST /api/people': refused('email-taken', 409, { title: 'This address is taken', detail: 'Lena Roth has it.' }) },
  });
  await user.click(await screen.findByRole('button', { name: 'Invite somebody' }));
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Lena');
  await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'lena@example.com');
  await user.click(screen.getByRole('button', { name: 'Make the link' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('This address is taken Lena Roth has it.');
  expect(screen.getByRole('textbox', { name: 'E-mail' })).toHaveValue('lena@example.com');
});

it('a leader may be allowed the names of anonymous customers, and that can be undone', async () => {
  const { screen, user, requests } = await renderAt('/people', {
    person: administrator,
    api: {
      ...people,
      'PATCH /api/people/:id': (seen: { body: unknown }) => withEtag('"2"', { ...lena, ...(seen.body as object) }),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Actions for Lena Roth' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Allow anonymous customers’ names' }));
  const toast = await screen.findByText('Lena Roth now sees anonymous customers’ names');
  await user.click(within(toast.parentElement as HTMLElement).getByRole('button', { name: 'Undo' }));
  expect(requests.filter((request) => request.method === 'PATCH').map((request) => request.body)).toEqual([
    { seesAnonymousNames: true },
    { seesAnonymousNames: false },
  ]);
});

it('a manager reads who is there, and the button says who can invite', async () => {
  const { screen, user } = await renderAt('/people', { api: people });
  const invite = await screen.findByRole('button', { name: 'Invite somebody' });
  expect(invite).toHaveAttribute('aria-disabled', 'true');
  expect(invite).toHaveAccessibleDescription('Only an administrator can invite people.');
  await user.click(invite);
  expect(screen.queryByRole('heading', { name: 'Invite somebody' })).not.toBeInTheDocument();
});

it('shows on the person that mail comes back, and why', async () => {
  const bounced = { ...lena, mailBounce: { at: '2026-11-20T07:00:00Z', error: '550 No such user' } };
  const { screen } = await renderAt('/people', { person: administrator, api: { 'GET /api/people': { items: [mia, bounced], total: 2 } } });
  expect(await screen.findByText(/^Mail came back .*: 550 No such user$/)).toBeInTheDocument();
});
