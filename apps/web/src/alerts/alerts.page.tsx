import { alertKindWords, alertStateWords } from '@caseboard/wording';
import { lazy, Suspense } from 'react';
import { downloadAddress } from '../platform/api';
import { useListState } from '../platform/list-state';
import { useMay, useSession } from '../platform/session';
import { useLanguage, useWords, type Say } from '../platform/words';
import { choicesOf } from '../ui/choices';
import { Button, ButtonLink } from '../ui/button';
import { FilterChip, Segmented } from '../ui/choose';
import { DataTable } from '../ui/data-table';
import { EmptyState } from '../ui/note';
import { PageFrame, PageHead } from '../ui/page-frame';
import { SavedViews } from '../ui/saved-views';
import { StrokeRows } from '../ui/skeleton';
import { useAlertColumns } from './alert-columns';
import { useAlerts } from './alert.queries';
import { alertWords } from './alerts.words';

const Calendar = lazy(() => import('./alert-calendar'));
const filterNames = ['open', 'state', 'kind', 'owner', 'losses', 'subject', 'view', 'what'] as const;
export type AlertListState = ReturnType<typeof useListState<(typeof filterNames)[number]>>;

/** Alerts as a list, most harmful first, or as a calendar of what is ahead; which one stands in the address. */
export function Page() {
  const say = useWords(alertWords);
  const may = useMay();
  const state = useListState({ filters: filterNames, sort: 'harm' });
  const isCalendar = state.filters.view === 'calendar';
  return (
    <PageFrame title={say('title')} width="wide">
      <PageHead
        title={say('title')}
        actions={
          <>
            {may('alert.settings') && (
              <ButtonLink to="/settings" hash="alerts" icon="gear">
                {say('settings')}
              </ButtonLink>
            )}
            <Segmented
              label={say('view')}
              value={isCalendar ? 'calendar' : 'list'}
              options={[
                { value: 'list', label: say('list'), icon: 'table' },
                { value: 'calendar', label: say('calendar'), icon: 'calendar' },
              ]}
              onChange={(view) => state.set({ view: view === 'list' ? null : view, what: null, search: null })}
            />
          </>
        }
      >
        {isCalendar ? null : <Lead state={state} />}
      </PageHead>
      {isCalendar ? (
        <Suspense fallback={<StrokeRows rows={8} />}>
          <Calendar state={state} />
        </Suspense>
      ) : (
        <List state={state} />
      )}
    </PageFrame>
  );
}

/** Without a word on state or openness in the address, what is still open is asked for. */
function queryOf({ query, filters }: AlertListState) {
  const open = filters.open === 'all' || filters.state || filters.subject ? undefined : 'true';
  return { ...query, open, view: undefined, what: undefined };
}

function Lead({ state }: { state: AlertListState }) {
  const say = useWords(alertWords);
  const query = queryOf(state);
  const { data } = useAlerts(query);
  return <>{data ? say('lead', { total: data.total, open: String(query.open === 'true') }) : ' '}</>;
}

function List({ state }: { state: AlertListState }) {
  const say = useWords(alertWords);
  const language = useLanguage();
  const columns = useAlertColumns();
  const { data, error, refetch } = useAlerts(queryOf(state));
  return (
    <>
      <SavedViews
        list="alerts"
        to="/alerts"
        all={say('open')}
        shipped={[
          { name: say('losses'), search: { losses: 'true' } },
          { name: say('mine'), search: { owner: 'me' } },
          { name: say('everything'), search: { open: 'all' } },
        ]}
      />
      <DataTable
        label={say('title')}
        columns={columns}
        rows={data?.items}
        total={data?.total}
        rowId={(row) => row.id}
        rowLink={(row) => ({ to: '/alerts/$id', params: { id: row.id } })}
        state={state}
        error={error}
        retry={() => void refetch()}
        search={say('search')}
        filters={<Filters state={state} />}
        exports={(['xlsx', 'csv'] as const).map((format) => ({
          label: say(format),
          href: downloadAddress('/api/alerts/export', { ...queryOf(state), page: undefined, size: undefined, format, language }),
          download: true,
        }))}
        empty={<Nothing state={state} say={say} />}
        tall
      />
    </>
  );
}

function Filters({ state }: { state: AlertListState }) {
  const say = useWords(alertWords);
  const language = useLanguage();
  const { person } = useSession();
  const { filters, set } = state;
  return (
    <>
      <FilterChip
        name={say('state')}
        value={filters.state}
        options={choicesOf(alertStateWords[language])}
        onChange={(value) => set({ state: value })}
      />
      <FilterChip
        name={say('kind')}
        value={filters.kind}
        options={choicesOf(alertKindWords[language])}
        onChange={(value) => set({ kind: value })}
      />
      <FilterChip
        name={say('onlyLosses')}
        value={filters.losses}
        options={[{ value: 'true', label: say('yes') }]}
        single
        onChange={(losses) => set({ losses })}
      />
      <FilterChip
        name={say('owner')}
        value={filters.owner}
        options={[
          { value: 'me', label: say('ownedByMe', { name: person.name }) },
          ...(filters.owner && filters.owner !== 'me' ? [{ value: filters.owner, label: filters.owner }] : []),
        ]}
        single
        onChange={(owner) => set({ owner })}
      />
      {filters.subject && (
        <FilterChip
          name={say('subject')}
          value={filters.subject}
          options={[{ value: filters.subject, label: filters.subject }]}
          single
          onChange={(subject) => set({ subject })}
        />
      )}
    </>
  );
}

function Nothing({ state, say }: { state: AlertListState; say: Say<keyof typeof alertWords.en> }) {
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
          <Button onClick={() => state.set({ view: 'calendar' })}>{say('toCalendar')}</Button>
          <Button onClick={() => state.set({ open: 'all' })}>{say('settled')}</Button>
        </>
      }
    >
      {say('emptyText')}
    </EmptyState>
  );
}
