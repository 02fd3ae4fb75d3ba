import type { Page as PageOf, StudyRow } from '@caseboard/contracts';
import { lifeCycleWords, stageWords, visibilityWords } from '@caseboard/wording';
import { useQuery } from '@tanstack/react-query';
import { downloadAddress, get } from '../platform/api';
import { useAsOf } from '../platform/as-of';
import { addDays } from '../platform/calendar';
import { useListState } from '../platform/list-state';
import { useMay, useSession } from '../platform/session';
import { specializationName } from '../platform/specialization-name';
import { useLanguage, useWords } from '../platform/words';
import { choicesOf } from '../ui/choices';
import { Button, ButtonLink } from '../ui/button';
import { FilterChip } from '../ui/choose';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyState } from '../ui/note';
import { PageFrame, PageHead } from '../ui/page-frame';
import { BulkActions } from './bulk-actions';
import { useOwners } from './owner-field';
import { StudyViews } from './study-views';
import { useStudyColumns } from './study-columns';
import { useCatalog, useCustomer } from './study.queries';
import { studiesWords } from './studies.words';

const filterNames = [
  'status',
  'visibility',
  'stage',
  'owner',
  'expires',
  'supports',
  'blocked',
  'specialization',
  'customer',
  'industry',
  'service',
  'ids',
] as const;
export type StudyListState = ReturnType<typeof useListState<(typeof filterNames)[number]>>;

/** Every study: search, filters, sorting and columns in the address; what is picked can be changed at once. */
export function Page() {
  const say = useWords(studiesWords);
  const may = useMay();
  const language = useLanguage();
  const asOf = useAsOf();
  const state = useListState({ filters: filterNames, sort: 'attention' });
  const columns = useStudyColumns(asOf.day);
  const query = { ...state.query, ...asOf.query };
  const { data, error, refetch } = useQuery({
    queryKey: ['studies', query],
    queryFn: ({ signal }) => get<PageOf<StudyRow>>('/api/studies', query, signal),
    placeholderData: (before) => before,
  });
  const { search, sort, filters } = state;
  const exported = (format: 'csv' | 'xlsx') =>
    downloadAddress('/api/studies/export', {
      search,
      sort,
      ...filters,
      ...asOf.query,
      format,
      language,
      columns: exportedColumns(columns, state.columns),
    });
  return (
    <PageFrame title={say('title')} asOf width="wide">
      <PageHead
        title={say('title')}
        actions={
          may('study.edit') && (
            <ButtonLink to="/studies/new" look="strong" icon="plus">
              {say('create')}
            </ButtonLink>
          )
        }
      >
        {data && (data.total > 0 || state.isFiltered) && say('lead', { total: data.total })}
      </PageHead>
      <StudyViews />
      <DataTable
        label={say('title')}
        columns={columns}
        rows={data?.items}
        total={data?.total}
        rowId={(row) => row.id}
        rowName={(row) => row.title}
        rowLink={(row) => ({ to: '/studies/$id', params: { id: row.id } })}
        state={state}
        error={error}
        retry={() => void refetch()}
        search={say('search')}
        filters={<Filters state={state} />}
        exports={[
          { label: say('asXlsx'), href: exported('xlsx'), download: true },
          { label: say('asCsv'), href: exported('csv'), download: true },
        ]}
        bulk={may('study.edit-any') ? (ids, clear) => <BulkActions ids={ids} onDone={clear} /> : undefined}
        empty={<Nothing state={state} />}
        tall
      />
    </PageFrame>
  );
}

