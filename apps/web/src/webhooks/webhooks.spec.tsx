import { screen, waitFor } from '@testing-library/react';
import type { Webhook } from '@caseboard/contracts';
import { renderPart } from '../testing/render-page';
import { refused, type ApiStub } from '../testing/stub-api';
import { WebhooksSection } from './webhooks-section';

const chat: Webhook = {
  id: 'w1',
  name: 'Team chat',
  url: 'https://chat.example.com/hook',
  active: true,
  privateAllowed: false,
  language: 'en',
  createdAt: '2026-11-01T08:00:00Z',
  lastSentAt: null,
  lastError: null,
};
const administrator = { role: 'administrator' } as const;
const api = (more: ApiStub = {}): ApiStub => ({ 'GET /api/webhooks': { items: [chat] }, ...more });

it('a webhook is added, and its secret is shown this once', async () => {
  const { user, requests } = await renderPart(<WebhooksSection />, {
    person: administrator,
    api: api({ 'POST /api/webhooks': { ...chat, id: 'w2', secret: 'whsec_abc' } }),
  });
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Pager');
  await user.type(screen.getByRole('textbox', { name: 'Address' }), 'https://pager.example.com');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Language of its sentences' }), '中文');
  await user.click(screen.getByRole('button', { name: 'Add a webhook' }));
  expect(await screen.findByDisplayValue('whsec_abc')).toBeVisible();
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
    name: 'Pager',
    url: 'https://pager.example.com',
    privateAllowed: false,
    language: 'zh',
  });
});

it('a refused address says why under the field', async () => {
  const faults = [{ path: 'url', reason: 'private', message: 'This address lies in a private network' }];
  const { user } = await renderPart(<WebhooksSection />, {
    person: administrator,
    api: api({ 'POST /api/webhooks': refused('invalid-fields', 422, { faults: faults as never }) }),
  });
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Inner');
  await user.type(screen.getByRole('textbox', { name: 'Address' }), 'http://10.0.0.1/');
  await user.click(screen.getByRole('button', { name: 'Add a webhook' }));
  expect(await screen.findByText('This address lies in a private network')).toBeVisible();
});

it('is tested, allowed private addresses, and removed after asking', async () => {
  const { user, requests } = await renderPart(<WebhooksSection />, {
    person: administrator,
    api: api({ 'POST /api/webhooks/:id/test': undefined, 'PATCH /api/webhooks/:id': chat, 'DELETE /api/webhooks/:id': undefined }),
  });
  const open = async (entry: string) => {
    await user.click(await screen.findByRole('button', { name: 'Actions for Team chat' }));
    await user.click(await screen.findByRole('menuitem', { name: entry }));
  };
  await open('Send a test');
  await screen.findByText('A test to Team chat is on its way');
  await open('Allow private addresses');
  await screen.findByText('Team chat is changed');
  expect(requests.find(({ method }) => method === 'PATCH')?.body).toEqual({ privateAllowed: true });
  await open('Remove…');
  await user.click(screen.getByRole('button', { name: 'Remove it' }));
  await waitFor(() => expect(requests.some(({ method }) => method === 'DELETE')).toBe(true));
});

it('is for administrators', async () => {
  const { requests } = await renderPart(<WebhooksSection />, { api: api() });
  expect(requests.some(({ path }) => path === '/api/webhooks')).toBe(false);
});
