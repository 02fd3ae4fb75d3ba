import { screen, waitFor } from '@testing-library/react';
import type { MyNotifications } from '@caseboard/contracts';
import { renderPart } from '../testing/render-page';
import { refused, withEtag, type ApiStub, type Seen } from '../testing/stub-api';
import { AlertSettingsSection } from './alert-settings';
import { CalendarFeedSection } from './calendar-feed';
import { MyNotificationsSection } from './my-notifications';

const teamDefault = {
  mail: true,
  kinds: ['study-expiry', 'consent-end', 'applications-close', 'programme-end', 'renewal'],
  earliest: 730,
  losses: true,
} satisfies MyNotifications['teamDefault'];
const mine: MyNotifications = { rules: null, teamDefault, ladder: [90, 30, 0], bounced: null };
const forecast = ({ body }: Seen) => {
  const { rules } = body as { rules: { earliest: number } };
  return rules.earliest > 90
    ? { from: '2026-11-23', to: '2027-11-22', digests: 14, losses: 1, days: [{ day: '2026-12-14', alerts: 2, losses: 0 }] }
    : { from: '2026-11-23', to: '2027-11-22', digests: 5, losses: 0, days: [] };
};
const api = (more: ApiStub = {}): ApiStub => ({ 'GET /api/notifications': mine, 'POST /api/notifications/forecast': forecast, ...more });

it('before a rule is saved it says how many mails it would send, and on which days', async () => {
  const { user, requests } = await renderPart(<MyNotificationsSection />, { api: api({ 'PUT /api/notifications': mine }) });
  expect(await screen.findByText('These would send you 14 digests and 1 mail on losses in the next 12 months.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show the days' }));
  expect(screen.getByText('Mon 14 Dec 2026')).toBeVisible();
  await user.click(screen.getByRole('checkbox', { name: 'Follow the team’s default' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'How early' }), '30');
  expect(await screen.findByText('These would send you 5 digests in the next 12 months.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({ rules: { ...teamDefault, earliest: 30 } }));
});

it('the mail on losses is offered to managers only', async () => {
  await renderPart(<MyNotificationsSection />, { person: { role: 'contributor' }, api: api() });
  expect(await screen.findByRole('checkbox', { name: 'Send mail' })).toBeVisible();
  expect(screen.queryByRole('checkbox', { name: /A mail at once/ })).not.toBeInTheDocument();
});

it('tells a person that a mail to them came back', async () => {
  const bounced = { at: '2026-11-20T07:00:00Z', error: '550 No such user' };
  await renderPart(<MyNotificationsSection />, { api: api({ 'GET /api/notifications': { ...mine, bounced } }) });
  expect(await screen.findByText(/550 No such user/)).toBeVisible();
});

it('a calendar address is made, shown once, and ended', async () => {
  let exists = false;
  const feed = () => ({ exists, createdAt: exists ? '2026-11-23T09:00:00Z' : null, lastReadAt: null, url: null });
  const { user } = await renderPart(<CalendarFeedSection />, {
    api: {
      'GET /api/calendar-feed': feed,
      'POST /api/calendar-feed': () => ((exists = true), { ...feed(), url: 'http://localhost/calendar/abc.ics' }),
      'DELETE /api/calendar-feed': () => void (exists = false),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Make an address' }));
  expect(await screen.findByDisplayValue('http://localhost/calendar/abc.ics')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'End it' }));
  expect(await screen.findByText('You have no calendar address.')).toBeVisible();
  expect(screen.queryByDisplayValue('http://localhost/calendar/abc.ics')).not.toBeInTheDocument();
});

describe('alert settings', () => {
  const settings = { ladder: [90, 30, 0], morningHour: 8, daysPerPoint: 2, defaultRules: teamDefault, renewals: [] };
  const stub = (more: ApiStub = {}): ApiStub => ({
    'GET /api/settings/alerts': withEtag('"3"', settings),
    'GET /api/specializations': { items: [{ code: 'devops', name: 'AWS DevOps Competency', programme: 'competency' }], total: 1 },
    ...more,
  });

  it('a step is added to the ladder in its place and saved with the version it was read in', async () => {
    const { user, requests } = await renderPart(<AlertSettingsSection held={['devops']} />, {
      api: stub({ 'PATCH /api/settings/alerts': (seen: Seen) => withEtag('"4"', { ...settings, ...(seen.body as object) }) }),
    });
    await user.type(await screen.findByRole('textbox', { name: 'Another step' }), '45{Enter}');
    expect(screen.getByText('45 days')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Alert settings saved');
    const sent = requests.find(({ method }) => method === 'PATCH');
    expect(sent?.headers.get('if-match')).toBe('"3"');
    expect(sent?.body).toMatchObject({ ladder: [90, 45, 30, 0] });
  });

  it('a renewal day is kept for what is held; the day itself cannot leave the ladder', async () => {
    const { user, requests } = await renderPart(<AlertSettingsSection held={['devops']} />, {
      api: stub({ 'PATCH /api/settings/alerts': (seen: Seen) => withEtag('"4"', { ...settings, ...(seen.body as object) }) }),
    });
    await user.type(await screen.findByRole('textbox', { name: 'Renewal of DevOps' }), '2027-03-01');
    await waitFor(() =>
      expect(requests.find(({ method }) => method === 'PATCH')?.body).toEqual({
        renewals: [{ specialization: 'devops', on: '2027-03-01' }],
      }),
    );
    expect(screen.queryByRole('button', { name: 'Take 0 days out' })).not.toBeInTheDocument();
  });

  it('a change made meanwhile by somebody else is not overwritten', async () => {
    const { user } = await renderPart(<AlertSettingsSection held={[]} />, {
      api: stub({ 'PATCH /api/settings/alerts': refused('edit-is-stale', 412) }),
    });
    await user.click(await screen.findByRole('button', { name: 'Take 30 days out' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody changed the alert settings meanwhile.');
  });
});
