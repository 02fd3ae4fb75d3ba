import type { MatrixRow } from '@caseboard/contracts';
import { useMemo } from 'react';
import { useAsOf } from '../platform/as-of';
import { addDays, addMonths } from '../platform/calendar';
import { csvOf, keepCsv } from '../platform/csv';
import { useFlipsBetween } from '../platform/flips';
import { useListState } from '../platform/list-state';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { useMatrix } from '../readiness/readiness.queries';
import { OwnerAndIndustry } from '../readiness/row-filters';
import { Button, ButtonLink } from '../ui/button';
import { FilterChip, Segmented } from '../ui/choose';
import { SearchField } from '../ui/data-table-bar';
import { EmptyState, ErrorNote } from '../ui/note';
import { PageFrame } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { lossesIn, rowsOf, spanOf, type TimelineRow } from './arrange';
import { Timeline } from './timeline';
import { timelineWords } from './timeline.words';
import { TimelineTable } from './timeline-table';
import bars from '../ui/page-bar.module.css';

/** Months ahead, as the address holds them; '' for the usual 18. */
const rangeOf = (months: string): '' | '6' | '36' => (months === '6' || months === '36' ? months : '');

/** How long each active study still counts, as one bar each, and the days on which readiness is lost. */
export function Page() {
  const say = useWords(timelineWords);
  const { day: asOf } = useAsOf();
  const state = useListState({ filters: ['owner', 'industry', 'losses', 'months', 'view'] });
  const { search } = state;
  const { owner, industry, losses: which, months, view } = state.filters;
  const matrix = useMatrix();
  const span = useMemo(() => spanOf(asOf, Number(rangeOf(months) || 18)), [asOf, months]);
  const flips = useFlipsBetween(asOf, addMonths(asOf, 36));
  const losses = useMemo(() => lossesIn(flips, span, which === 'all'), [flips, span, which]);
  const studies = matrix.data?.rows;
  const rows = useMemo(
    () => studies && rowsOf(studies, losses, asOf, { search, owner, industry }),
    [studies, losses, asOf, search, owner, industry],
  );
  const isFiltered = search + owner + industry !== '';
  return (
    <PageFrame title={say('title')} asOf hiddenHeading width={view === 'table' ? 'wide' : 'window'}>
      <Bar state={state} studies={studies ?? none} onExport={() => rows && keepCsv('timeline', csvOf(linesOf(rows, say)))} />
      {matrix.error ? (
        <div className={bars.inset}>
          <ErrorNote error={matrix.error} retry={() => void matrix.refetch()} />
        </div>
      ) : !rows ? (
        <div className={bars.inset}>
          <StrokeRows rows={12} />
        </div>
      ) : rows.length === 0 ? (
        <div className={bars.inset}>
          <Nothing
            isFiltered={isFiltered}
            hasDrafts={studies?.some(({ status }) => status === 'draft') ?? false}
            clear={() => state.clear()}
          />
        </div>
      ) : view === 'table' ? (
        <TimelineTable rows={rows} />
      ) : (
        <Timeline rows={rows} losses={losses} span={span} listed={{ search, owner, industry }} />
      )}
    </PageFrame>
  );
}

type State = ReturnType<typeof useListState<'owner' | 'industry' | 'losses' | 'months' | 'view'>>;

function Bar({ state, studies, onExport }: { state: State; studies: readonly MatrixRow[]; onExport: () => void }) {
  const say = useWords(timelineWords);
  const { filters, set } = state;
  return (
    <div className={filters.view === 'table' ? bars.listBar : bars.bar}>
      <SearchField value={state.search} onChange={(search) => set({ search })} placeholder={say('search')} />
      <OwnerAndIndustry studies={studies} filters={filters} set={set} />
      <FilterChip
        name={say('losses')}
        value={filters.losses === 'all' ? '' : 'own'}
        single
        options={[{ value: 'own', label: say('lossesOfOwn') }]}
        onChange={(own) => set({ losses: own ? '' : 'all' })}
      />
      <span className={bars.barEnd}>
        <Segmented
          label={say('range')}
          value={rangeOf(filters.months)}
          onChange={(months) => set({ months })}
          options={[
            { value: '6', label: say('months', { count: 6 }) },
            { value: '', label: say('months', { count: 18 }) },
            { value: '36', label: say('years', { count: 3 }) },
          ]}
        />
        <Segmented
          label={say('view')}
          value={filters.view === 'table' ? 'table' : 'chart'}
          onChange={(view) => set({ view: view === 'table' ? 'table' : '' })}
          options={[
            { value: 'chart', label: say('chart'), icon: 'timeline' },
            { value: 'table', label: say('table'), icon: 'table' },
          ]}
        />
        <Button size="small" icon="download" onClick={onExport}>
          {say('export')}
        </Button>
      </span>
    </div>
  );
}

function Nothing({ isFiltered, hasDrafts, clear }: { isFiltered: boolean; hasDrafts: boolean; clear: () => void }) {
  const say = useWords(timelineWords);
  if (isFiltered) {
    return (
      <EmptyState title={say('none')} actions={<Button onClick={clear}>{say('clear')}</Button>}>
        {say('noneText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={say('empty')}
      actions={
        hasDrafts ? (
          <ButtonLink to="/studies" search={{ status: 'draft' }}>
            {say('toStudies')}
          </ButtonLink>
        ) : (
          <ButtonLink to="/import">{say('import')}</ButtonLink>
        )
      }
    >
      {say('emptyText')}
    </EmptyState>
  );
}

type Say = ReturnType<typeof useWords<keyof (typeof timelineWords)['en']>>;

function linesOf(rows: readonly TimelineRow[], say: Say): string[][] {
  const heads = (['id', 'customer', 'study', 'left', 'lastDay', 'costs'] as const).map((head) => say(head));
  const lines = rows.map(({ study, daysLeft, losses }) => [
    study.id,
    study.customer ?? '',
    study.title,
    daysLeft === null ? '' : daysLeft < 0 ? say('expired') : String(daysLeft),
    study.expiresOn === null ? '' : addDays(study.expiresOn, -1),
    losses.map(({ name, leaves, needs }) => say('falls', { name: specializationName(name), leaves, needs })).join('; '),
  ]);
  return [heads, ...lines];
}

const none: readonly MatrixRow[] = [];
