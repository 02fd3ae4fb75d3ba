import type { CustomerRow, Page as PageOf } from '@caseboard/contracts';
import { customerKindWords, relationWords } from '@caseboard/wording';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { downloadAddress, get } from '../platform/api';
import { useDays } from '../platform/day-text';
import { useListState } from '../platform/list-state';
import { useMay } from '../platform/session';
import { useLanguage, useWords } from '../platform/words';
import { choicesOf } from '../ui/choices';
import { Button, ButtonLink } from '../ui/button';
import { FilterChip } from '../ui/choose';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyState } from '../ui/note';
import { PageFrame, PageHead, TextLink } from '../ui/page-frame';
import { SavedViews } from '../ui/saved-views';
import { BulkActions } from './bulk-actions';
import { countryName } from './country-name';
import { CustomerForm } from './customer-form';
import { customerWords } from './customer.words';
import styles from './customers.module.css';

/** Every customer: its entity, its studies, and which study holds the place. */
export function Page() {
  const say = useWords(customerWords);
  const may = useMay();
  const language = useLanguage();
  const navigate = useNavigate();
  const state = useListState({
    filters: ['kind', 'relation', 'used', 'country', 'industry', 'entity', 'partOf', 'ids'],
    sort: 'legalName',
  });
  const columns = useCustomerColumns();
  const [creating, setCreating] = useState(false);
  const { filters, set, search, sort } = state;
  const { data, error, refetch } = useQuery({
    queryKey: ['customers', 'list', state.query],
    queryFn: ({ signal }) => get<PageOf<CustomerRow>>('/api/customers', state.query, signal),
    placeholderData: (before) => before,
  });
  const exported = (format: 'csv' | 'xlsx') =>
    downloadAddress('/api/customers/export', {
      search,
      sort,
      ...filters,
      columns: exportedColumns(columns, state.columns),
      format,
      language,
    });
  const parent = data?.items[0]?.partOfName ?? filters.partOf;
  const entity = data?.items.find(({ legalEntity }) => legalEntity?.id === filters.entity)?.legalEntity?.name ?? filters.entity;
  return (
    <PageFrame title={say('title')} width="wide">
      <PageHead
        title={say('title')}
        actions={
          <Button look="strong" icon="plus" cannot={!may('customer.edit') && say('mayNot')} onClick={() => setCreating(true)}>
            {say('create')}
          </Button>
        }
      >
        {data && (data.total > 0 || state.isFiltered) && say('lead', { total: data.total })}
      </PageHead>
      <SavedViews
        list="customers"
        to="/customers"
        shipped={[
          { name: say('viewFree'), search: { used: 'no' } },
          { name: say('viewUnits'), search: { kind: 'unit' } },
          { name: say('viewInside'), search: { relation: 'affiliate,internal' } },
        ]}
      />
      <DataTable
        label={say('title')}
        columns={columns}
        rows={data?.items}
        total={data?.total}
        rowId={(row) => row.id}
        rowLink={(row) => ({ to: '/customers/$id', params: { id: row.id } })}
        state={state}
        error={error}
        retry={() => void refetch()}
        search={say('search')}
        filters={
          <>
            <FilterChip
              name={say('kind')}
              value={filters.kind}
              options={choicesOf(customerKindWords[language])}
              onChange={(kind) => set({ kind })}
            />
            <FilterChip
              name={say('relation')}
              value={filters.relation}
              options={choicesOf(relationWords[language])}
              onChange={(relation) => set({ relation })}
            />
            <FilterChip
              name={say('used')}
              value={filters.used}
              single
              options={[
                { value: 'yes', label: say('usedYes') },
                { value: 'no', label: say('usedNo') },
              ]}
              onChange={(used) => set({ used })}
            />
            <Brought
              name={say('country')}
              label={countryName(filters.country, language)}
              value={filters.country}
              onClear={() => set({ country: null })}
            />
            <Brought name={say('industry')} label={filters.industry} value={filters.industry} onClear={() => set({ industry: null })} />
            <Brought name={say('part')} label={parent} value={filters.partOf} onClear={() => set({ partOf: null })} />
            <Brought name={say('entity')} label={entity} value={filters.entity} onClear={() => set({ entity: null })} />
            <Brought
              name=""
              label={say('chosen', { count: filters.ids.split(',').length })}
              value={filters.ids}
              onClear={() => set({ ids: null })}
            />
          </>
        }
        exports={[
          { label: say('asXlsx'), href: exported('xlsx'), download: true },
          { label: say('asCsv'), href: exported('csv'), download: true },
        ]}
        empty={
          state.isFiltered ? (
            <EmptyState small title={say('noMatch')} actions={<Button onClick={state.clear}>{say('clear')}</Button>} />
          ) : (
            <EmptyState title={say('empty')} actions={may('import.run') && <ButtonLink to="/import">{say('import')}</ButtonLink>}>
              {say('emptyText')}
            </EmptyState>
          )
        }
        bulk={(ids, clear) => (
          <BulkActions rows={(data?.items ?? []).filter(({ id }) => ids.includes(id))} mayEdit={may('customer.edit')} onDone={clear} />
        )}
        rowName={(row) => row.legalName}
        tall
      />
      {creating && (
        <CustomerForm onClose={() => setCreating(false)} onSaved={(id) => void navigate({ to: '/customers/$id', params: { id } })} />
      )}
    </PageFrame>
  );
}

