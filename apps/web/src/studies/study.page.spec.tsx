import { fireEvent, waitFor, within } from '@testing-library/react';
import type { ActivationPreview, StudyDetail, StudyStanding } from '@caseboard/contracts';
import { renderAt } from '../testing/render-page';
import { refused, withEtag, type ApiStub, type Seen } from '../testing/stub-api';
import { aStanding, aStudyDetail } from './study-for-tests';

const customer = {
  id: 'fieldlight',
  legalName: 'Fieldlight Agritech Pty Ltd',
  aliases: [],
  notNames: [],
  kind: 'legal-entity',
  partOf: null,
  country: 'AU',
  registrations: [],
  relation: 'external',
  industry: 'Agriculture',
  partOfName: null,
  legalEntity: null,
  chain: [],
  unitsList: [],
  studiesList: [],
  mayEdit: true,
  createdAt: '',
  updatedAt: '',
};

/** As the API lays an edit over what is stored. */
const laid = (study: StudyDetail, edit: Partial<StudyDetail>): StudyDetail => ({
  ...study,
  ...edit,
  sections: { ...study.sections, ...edit.sections },
});

const api = (study: StudyDetail = aStudyDetail(), more: ApiStub = {}): ApiStub => ({
  'GET /api/studies/:id': withEtag('"1"', study),
  'GET /api/studies/:id/standing': aStanding(),
  'POST /api/studies/preview': aStanding(),
  'PATCH /api/studies/:id': (seen: Seen) => withEtag('"2"', laid(study, seen.body as Partial<StudyDetail>)),
  'GET /api/services': { items: [{ name: 'AWS Lambda', shortNames: ['Lambda'] }] },
  'GET /api/specializations': { items: [], total: 0 },
  'GET /api/customers/:id': customer,
  'GET /api/customers': { items: [], total: 0 },
  'GET /api/people': { items: [], total: 0 },
  ...more,
});

it('shows the gaps first, and what closing them gives', async () => {
  const { screen } = await renderAt('/studies/CS-121', { api: api() });
  const panel = await screen.findByRole('complementary', { name: 'What this study is worth' });
  expect(await within(panel).findByText('2 gaps to close')).toBeVisible();
  expect(within(panel).getByText('Then DevOps is ready, 4 of 4')).toBeVisible();
  expect(screen.getByRole('heading', { level: 1, name: 'Field imagery' })).toBeVisible();
});

it('writes "the customer" in place of the name with one click, and saves it with the version it was made upon', async () => {
  const { screen, user, requests } = await renderAt('/studies/CS-121', { api: api() });
  await user.click((await screen.findAllByRole('button', { name: 'Write “the customer”' }))[0] as HTMLElement);
  expect(screen.getByRole('textbox', { name: 'Partner solution, paragraph 2' })).toHaveValue('The customer’s agronomists release models.');
  await waitFor(() => expect(requests.find(({ method }) => method === 'PATCH')).toBeDefined(), { timeout: 4000 });
  const saved = requests.find(({ method }) => method === 'PATCH');
  expect(saved?.headers.get('if-match')).toBe('"1"');
  expect(saved?.body).toEqual({ sections: { solution: ['Images land in Amazon S3.', 'The customer’s agronomists release models.'] } });
  expect(await screen.findByText('Saved')).toBeInTheDocument();
});

it('checks while one types, before anything is stored', async () => {
  const better = aStanding();
  const closed = <F extends { code: string }>(findings: F[]) => findings.filter(({ code }) => code !== 'measured-outcome');
  const done: StudyStanding = {
    ...better,
    general: closed(better.general),
    linked: better.linked.map((each) => ({ ...each, findings: closed(each.findings) })),
  };
  const { screen, user, requests } = await renderAt('/studies/CS-121', { api: api(aStudyDetail(), { 'POST /api/studies/preview': done }) });
  await screen.findAllByText('2 gaps to close');
  await user.type(screen.getByLabelText('Number of outcome 1'), '36');
  expect((await screen.findAllByText('1 gap to close'))[0]).toBeVisible();
  expect(requests.find(({ path }) => path === '/api/studies/preview')?.body).toMatchObject({
    id: 'CS-121',
    study: { outcomes: [{ value: 36 }] },
  });
});

