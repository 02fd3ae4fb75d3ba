import type { MailDetail } from '@caseboard/contracts';
import { renderAt } from '../testing/render-page';
import { refused, type ApiStub } from '../testing/stub-api';

const mail: MailDetail = {
  id: 'm1',
  kind: 'digest',
  state: 'failed',
  to: 'jonas@example.com',
  toName: 'Jonas Berg',
  subject: 'AnyBank expires Sat 12 Dec; DevOps falls to 3 of 4',
  alerts: 2,
  attempts: 3,
  uncertain: false,
  nextAttemptAt: '2026-11-23T11:00:00Z',
  lastError: '451 Try again later',
  day: '2026-11-23',
  createdAt: '2026-11-23T07:00:00Z',
  sentAt: null,
  messageId: '<1@caseboard>',
  html: '<p>AnyBank expires</p>',
  text: 'AnyBank expires, as text',
  body: null,
};
const api = (more: ApiStub = {}): ApiStub => ({
  'GET /api/mails': { items: [mail], total: 1 },
  'GET /api/mails/server': { configured: false, from: 'Caseboard <caseboard@localhost>', server: null, unsent: 0 },
  'GET /api/mails/:id': mail,
  ...more,
});

it('without a mail server it says that mails are kept here', async () => {
  const { screen } = await renderAt('/mails', { api: api() });
  expect(await screen.findByText(/Mails are kept here/)).toBeVisible();
  const row = await screen.findByRole('row', { name: /AnyBank expires/ });
  expect(row).toHaveTextContent('451 Try again later');
});

it('who may not read all mails reads their own', async () => {
  const { screen, requests } = await renderAt('/mails', { person: { role: 'contributor' }, api: api() });
  expect(await screen.findByRole('heading', { level: 1, name: 'Your mail' })).toBeVisible();
  expect(requests.find(({ path }) => path === '/api/mails')?.query).toMatchObject({ mine: 'true' });
});

it('a mail is read in a frame that can run nothing, and as text', async () => {
  const { screen, user } = await renderAt('/mails/m1', { api: api() });
  const frame = await screen.findByTitle('The mail as it is read');
  expect(frame).toHaveAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
  await user.click(screen.getByRole('tab', { name: 'As text' }));
  expect(screen.getByText('AnyBank expires, as text')).toBeVisible();
  expect(screen.getByText('<1@caseboard>')).toBeVisible();
});

it('an administrator sends a failed mail again, and a refusal is shown', async () => {
  const { screen, user } = await renderAt('/mails/m1', {
    person: { role: 'administrator' },
    api: api({
      'POST /api/mails/:id/resend': undefined,
      'POST /api/mails/:id/give-up': refused('already-in-that-state', 409, { title: 'It is given up already' }),
    }),
  });
  await user.click(await screen.findByRole('button', { name: 'Send again' }));
  expect(await screen.findByText('It is sent again')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Give up' }));
  expect(await screen.findByText('It is given up already')).toBeVisible();
});

it('a manager reads mails and leaves sending to an administrator', async () => {
  const { screen } = await renderAt('/mails/m1', { api: api() });
  expect(await screen.findByRole('button', { name: 'Send again' })).toHaveAccessibleDescription('Only an administrator can do that.');
});

it('the link at the foot of a mail asks once before it stops the mails', async () => {
  const { screen, user, requests } = await renderAt('/unsubscribe/s3cret', {
    api: { 'POST /api/mail/unsubscribe/:secret': { mail: false } },
  });
  expect(requests.some(({ method }) => method === 'POST')).toBe(false);
  await user.click(await screen.findByRole('button', { name: 'Stop the mails' }));
  expect(await screen.findByText('You get no more mail from Caseboard.')).toBeVisible();
});
