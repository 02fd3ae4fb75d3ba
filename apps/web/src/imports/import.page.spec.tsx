import { within } from '@testing-library/react';
import type { ImportAnswer } from '@caseboard/contracts';
import { renderAt } from '../testing/render-page';
import { refused, withEtag, type ApiStub, type Seen } from '../testing/stub-api';
import { stubUploads } from '../testing/stub-upload';

const dryRun: ImportAnswer = {
  id: 'i1',
  name: 'tracker.xlsx',
  state: 'dry-run',
  mode: 'dry-run',
  progress: null,
  counts: { created: 1, changed: 1, unchanged: 0, asked: 1, refused: 2 },
  records: [
    { kind: 'study', id: 'N1', title: 'A study of ports', where: 'Studies!2', outcome: 'created', changes: [] },
    {
      kind: 'study',
      id: 'L1',
      title: 'Cold chain telemetry',
      where: 'Studies!3',
      outcome: 'changed',
      changes: [
        { path: 'deployedOn', before: '2025-06-30', after: '2026-09-30' },
        { path: 'applications.iot.relevance', before: null, after: 'Sensors in every truck' },
      ],
    },
  ],
  questions: [
    {
      id: 'q1',
      kind: 'same-customer',
      name: 'Larkspur Foods Incorporated',
      where: ['Customers!B3'],
      candidates: [{ id: 'A1', legalName: 'Larkspur Foods, Inc.', inFile: false, why: 'same' }],
      choices: ['same:A1', 'another'],
      answer: null,
      remembered: false,
    },
  ],
  faults: [
    {
      path: 'Studies!J4',
      sheet: 'Studies',
      row: 4,
      column: 'Deployed on',
      value: '03/04/2026',
      reason: 'ambiguous-day',
      params: { readings: ['2026-04-03', '2026-03-04'] },
    },
    { path: 'Studies!J5', sheet: 'Studies', row: 5, column: 'Deployed on', value: '2026-02-30', reason: 'no-such-day' },
  ],
  notes: [{ code: 'hidden-sheet', where: 'old_2023', value: 'old_2023' }],
  tables: [
    {
      sheet: 'Studies',
      kind: 'studies',
      headingRow: 1,
      rows: 4,
      headings: [
        { heading: 'Title', column: 'title', sample: 'A study of ports' },
        { heading: 'Kunde', column: null, sample: 'Nordwind' },
      ],
    },
  ],
  columns: [
    { kind: 'studies', column: 'title' },
    { kind: 'studies', column: 'customer' },
  ],
  readiness: [],
  committable: false,
  by: 'Mia Lindqvist',
  at: '2026-11-23T08:00:00Z',
  committedAt: null,
  undoable: false,
};
const sure: ImportAnswer = {
  ...dryRun,
  counts: { ...dryRun.counts, asked: 0, refused: 0 },
  questions: [],
  faults: [],
  committable: true,
  readiness: [{ code: 'iot', name: 'AWS IoT Competency', before: 'at-risk', after: 'ready', supportingBefore: 2, supportingAfter: 3 }],
};
const larkspur = {
  id: 'A1',
  legalName: 'Larkspur Foods, Inc.',
  country: 'US',
  registrations: [],
  industry: null,
  studiesList: [{ id: 'L1' }],
};
const page: ApiStub = {
  'GET /api/specializations': { items: [{ code: 'iot', name: 'AWS IoT Competency' }], total: 1 },
  'GET /api/customers/:id': larkspur,
  'GET /api/imports': { items: [], total: 0 },
};
const bodyOf = (requests: readonly Seen[], method: string) =>
  requests.filter((request) => request.method === method).map(({ body }) => body);

beforeAll(stubUploads);