it('Enter parts a paragraph, Backspace at its beginning joins it again', async () => {
  const { screen, user } = await renderAt('/studies/CS-121', { api: api() });
  const area: HTMLTextAreaElement = await screen.findByRole('textbox', { name: 'About the customer, paragraph 1' });
  await user.click(area);
  area.setSelectionRange(3, 3);
  await user.keyboard('{Enter}');
  expect(screen.getByRole('textbox', { name: 'About the customer, paragraph 2' })).toHaveValue('watches crops.');
  expect(screen.getByRole('textbox', { name: 'About the customer, paragraph 2' })).toHaveFocus();
  await user.keyboard('{Backspace}');
  expect(screen.queryByRole('textbox', { name: 'About the customer, paragraph 2' })).not.toBeInTheDocument();
  expect(area).toHaveValue('It watches crops.');
});

it('a pasted text comes in as paragraphs', async () => {
  const { screen } = await renderAt('/studies/CS-121', { api: api() });
  const area: HTMLTextAreaElement = await screen.findByRole('textbox', { name: 'Customer challenge, paragraph 1' });
  area.setSelectionRange(0, area.value.length);
  fireEvent.paste(area, { clipboardData: { getData: () => 'First.\r\n\r\nSecond.\nThird.' } });
  expect(await screen.findByRole('textbox', { name: 'Customer challenge, paragraph 3' })).toHaveValue('Third.');
  expect(area).toHaveValue('First.');
});

const anEdit = { at: '', action: 'edit', subject: 'study', subjectId: 'CS-121', title: '' };

