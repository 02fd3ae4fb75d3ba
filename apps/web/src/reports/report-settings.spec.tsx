import { renderPart } from '../testing/render-page';
import { refused, withEtag, type Seen } from '../testing/stub-api';
import { someReportSettings } from './report-for-tests';
import { ReportSettingsSection } from './report-settings';

const api = {
  'GET /api/settings/report': withEtag('"7"', someReportSettings({ cadence: 'quarterly', nextOn: '2027-01-01' })),
  'GET /api/people': { items: [{ email: 'lea@example.com', name: 'Lea', active: true }], total: 1 },
};

it('the schedule, a reader and a strategy are saved with the version they were read in', async () => {
  const { screen, user, requests } = await renderPart(<ReportSettingsSection />, {
    api: { ...api, 'PATCH /api/settings/report': (seen: Seen) => withEtag('"8"', { ...someReportSettings(), ...(seen.body as object) }) },
  });
  await screen.findByText('Next on Fri 1 Jan 2027');
  await user.selectOptions(screen.getByLabelText('Goes out'), 'monthly');
  await user.type(screen.getByRole('textbox', { name: 'E-mail of somebody with an account' }), 'lea@example.com');
  await user.click(screen.getAllByRole('button', { name: 'Add' })[1] as HTMLElement);
  await user.click(screen.getByLabelText('Build'));
  await user.selectOptions(screen.getByLabelText('State of AWS Marketplace'), 'under-way');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Report settings saved');
  const sent = requests.find(({ method }) => method === 'PATCH');
  expect(sent?.headers.get('if-match')).toBe('"7"');
  expect(sent?.body).toMatchObject({
    cadence: 'monthly',
    readers: ['lea@example.com'],
    value: { activeCategories: ['build'], strategies: { marketplace: { state: 'under-way' } } },
  });
});

it('a change made meanwhile by somebody else is not overwritten', async () => {
  const { screen, user } = await renderPart(<ReportSettingsSection />, {
    api: { ...api, 'PATCH /api/settings/report': refused('edit-is-stale', 412) },
  });
  await user.selectOptions(await screen.findByLabelText('Goes out'), 'monthly');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/Somebody changed the report settings meanwhile/);
});

it('who may not change them does not meet them', async () => {
  const { screen, requests } = await renderPart(<ReportSettingsSection />, { person: { role: 'contributor' } });
  expect(screen.queryByLabelText('Goes out')).toBeNull();
  expect(requests.some(({ path }) => path === '/api/settings/report')).toBe(false);
});