it('a dropped file with a heading that nobody knows leads to its columns; the match is sent and the dry run shows', async () => {
  const { screen, user, requests, router } = await renderAt('/import', {
    api: { ...page, 'POST /api/imports': dryRun, 'GET /api/imports/:id': dryRun, 'PATCH /api/imports/:id': withEtag('"1"', dryRun) },
  });
  await user.upload(await screen.findByLabelText('Choose a file…', { selector: 'input' }), new File(['x'], 'tracker.xlsx'));
  expect(await screen.findByText('One heading is not known. Match it, or leave it out.')).toBeInTheDocument();
  expect(requests.find(({ method }) => method === 'POST')?.query).toEqual({ mode: 'dry-run', name: 'tracker.xlsx' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kunde' }), 'Customer');
  await user.click(screen.getByRole('button', { name: 'Go to the dry run' }));
  expect(await screen.findByRole('heading', { name: 'Dry run' })).toBeInTheDocument();
  expect(bodyOf(requests, 'PATCH')).toEqual([{ mapping: { Studies: { Kunde: 'customer' } } }]);
  expect(router.state.location.search).toEqual({ id: 'i1' });
});

it('questions are answered, cells mended and days read in place; until then the commit says what it waits for', async () => {
  const { screen, user, requests } = await renderAt('/import?id=i1', {
    api: { ...page, 'GET /api/imports/:id': dryRun, 'PATCH /api/imports/:id': () => withEtag('"1"', dryRun) },
  });
  expect(await screen.findByText(/The hidden sheet “old_2023” was left out/)).toBeInTheDocument();
  const commit = screen.getByRole('button', { name: 'Commit 2 changes' });
  expect(commit).toHaveAttribute('aria-disabled', 'true');
  expect(commit).toHaveAccessibleDescription('All or nothing: answer 1 question and mend 2 cells first.');

  await user.click(screen.getByRole('button', { name: 'The same as “Larkspur Foods, Inc.”' }));
  const april = screen.getByRole('group', { name: 'New value for Studies J4' });
  await user.click(within(april).getByRole('button', { name: '3 Apr 2026' }));
  const february = screen.getByRole('textbox', { name: 'New value for Studies J5' });
  await user.clear(february);
  await user.type(february, '2026-02-28');
  await user.click(screen.getByRole('button', { name: 'Check the 2 mended cells' }));
  await user.click(screen.getByRole('button', { name: '4 March' }));
  expect(bodyOf(requests, 'PATCH')).toEqual([
    { answers: { q1: 'same:A1' } },
    {
      cells: [
        { sheet: 'Studies', row: 4, column: 'Deployed on', value: '2026-04-03' },
        { sheet: 'Studies', row: 5, column: 'Deployed on', value: '2026-02-28' },
      ],
    },
    { dayOrder: 'month-first' },
  ]);
});

it('rows at fault can be left out instead of mended', async () => {
  const { screen, user, requests } = await renderAt('/import?id=i1', {
    api: {
      ...page,
      'GET /api/imports/:id': dryRun,
      'PATCH /api/imports/:id': withEtag('"1"', { ...sure, leftOut: [{ sheet: 'Studies', row: 4 }] }),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Leave these 2 rows out' }));
  expect(await screen.findByText(/1 row is left out/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Commit 2 changes' })).not.toHaveAttribute('aria-disabled');
  const leaveOut = [
    { sheet: 'Studies', row: 4 },
    { sheet: 'Studies', row: 5 },
  ];
  expect(bodyOf(requests, 'PATCH')).toEqual([{ leaveOut }]);
});

it('what changes is told field by field in words: removed, added, and for which specialization', async () => {
  const { screen } = await renderAt('/import?id=i1', { api: { ...page, 'GET /api/imports/:id': sure } });
  const card = (await screen.findByRole('button', { name: /^Cold chain telemetry/ })).closest('article') as HTMLElement;
  expect(await within(card).findByText('IoT · Relevance')).toBeInTheDocument();
  expect(within(card).getByText('Deployed on').nextSibling).toHaveTextContent('30 Removed: Jun 2025');
  expect(within(card).getByText(/Sensors in every truck/)).toBeInTheDocument();
  expect(screen.getByText('At risk → Ready')).toBeInTheDocument();
});

it('what changes of the partner is told in words too', async () => {
  const partner: ImportAnswer['records'][number] = {
    kind: 'partner',
    id: 'partner',
    title: 'Harbor Cloud',
    where: null,
    outcome: 'changed',
    changes: [
      { path: 'timeZone', before: null, after: 'Europe/London' },
      { path: 'targets', before: [], after: [{ specialization: 'iot', weight: 3, submitOn: '2027-01-16' }] },
      { path: 'heldSpecializations', before: [], after: ['iot'] },
    ],
  };
  const { screen } = await renderAt('/import?id=i1', { api: { ...page, 'GET /api/imports/:id': { ...sure, records: [partner] } } });
  const card = (await screen.findByRole('button', { name: /^Harbor Cloud/ })).closest('article') as HTMLElement;
  expect(await within(card).findByText(/IoT · weight 3 · submission 16 Jan 2027/)).toBeInTheDocument();
  expect(
    within(card)
      .getAllByRole('term')
      .map(({ textContent }) => textContent),
  ).toEqual(['Time zone', 'Targets', 'Held specializations']);
});

it('a commit shows what it did and can be undone', async () => {
  let now: ImportAnswer = sure;
  const { screen, user } = await renderAt('/import?id=i1', {
    api: {
      ...page,
      'GET /api/imports/:id': () => now,
      'POST /api/imports/:id/commit': () => (now = { ...sure, state: 'committed', committedAt: sure.at, undoable: true }),
      'POST /api/imports/:id/undo': () => (now = { ...sure, state: 'undone' }),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Commit 2 changes' }));
  expect(await screen.findByRole('heading', { name: 'Imported' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Undo the import' }));
  expect(await screen.findByRole('heading', { name: 'Undone' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Undo the import' })).not.toBeInTheDocument();
});

it('a refused commit says why and stays where it was', async () => {
  const { screen, user } = await renderAt('/import?id=i1', {
    api: {
      ...page,
      'GET /api/imports/:id': sure,
      'POST /api/imports/:id/commit': refused('import-changed-since', 409, { title: 'The portfolio has changed', detail: 'Look again.' }),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Commit 2 changes' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The portfolio has changed Look again.');
  expect(screen.getByRole('heading', { name: 'Dry run' })).toBeInTheDocument();
});

it('a file above 256 MB is refused before it is sent; one that cannot be read is told by the answer', async () => {
  const { screen, user, requests } = await renderAt('/import', {
    api: {
      ...page,
      'POST /api/imports': refused('unreadable-file', 422, { title: 'The file cannot be read', detail: 'It is no workbook.' }),
    },
  });
  const input = await screen.findByLabelText('Choose a file…', { selector: 'input' });
  const huge = new File(['x'], 'huge.xlsx');
  Object.defineProperty(huge, 'size', { value: 300 * 1024 * 1024 });
  await user.upload(input, huge);
  expect(await screen.findByRole('alert')).toHaveTextContent('huge.xlsx is 300 MB; a file can be 256 MB at most.');
  expect(bodyOf(requests, 'POST')).toEqual([]);
  await user.upload(input, new File(['x'], 'noise.csv'));
  expect(await screen.findByText('The file cannot be read')).toBeInTheDocument();
  expect(screen.queryByText(/huge\.xlsx/)).not.toBeInTheDocument();
});

it('somebody who may not import still takes the portfolio along, in Chinese too', async () => {
  const { screen } = await renderAt('/import', { language: 'zh', person: { role: 'contributor' }, api: page });
  expect(await screen.findByText('导入由经理或管理员进行，您仍可带走案例库。')).toBeInTheDocument();
  expect(screen.getByText('全部客户、案例和自有专业认证。')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '文档（JSON）' })).toHaveAttribute('href', '/api/portfolio');
});
