import { someReportSettings } from '../reports/report-for-tests';
import { aSession, renderAt } from '../testing/render-page';
import { refused, withEtag } from '../testing/stub-api';

const alertSettings = {
  ladder: [90, 30, 0],
  morningHour: 8,
  daysPerPoint: 2,
  defaultRules: { mail: true, kinds: [], earliest: 730, losses: true },
  renewals: [],
};
const settings = { legalName: 'Harbor Cloud Ltd', timeZone: 'Europe/Berlin', warningDays: 90, heldSpecializations: [], targets: [] };

it('a session that ends while one types costs nothing: sign in over the page, and the edit goes through', async () => {
  let ended = true;
  const { screen, user, requests } = await renderAt('/settings', {
    api: {
      'GET /api/settings': withEtag('"1"', settings),
      'GET /api/settings/alerts': withEtag('"1"', alertSettings),
      'GET /api/settings/report': withEtag('"1"', someReportSettings()),
      'GET /api/people': { items: [], total: 0 },
      'GET /api/specializations': { items: [], total: 0 },
      'GET /api/demo': { loaded: false },
      'PATCH /api/settings': (seen: { body: unknown }) =>
        ended ? refused('session-expired', 401) : withEtag('"2"', { ...settings, ...(seen.body as object) }),
      'POST /api/session': () => {
        ended = false;
        return aSession();
      },
    },
  });
  const name = await screen.findByRole('textbox', { name: 'Legal name' });
  await user.clear(name);
  await user.type(name, 'Harbour Cloud AG');
  await user.click(screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement);
  expect(await screen.findByRole('heading', { name: 'Your session ended' })).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'E-mail' })).toHaveValue('mia@example.com');
  await user.type(screen.getByLabelText('Password'), 'harbour-lights-42');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('Settings saved')).toBeInTheDocument();
  expect(screen.queryByText('Your session ended')).not.toBeInTheDocument();
  expect(requests.filter((request) => request.method === 'PATCH').map((request) => request.body)).toEqual(
    Array(2).fill({ legalName: 'Harbour Cloud AG', timeZone: 'Europe/Berlin', warningDays: 90 }),
  );
});