function Filters({ state }: { state: StudyListState }) {
  const say = useWords(studiesWords);
  const language = useLanguage();
  const { day } = useAsOf();
  const { person } = useSession();
  const { data: catalog } = useCatalog();
  const { filters, set } = state;
  const nameOf = (code: string) => specializationName(catalog?.find((each) => each.code === code)?.name ?? code);
  const people = useOwners().filter(({ value }) => value !== person.email);
  const { data: customer } = useCustomer(filters.customer && filters.customer !== 'none' ? filters.customer : null);
  const owners = [
    { value: 'me', label: `${say('mine')} (${person.name})` },
    { value: 'none', label: say('nobody') },
    ...people,
    ...(filters.owner && !['me', 'none', ...people.map(({ value }) => value)].includes(filters.owner)
      ? [{ value: filters.owner, label: filters.owner }]
      : []),
  ];
  const expiry = [
    { value: `${day}..${addDays(day, 91)}`, label: say('soon') },
    { value: 'expired', label: say('expired') },
    { value: `${addDays(day, 91)}..`, label: say('later') },
  ];
  const specializations = (catalog ?? []).map(({ code, name }) => ({ value: code, label: specializationName(name) }));
  return (
    <>
      <FilterChip
        name={say('status')}
        value={filters.status}
        options={choicesOf(lifeCycleWords[language])}
        onChange={(status) => set({ status })}
      />
      <FilterChip
        name={say('visibility')}
        value={filters.visibility}
        options={choicesOf(visibilityWords[language])}
        onChange={(visibility) => set({ visibility })}
      />
      <FilterChip name={say('owner')} value={filters.owner} options={owners} single onChange={(owner) => set({ owner })} />
      <FilterChip
        name={say('expiry')}
        value={filters.expires}
        options={withCurrent(expiry, filters.expires)}
        single
        onChange={(expires) => set({ expires })}
      />
      <FilterChip
        name={say('links')}
        value={filters.specialization}
        options={specializations}
        single
        onChange={(specialization) => set({ specialization })}
      />
      {filters.stage && (
        <FilterChip
          name={say('stage')}
          value={filters.stage}
          options={choicesOf(stageWords[language])}
          onChange={(stage) => set({ stage })}
        />
      )}
      {filters.supports && (
        <Brought label={say('supportsFilter', { name: nameOf(filters.supports) })} onClear={() => set({ supports: null })} />
      )}
      {filters.blocked && (
        <Brought label={say('blockedFilter', { name: nameOf(filters.blocked) })} onClear={() => set({ blocked: null })} />
      )}
      {filters.ids && <Brought label={say('chosen', { count: filters.ids.split(',').length })} onClear={() => set({ ids: null })} />}
      {filters.customer && <Brought label={customer?.legalName ?? filters.customer} onClear={() => set({ customer: null })} />}
      {filters.service && <Brought label={filters.service} onClear={() => set({ service: null })} />}
      {filters.industry && <Brought label={filters.industry} onClear={() => set({ industry: null })} />}
    </>
  );
}

/** A filter that a link brought: it can be taken out. */
function Brought({ label, onClear }: { label: string; onClear: () => void }) {
  return <FilterChip name="" value="set" options={[{ value: 'set', label }]} single onChange={onClear} />;
}

function Nothing({ state }: { state: StudyListState }) {
  const say = useWords(studiesWords);
  const may = useMay();
  if (state.isFiltered) {
    return (
      <EmptyState small title={say('noMatch')} actions={<Button onClick={state.clear}>{say('clear')}</Button>}>
        {say('noMatchText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={say('empty')}
      actions={
        <>
          {may('import.run') && <ButtonLink to="/import">{say('import')}</ButtonLink>}
          {may('study.edit') && <ButtonLink to="/studies/new">{say('create')}</ButtonLink>}
        </>
      }
    >
      {say('emptyText')}
    </EmptyState>
  );
}

/** The columns as they are shown; the first shows two, and a file needs the id to find its rows again. */
function exportedColumns(columns: readonly Column<StudyRow>[], chosen: string): string {
  const shown = columns
    .filter(({ id, hidden }, index) => index > 0 && (chosen ? chosen.split(',').includes(id) : !hidden))
    .map(({ id }) => id);
  return [...new Set(['id', 'customer', 'title', ...shown])].join(',');
}

function withCurrent(known: { value: string; label: string }[], value: string) {
  return value === '' || known.some((each) => each.value === value) ? known : [...known, { value, label: value }];
}
