import type { CustomerDetail, CustomerRow } from '@caseboard/contracts';
import { renderAt } from '../testing/render-page';
import { refused, type Seen, withEtag } from '../testing/stub-api';

const harrow: CustomerDetail = {
  id: 'harrow',
  legalName: 'Harrow Legal LLP',
  aliases: ['Harrow'],
  notNames: [],
  kind: 'legal-entity',
  partOf: null,
  country: 'GB',
  registrations: [{ scheme: 'company-number:GB', number: 'OC123456' }],
  relation: 'external',
  industry: 'Professional Services',
  partOfName: null,
  legalEntity: { id: 'harrow', name: 'Harrow Legal LLP' },
  chain: [{ id: 'harrow', name: 'Harrow Legal LLP' }],
  unitsList: [],
  studiesList: [{ id: 's1', title: 'Day and night', status: 'active', visibility: 'public', customer: 'harrow' }],
  activeStudy: { id: 's1', title: 'Day and night' },
  mayEdit: true,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};
const row: CustomerRow = {
  ...harrow,
  units: 2,
  studies: { active: 1, draft: 1, retired: 1 },
};
const nobody = { candidates: [], unitOf: null };
const api = {
  'GET /api/customers/harrow': withEtag('"1"', harrow),
  'GET /api/customers/like': nobody,
  'GET /api/customers': { items: [row], total: 1 },
};

describe('The list of customers', () => {
  it('leads from each number to the list that it counts, and from a filter in the address back to all', async () => {
    const { screen, user, router } = await renderAt('/customers?country=GB', { api });
    expect(await screen.findByRole('link', { name: /^3/ })).toHaveAttribute('href', '/studies?customer=harrow');
    expect(screen.getByRole('link', { name: '2' })).toHaveAttribute('href', '/customers?partOf=harrow');
    expect(screen.getByRole('link', { name: 'Day and night' })).toHaveAttribute('href', '/studies/s1');
    await user.click(screen.getByRole('button', { name: 'Remove the filter Country' }));
    expect(router.state.location.search).not.toHaveProperty('country');
  });
});

describe('A new customer', () => {
  it('is compared with those there are while its name is typed, and can become a unit in one click', async () => {
    const { screen, user, requests } = await renderAt('/customers', {
      api: {
        ...api,
        'GET /api/customers/like': {
          candidates: [{ id: 'harrow', legalName: 'Harrow Legal LLP', kind: 'legal-entity', why: 'similar-name' }],
          unitOf: { id: 'harrow', legalName: 'Harrow Legal LLP' },
        },
        'POST /api/customers': { ...harrow, id: 'c-1', legalName: 'Harrow Legal Leeds branch' },
        'GET /api/customers/c-1': withEtag('"1"', { ...harrow, id: 'c-1', legalName: 'Harrow Legal Leeds branch' }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'New customer' }));
    await user.type(screen.getByRole('textbox', { name: 'Legal name' }), 'Harrow Legal Leeds branch');
    expect(await screen.findByText('similar name')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Make it a unit' }));
    expect(await screen.findByText('It shares the place of “Harrow Legal LLP”.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add a registration' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Kind of number' }), 'company-number');
    await user.type(screen.getByRole('textbox', { name: 'Country of the register' }), 'gb');
    await user.type(screen.getByRole('textbox', { name: 'Number' }), 'OC1');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Harrow Legal Leeds branch is saved');
    expect(requests.find(({ method }) => method === 'POST')?.body).toMatchObject({
      legalName: 'Harrow Legal Leeds branch',
      kind: 'unit',
      partOf: 'harrow',
      registrations: [{ scheme: 'company-number:GB', number: 'OC1' }],
    });
  });
});

describe('A customer', () => {
  it('that somebody else saved meanwhile shows what they changed, and takes it over field by field', async () => {
    let version = 1;
    const { screen, user, requests } = await renderAt('/customers/harrow', {
      api: {
        ...api,
        'GET /api/customers/harrow': () =>
          withEtag(`"${version}"`, version === 1 ? harrow : { ...harrow, industry: 'Legal', country: 'IE' }),
        'PATCH /api/customers/harrow': (seen: Seen) => {
          if (version === 1) {
            version = 2;
            return refused('edit-is-stale', 412);
          }
          return withEtag('"3"', { ...harrow, ...(seen.body as object) });
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    await user.type(screen.getByRole('textbox', { name: /Other names/ }), '\nHL');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Ireland')).toBeVisible();
    const [, takeIndustry] = screen.getAllByRole('button', { name: 'Take theirs' });
    await user.click(takeIndustry as HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Harrow Legal LLP is saved');
    const last = requests.filter(({ method }) => method === 'PATCH').at(-1);
    expect(last?.body).toMatchObject({ aliases: ['Harrow', 'HL'], industry: 'Legal', country: 'GB' });
  });

  it('whose move would leave two active studies in one place is refused, with both to go to', async () => {
    const { screen, user } = await renderAt('/customers/harrow', {
      api: {
        ...api,
        'PATCH /api/customers/harrow': refused('two-active-studies', 409, {
          title: 'Two studies would be active in one legal entity',
          params: {
            studies: [
              { id: 's1', title: 'Day and night' },
              { id: 's2', title: 'Contracts found' },
            ],
          },
        }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    await user.click(screen.getByRole('button', { name: 'Unit' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Two studies would be active in one legal entity')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Contracts found' })).toHaveAttribute('href', '/studies/s2');
  });

  it('is not saved while what it is part of is typed but not chosen', async () => {
    const { screen, user, requests } = await renderAt('/customers/harrow', { api });
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    await user.click(screen.getByRole('button', { name: 'Unit' }));
    await user.type(screen.getByRole('textbox', { name: /Part of/ }), 'Harrow Group');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Choose one from the list, or make a new one.');
    expect(screen.getByRole('textbox', { name: /Part of/ })).toHaveValue('Harrow Group');
    expect(requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  it('with studies says what stands in the way of deleting it', async () => {
    const { screen, user } = await renderAt('/customers/harrow', { api });
    await user.click(await screen.findByRole('button', { name: 'Delete…' }));
    expect(screen.getByRole('button', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getAllByText('It has 1 study. Give them another customer first.')[0]).toBeVisible();
  });
});

it('Many customers get one industry at once, and it can be undone', async () => {
  const { screen, user, requests } = await renderAt('/customers', { api: { ...api, 'POST /api/customers/bulk': { changed: 1 } } });
  await user.click(await screen.findByRole('checkbox', { name: 'Select Harrow Legal LLP' }));
  await user.click(screen.getByRole('button', { name: 'Industry…' }));
  const field = screen.getByRole('textbox', { name: 'Industry' });
  await user.clear(field);
  await user.type(field, 'Mining');
  await user.click(screen.getByRole('button', { name: 'Change' }));
  await screen.findByText('1 customer changed');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  const sent = requests.filter(({ path }) => path === '/api/customers/bulk').map(({ body }) => body);
  expect(sent).toEqual([
    { changes: [{ id: 'harrow', industry: 'Mining' }] },
    { changes: [{ id: 'harrow', industry: 'Professional Services' }] },
  ]);
});
