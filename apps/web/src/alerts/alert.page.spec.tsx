import { waitFor, within } from '@testing-library/react';
import { renderAt } from '../testing/render-page';
import { refused, type ApiStub } from '../testing/stub-api';
import { anAlertDetail } from './alert-for-tests';

const api = (more: ApiStub = {}): ApiStub => ({
  'GET /api/alerts/:id': anAlertDetail(),
  'GET /api/studies/:id/follow': { following: false, followers: [{ id: 'p9', name: 'Li Wen' }] },
  'GET /api/people': { items: [{ id: 'p9', email: 'li@example.com', name: 'Li Wen', active: true }], total: 1 },
  ...more,
});

it('says the day, what it costs, the way out and what happened', async () => {
  const { screen } = await renderAt('/alerts/7', { api: api() });
  expect(await screen.findByRole('heading', { level: 1, name: 'AnyBank plc stops counting on 12 Dec 2026' })).toBeVisible();
  const devops = screen.getByRole('row', { name: /DevOps/ });
  expect(devops).toHaveTextContent('stops being ready');
  expect(screen.getByRole('link', { name: 'Close the 2 gaps' })).toHaveAttribute('href', '/studies/CS-130?for=devops');
  expect(screen.getByText('Li Wen snoozed it until 1 Dec 2026: “The bank is asked”')).toBeVisible();
  expect(await screen.findByText(/Owner: jonas@example.com. Followed by Li Wen./)).toBeVisible();
  expect(screen.getByRole('link', { name: /in a mail/ })).toHaveAttribute('href', '/mails/m1');
});

it('is acknowledged with one click', async () => {
  const { screen, user, requests } = await renderAt('/alerts/7', { api: api({ 'POST /api/alerts/:id/acknowledge': undefined }) });
  await user.click(await screen.findByRole('button', { name: 'Acknowledge' }));
  expect(await screen.findByText('Acknowledged. Later steps still come.')).toBeVisible();
  expect(requests.some(({ method, path }) => method === 'POST' && path === '/api/alerts/7/acknowledge')).toBe(true);
});

it('is snoozed to a day with a reason, and not beyond its day', async () => {
  const { screen, user, requests } = await renderAt('/alerts/7', { api: api({ 'POST /api/alerts/:id/snooze': undefined }) });
  await user.click(await screen.findByRole('button', { name: 'Snooze…' }));
  const dialog = screen.getByRole('dialog');
  expect(dialog).toHaveTextContent('It costs a readiness, so its warnings come all the same, to you and to managers.');
  await user.type(within(dialog).getByRole('textbox', { name: 'Until' }), '2026-12-13');
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('The day itself is the last one possible: 12 Dec 2026.');
  await user.click(within(dialog).getByRole('button', { name: 'A week' }));
  await user.type(within(dialog).getByRole('textbox', { name: 'Why it can wait' }), 'The bank is asked');
  await user.click(within(dialog).getByRole('button', { name: 'Snooze' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(requests.find(({ path }) => path.endsWith('/snooze'))?.body).toEqual({ until: '2026-11-30', reason: 'The bank is asked' });
});

it('is handed over to somebody else; a refusal is shown where it was asked', async () => {
  const { screen, user } = await renderAt('/alerts/7', {
    api: api({ 'POST /api/alerts/:id/hand-over': refused('not-permitted', 403, { title: 'You may not edit studies that others own' }) }),
  });
  await user.click(await screen.findByRole('button', { name: 'Hand over…' }));
  const dialog = screen.getByRole('dialog');
  await user.selectOptions(
    within(dialog).getByRole('combobox', { name: 'To whom' }),
    await within(dialog).findByRole('option', { name: /Li Wen/ }),
  );
  await user.click(within(dialog).getByRole('button', { name: 'Hand over' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('You may not edit studies that others own');
});

it('following the study is a matter of one click', async () => {
  const { screen, user, requests } = await renderAt('/alerts/7', {
    api: api({ 'PUT /api/studies/:id/follow': { following: true, followers: [] } }),
  });
  await user.click(await screen.findByRole('button', { name: 'Follow' }));
  await screen.findByText('You are told of every warning about this study');
  expect(requests.some(({ method, path }) => method === 'PUT' && path === '/api/studies/CS-121/follow')).toBe(true);
});

it('a leader reads it and is told why the buttons do not work', async () => {
  const { screen } = await renderAt('/alerts/7', {
    person: { role: 'leader' },
    api: api({ 'GET /api/alerts/:id': anAlertDetail({ canAct: false }) }),
  });
  const button = await screen.findByRole('button', { name: 'Acknowledge' });
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(button).toHaveAccessibleDescription(/A leader reads alerts/);
  expect(screen.getByRole('link', { name: 'Look at it' })).toBeVisible();
});
