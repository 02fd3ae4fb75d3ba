import { someReportSettings } from '../reports/report-for-tests';
import { renderAt } from '../testing/render-page';
import { refused, withEtag } from '../testing/stub-api';

const settings = {
  legalName: 'Harbor Cloud Ltd',
  timeZone: 'Europe/Berlin',
  warningDays: 90,
  heldSpecializations: [],
  targets: [{ specialization: 'devops', weight: 3, submitOn: null }],
};
const alertSettings = {
  ladder: [90, 60, 30, 14, 7, 0],
  morningHour: 8,
  daysPerPoint: 2,
  defaultRules: { mail: true, kinds: ['study-expiry'], earliest: 730, losses: true },
  renewals: [],
};
const api = {
  'GET /api/settings': withEtag('"1"', settings),
  'GET /api/settings/alerts': withEtag('"1"', alertSettings),
  'GET /api/settings/report': withEtag('"1"', someReportSettings()),
  'GET /api/people': { items: [], total: 0 },
  'GET /api/demo': { loaded: false },
  'GET /api/specializations': {
    items: [
      { code: 'devops', name: 'AWS DevOps Competency', programme: 'competency' },
      { code: 'security', name: 'AWS Security Competency', programme: 'competency' },
    ],
    total: 2,
  },
};

it('a target is added by its name and saved with the version it was read in', async () => {
  const { screen, user, requests } = await renderAt('/settings', {
    api: { ...api, 'PATCH /api/settings': (seen: { body: unknown }) => withEtag('"2"', { ...settings, ...(seen.body as object) }) },
  });
  await user.type(await screen.findByRole('textbox', { name: 'Add a target' }), 'secur');
  await user.click(await screen.findByRole('option', { name: /Security/ }));
  expect(await screen.findByRole('link', { name: 'AWS Security Competency' })).toBeInTheDocument();
  const patch = requests.find((request) => request.method === 'PATCH');
  expect(patch?.headers.get('if-match')).toBe('"1"');
  expect(patch?.body).toEqual({ targets: [...settings.targets, { specialization: 'security', weight: 1, submitOn: null }] });
});

it('a change made meanwhile by somebody else is not overwritten', async () => {
  const { screen, user } = await renderAt('/settings', { api: { ...api, 'PATCH /api/settings': refused('edit-is-stale', 412) } });
  await user.click(await screen.findByRole('button', { name: 'Remove AWS DevOps Competency' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody changed the settings meanwhile.');
});

it('a leader reads the settings and finds nothing to press', async () => {
  const { screen } = await renderAt('/settings', { person: { role: 'leader' }, api });
  expect(await screen.findByRole('textbox', { name: 'Legal name' })).toHaveAttribute('readonly');
  expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
  expect(screen.getByText(/A manager or an administrator can change them/)).toBeInTheDocument();
});
