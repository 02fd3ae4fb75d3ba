import { waitFor } from '@testing-library/react';
import { renderAt } from '../testing/render-page';
import type { ApiStub, Seen } from '../testing/stub-api';
import { aStanding, aStudyDetail } from './study-for-tests';

const anyBank = {
  id: 'anybank',
  legalName: 'AnyBank plc',
  kind: 'legal-entity',
  partOf: null,
  partOfName: null,
  country: 'GB',
  relation: 'external',
  industry: 'Financial Services',
  legalEntity: null,
  units: 0,
  studies: { active: 1, draft: 0, retired: 0 },
  activeStudy: null,
  updatedAt: '',
};
const detail = {
  ...anyBank,
  aliases: [],
  notNames: [],
  registrations: [],
  chain: [],
  unitsList: [],
  studiesList: [{ id: 'CS-101', title: 'Core banking', status: 'active', visibility: 'public', customer: 'anybank' }],
  mayEdit: true,
  createdAt: '',
};

const standing = () => {
  const base = aStanding({ linked: [] });
  const [devops] = aStanding().linked;
  const relevance = { code: 'relevance', kind: 'blocking' as const, outcome: 'unanswered' as const, effort: 2, fixable: true };
  return {
    ...base,
    expiresOn: '2028-05-02',
    could: devops ? [{ ...devops, state: 'could-support' as const, findings: [...base.general, relevance] }] : [],
  };
};

const api = (more: ApiStub = {}): ApiStub => ({
  'GET /api/customers': (seen: Seen) => ({
    items: 'anybank plc'.includes((seen.query.search ?? '').toLowerCase()) ? [anyBank] : [],
    total: 1,
  }),
  'GET /api/customers/like': { candidates: [], unitOf: null },
  'GET /api/customers/:id': detail,
  'GET /api/services': { items: [{ name: 'Amazon Elastic Kubernetes Service', shortNames: ['Amazon EKS', 'EKS'] }] },
  'POST /api/studies/preview': standing(),
  'GET /api/specializations': { items: [], total: 0 },
  'GET /api/people': { items: [], total: 0 },
  ...more,
});

it('three facts show at once what it could support, and the draft is linked to what is ticked', async () => {
  const created = aStudyDetail({ id: 's-1', status: 'draft' });
  const { screen, user, requests } = await renderAt('/studies/new?customer=anybank', {
    api: api({ 'POST /api/studies': created, 'GET /api/studies/:id': created, 'GET /api/studies/:id/standing': aStanding() }),
  });
  expect(await screen.findByText(/“Core banking” is its active study/)).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Go-live day' }), '1 nov 2026');
  expect(await screen.findByText(/counts through 1 May 2028/)).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Service 1' }), 'EKS');
  expect(await screen.findByText('Each of them still asks 2 things, effort 5')).toBeVisible();
  expect(screen.getByText('Also asks: relevance')).toBeVisible();
  await user.click(screen.getByRole('checkbox', { name: 'Link it to DevOps' }));
  await user.click(screen.getByRole('button', { name: 'Create the draft' }));
  await waitFor(() => expect(requests.find(({ method, path }) => method === 'POST' && path === '/api/studies')).toBeDefined());
  expect(requests.find(({ method, path }) => method === 'POST' && path === '/api/studies')?.body).toMatchObject({
    customer: 'anybank',
    deployedOn: '2026-11-01',
    stage: 'production',
    services: [{ name: 'EKS', usage: '' }],
    applications: [{ specialization: 'devops', relevance: '' }],
  });
});

it('a new customer is compared with those of a like name before it is made', async () => {
  const { screen, user, requests } = await renderAt('/studies/new', {
    api: api({
      'GET /api/customers/like': {
        candidates: [{ id: 'anybank', legalName: 'AnyBank plc', kind: 'legal-entity', why: 'similar-name' }],
        unitOf: null,
      },
    }),
  });
  await user.type(await screen.findByRole('textbox', { name: 'Customer' }), 'Any Bank');
  await user.click(await screen.findByText('New customer “Any Bank”…'));
  expect(await screen.findByText('Is it one of these already?')).toBeVisible();
  await user.click(screen.getByRole('button', { name: /Use AnyBank plc/ }));
  expect(await screen.findByDisplayValue('AnyBank plc')).toBeVisible();
  expect(requests.some(({ method, path }) => method === 'POST' && path === '/api/customers')).toBe(false);
});

it('nothing given yet: the button says what it needs', async () => {
  const { screen } = await renderAt('/studies/new', { api: api() });
  expect(await screen.findByRole('button', { name: 'Create the draft' })).toHaveAccessibleDescription(
    'Give at least one of the three facts, or a title.',
  );
});
