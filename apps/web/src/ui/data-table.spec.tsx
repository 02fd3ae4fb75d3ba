import { within } from '@testing-library/react';
import { useListState } from '../platform/list-state';
import { renderPart } from '../testing/render-page';
import { FilterChip } from './choose';
import { DataTable, type Column } from './data-table';
import { EmptyState } from './note';

interface Row {
  id: string;
  name: string;
  days: number;
}

const rows: Row[] = [
  { id: 'a', name: 'AnyBank', days: 19 },
  { id: 'k', name: 'Kestrel Insurance', days: 72 },
  { id: 'c', name: 'Corvid Media', days: 188 },
];
const columns: Column<Row>[] = [
  { id: 'name', head: 'Study', cell: (row) => row.name, value: (row) => row.name, sortable: true },
  { id: 'days', head: 'Days left', cell: (row) => row.days, value: (row) => row.days, sortable: true, align: 'end' },
  { id: 'code', head: 'Code', cell: (row) => row.id, hidden: true },
];

function List({ found = rows }: { found?: Row[] | undefined }) {
  const state = useListState({ filters: ['status'], size: 2 });
  return (
    <DataTable
      label="Studies"
      columns={columns}
      rows={found}
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      state={state}
      total={3}
      search="Find a study"
      filters={
        <FilterChip
          name="Status"
          value={state.filters.status}
          onChange={(status) => state.set({ status })}
          options={[
            { value: 'active', label: 'active' },
            { value: 'draft', label: 'draft' },
          ]}
        />
      }
      empty={<EmptyState title="No studies yet" />}
      bulk={(ids) => <button type="button">Retire {ids.length}</button>}
    />
  );
}

const names = (screen: { getAllByRole: (role: string) => HTMLElement[] }) =>
  screen.getAllByRole('rowheader').map((cell) => cell.textContent);

it('sorts what it has by a click on the head, and back', async () => {
  const { screen, user } = await renderPart(<DataTable label="Studies" columns={columns} rows={rows} rowId={(row) => row.id} />);
  await user.click(screen.getByRole('button', { name: /Study/ }));
  expect(names(screen)).toEqual(['AnyBank', 'Corvid Media', 'Kestrel Insurance']);
  await user.click(screen.getByRole('button', { name: /Study/ }));
  expect(names(screen)).toEqual(['Kestrel Insurance', 'Corvid Media', 'AnyBank']);
  expect(screen.getByRole('columnheader', { name: /Study/ })).toHaveAttribute('aria-sort', 'descending');
});

it('keeps sorting, filters, page and columns of a list in its address', async () => {
  const { screen, user, router } = await renderPart(<List />);
  await user.click(screen.getByRole('button', { name: /Days left/ }));
  expect(router.state.location.search).toMatchObject({ sort: 'days' });
  await user.click(screen.getByRole('button', { name: 'Next page' }));
  expect(router.state.location.search).toMatchObject({ sort: 'days', page: '2' });
  await user.click(screen.getByRole('button', { name: /Status/ }));
  await user.click(await screen.findByRole('checkbox', { name: 'draft' }));
  expect(router.state.location.search).toEqual({ sort: 'days', status: 'draft' });
  await user.click(screen.getByRole('button', { name: 'Columns' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Code' }));
  expect(router.state.location.search).toMatchObject({ columns: 'name,days,code' });
  expect(screen.getByRole('columnheader', { name: 'Code' })).toBeInTheDocument();
});

it('opens as its address says', async () => {
  const { screen } = await renderPart(<List />, {}, '/studies?sort=-days&status=active&search=bank');
  expect(screen.getByRole('columnheader', { name: /Days left/ })).toHaveAttribute('aria-sort', 'descending');
  expect(screen.getByRole('searchbox', { name: 'Find a study' })).toHaveValue('bank');
  expect(screen.getByRole('button', { name: 'Status active' })).toBeInTheDocument();
});

it('offers bulk edits as soon as something is selected', async () => {
  const { screen, user } = await renderPart(<List />);
  await user.click(screen.getByRole('checkbox', { name: 'Select AnyBank' }));
  await user.click(screen.getByRole('checkbox', { name: 'Select Corvid Media' }));
  const bar = screen.getByRole('region', { name: '2 selected' });
  expect(within(bar).getByRole('button', { name: 'Retire 2' })).toBeInTheDocument();
  await user.click(within(bar).getByRole('button', { name: 'Clear' }));
  expect(screen.queryByRole('region', { name: /selected/ })).not.toBeInTheDocument();
});

it('says what to do where there is nothing yet', async () => {
  const { screen } = await renderPart(<List found={[]} />);
  expect(screen.getByText('No studies yet')).toBeInTheDocument();
});

it('of 2,000 rows draws only those near the screen', async () => {
  const many = Array.from({ length: 2000 }, (_, index) => ({ id: String(index), name: `Study ${index}`, days: index }));
  const { screen } = await renderPart(<DataTable label="Studies" columns={columns} rows={many} rowId={(row) => row.id} />);
  expect(screen.queryAllByRole('rowheader').length).toBeLessThan(100);
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '2001');
});