/** A filter that a link brought: it shows, and can be taken out. */
function Brought({ name, label, value, onClear }: { name: string; label: string; value: string; onClear: () => void }) {
  return value ? <FilterChip name={name} value="set" options={[{ value: 'set', label }]} single onChange={onClear} /> : null;
}

/** The columns as they are shown; a file needs the id to find its rows again. */
function exportedColumns(columns: readonly Column<CustomerRow>[], chosen: string): string {
  const shown = columns.filter(({ id, hidden }, index) => index > 0 && (chosen ? chosen.split(',').includes(id) : !hidden));
  return ['id', 'legalName', 'partOf', ...shown.map(({ id }) => id)].join(',');
}

function useCustomerColumns(): Column<CustomerRow>[] {
  const say = useWords(customerWords);
  const language = useLanguage();
  const days = useDays();
  return [
    {
      id: 'legalName',
      head: say('customer'),
      sortable: true,
      cell: (row) => (
        <span className={styles.customer}>
          <b>{row.legalName}</b>
          {row.partOfName && <small>{say('partOf', { name: row.partOfName })}</small>}
        </span>
      ),
    },
    { id: 'kind', head: say('kind'), sortable: true, wide: true, cell: (row) => customerKindWords[language][row.kind] },
    { id: 'relation', head: say('relation'), sortable: true, hidden: true, cell: (row) => relationWords[language][row.relation] },
    { id: 'country', head: say('country'), sortable: true, wide: true, cell: (row) => countryName(row.country, language) || say('none') },
    { id: 'industry', head: say('industry'), sortable: true, cell: (row) => row.industry ?? say('none') },
    {
      id: 'units',
      head: say('unitsHead'),
      align: 'end',
      wide: true,
      cell: (row) =>
        row.units === 0 ? (
          0
        ) : (
          <TextLink to="/customers" search={{ partOf: row.id } as never}>
            {row.units}
          </TextLink>
        ),
    },
    {
      id: 'studies',
      head: say('studies'),
      sortable: true,
      align: 'end',
      cell: (row) => {
        const count = row.studies.active + row.studies.draft + row.studies.retired;
        return count === 0 ? (
          0
        ) : (
          <TextLink to="/studies" search={{ customer: row.id }}>
            {count}
          </TextLink>
        );
      },
    },
    {
      id: 'activeStudy',
      head: say('place'),
      cell: (row) =>
        row.activeStudy ? (
          <TextLink to="/studies/$id" params={{ id: row.activeStudy.id }}>
            {row.activeStudy.title || row.activeStudy.id}
          </TextLink>
        ) : (
          <span className={styles.free}>{say(row.legalEntity ? 'free' : 'noEntityShort')}</span>
        ),
    },
    { id: 'updatedAt', head: say('updated'), sortable: true, hidden: true, align: 'end', cell: (row) => days.moment(row.updatedAt) },
  ];
}