it('when two people changed the same field both versions stand, and a person chooses', async () => {
  let version = 2;
  let stored = aStudyDetail({ title: 'Theirs' });
  const stub = api(aStudyDetail(), {
    'GET /api/history': {
      items: [
        { ...anEdit, id: '2', who: 'mia@example.com', whoName: 'Mia', before: { summary: '' }, after: { summary: 'Later' } },
        { ...anEdit, id: '1', who: 'jonas@example.com', whoName: 'Jonas', before: { title: '' }, after: { title: 'Theirs' } },
      ],
      total: 2,
    },
    'PATCH /api/studies/:id': (seen: Seen) => {
      if (seen.headers.get('if-match') !== `"${version}"`) return refused('edit-is-stale', 412, { title: 'Stale' });
      stored = { ...stored, ...(seen.body as object) };
      version++;
      return withEtag(`"${version}"`, stored);
    },
  });
  let reads = 0;
  stub['GET /api/studies/:id'] = () => (reads++ === 0 ? withEtag('"1"', aStudyDetail()) : withEtag(`"${version}"`, stored));
  const { screen, user } = await renderAt('/studies/CS-121', { api: stub });
  const title = await screen.findByRole('textbox', { name: 'Title' });
  await user.clear(title);
  await user.type(title, 'Mine');
  expect(await screen.findByText('Jonas changed Title while you were away.')).toBeVisible();
  expect(title).toHaveValue('Mine');
  await user.click(screen.getByRole('button', { name: 'Compare' }));
  const dialog = screen.getByRole('dialog', { name: 'Two versions' });
  await user.click(within(dialog).getByRole('radio', { name: /Jonas’s/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Save the choice' }));
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('Theirs'));
  expect(stored.title).toBe('Theirs');
});

it('a refused value says why under its field and keeps what was typed', async () => {
  const stub = api(aStudyDetail(), {
    'PATCH /api/studies/:id': refused('invalid-fields', 400, {
      title: 'Some values cannot be stored',
      faults: [{ path: 'title', reason: 'too-long', message: 'At most 255 characters.' }],
    }),
  });
  const { screen, user } = await renderAt('/studies/CS-121', { api: stub });
  const title = await screen.findByRole('textbox', { name: 'Title' });
  await user.type(title, '!');
  expect((await screen.findAllByText('At most 255 characters.', {}, { timeout: 4000 }))[0]).toBeVisible();
  expect(title).toHaveValue('Field imagery!');
});

const preview: ActivationPreview = {
  holder: { id: 'CS-106', title: 'Fraud scoring', customerName: 'Brightwater Bank N.V.' },
  legalEntity: { id: 'brightwater', name: 'Brightwater Bank N.V.' },
  changes: [
    {
      code: 'fsi',
      name: 'AWS Financial Services Competency - services',
      target: true,
      needs: 4,
      before: { status: 'at-risk', supporting: 5, readyThrough: '2027-01-31' },
      after: { status: 'at-risk', supporting: 4, readyThrough: '2026-12-09' },
    },
  ],
};

it('activating names the study in the way and what a swap costs, and replaces it in one step', async () => {
  const draft = aStudyDetail({ status: 'draft', title: 'Payments core' });
  const { screen, user, requests } = await renderAt('/studies/CS-202', {
    api: api(draft, {
      'GET /api/studies/:id/activation': preview,
      'POST /api/studies/:id/activate': withEtag('"2"', { study: { ...draft, status: 'active' }, retired: 'CS-106' }),
    }),
  });
  await user.click(await screen.findByRole('button', { name: 'Activate' }));
  const dialog = await screen.findByRole('dialog', { name: 'Brightwater Bank N.V. already has an active study' });
  expect(within(dialog).getByText('4/4, lost on 10 Dec')).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Replace and activate' }));
  expect(await screen.findByText('“Payments core” is active, “Fraud scoring” is retired')).toBeVisible();
  expect(requests.find(({ path }) => path.endsWith('/activate'))?.body).toEqual({ replace: 'CS-106' });
});

it('a contributor is told who activates instead of meeting a dead button', async () => {
  const draft = aStudyDetail({ status: 'draft', mayActivate: false });
  const { screen } = await renderAt('/studies/CS-202', { api: api(draft), person: { role: 'contributor' } });
  expect(await screen.findByRole('button', { name: 'Activate' })).toHaveAccessibleDescription(
    'Only a manager activates studies. Ask one of them when this is ready.',
  );
});

it('a leader reads without any field to write in', async () => {
  const { screen, requests } = await renderAt('/studies/CS-121', {
    api: api(aStudyDetail({ mayEdit: false, mayActivate: false })),
    person: { role: 'leader' },
  });
  expect(await screen.findByRole('textbox', { name: 'Title' })).toHaveAttribute('readonly');
  expect(screen.queryByRole('button', { name: 'Add a service' })).not.toBeInTheDocument();
  expect(screen.queryByRole('tab', { name: 'History' })).not.toBeInTheDocument();
  expect(requests.some(({ path }) => path === '/api/studies/preview')).toBe(false);
});

it('the public preview proves where the name still stands', async () => {
  const { screen } = await renderAt('/studies/CS-121?tab=preview', { api: api() });
  expect(await screen.findByText(/1 of \d+ published texts still hold it/)).toBeVisible();
  expect(screen.getByRole('row', { name: /Partner solution, paragraph 2.*Fieldlight/ })).toBeVisible();
});

it('the copy pack remembers what was copied and says what has changed since', async () => {
  const { screen, user } = await renderAt('/studies/CS-121?tab=copy-pack', { api: api() });
  await user.click(await screen.findByRole('button', { name: 'Copy: Title' }));
  expect(await screen.findByText('Copied just now')).toBeVisible();
  await user.click(screen.getByRole('tab', { name: 'Write' }));
  await user.type(await screen.findByRole('textbox', { name: 'Title' }), ' again');
  await user.click(screen.getByRole('tab', { name: 'Copy pack' }));
  expect(await screen.findByText('Changed since you copied it just now')).toBeVisible();
});

it('is set in Chinese for a Chinese reader', async () => {
  const { screen } = await renderAt('/studies/CS-121', { api: api(), language: 'zh' });
  expect((await screen.findAllByText('2 处缺项待补'))[0]).toBeVisible();
  expect(screen.getByRole('textbox', { name: '合作伙伴解决方案，第 1 段' })).toBeVisible();
});

it('an unknown study says so and leads back', async () => {
  const { screen } = await renderAt('/studies/nothing', {
    api: api(aStudyDetail(), { 'GET /api/studies/:id': refused('not-found', 404) }),
  });
  expect(await screen.findByText('There is no study nothing')).toBeVisible();
});
