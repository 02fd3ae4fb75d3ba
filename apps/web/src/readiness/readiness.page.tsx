import type { MatrixRow, SpecializationReadiness } from '@caseboard/contracts';
import { programmeWords, readinessWords } from '@caseboard/wording';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAsOf } from '../platform/as-of';
import { csvOf, keepCsv } from '../platform/csv';
import { useListState } from '../platform/list-state';
import { useMissingText } from '../platform/missing-text';
import { programmeName } from '../platform/specialization-name';
import { useLanguage, useWords } from '../platform/words';
import { choicesOf, isChosen } from '../ui/choices';
import { Button, ButtonLink } from '../ui/button';
import { FilterChip, Segmented } from '../ui/choose';
import { SearchField } from '../ui/data-table-bar';
import { useStatusWord } from '../ui/mark';
import { EmptyState, ErrorNote } from '../ui/note';
import { PageFrame } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { groupsOf, matrixCsv, rowsOf } from './arrange';
import { Matrix } from './matrix';
import { Picker } from './picker';
import { ReadinessList, soonestFirst } from './readiness-list';
import { useMatrix, useReadiness } from './readiness.queries';
import { readinessPageWords } from './readiness.words';
import { OwnerAndIndustry } from './row-filters';
import bars from '../ui/page-bar.module.css';
import styles from './readiness.module.css';

export function Page() {
  const say = useWords(readinessPageWords);
  const { view } = useSearch({ strict: false }) as { view?: string };
  return (
    <PageFrame title={say('title')} asOf hiddenHeading width={view === 'list' ? 'wide' : 'window'}>
      {view === 'list' ? <AsList /> : <AsMatrix />}
    </PageFrame>
  );
}

function ViewChoice({ value }: { value: 'matrix' | 'list' }) {
  const say = useWords(readinessPageWords);
  const navigate = useNavigate();
  return (
    <Segmented
      label={say('view')}
      value={value}
      onChange={(view) =>
        void navigate({
          to: '.',
          search: (old: { asOf?: string }) => ({ asOf: old.asOf, view: view === 'list' ? 'list' : undefined }),
        })
      }
      options={[
        { value: 'matrix', label: say('matrix'), icon: 'grid' },
        { value: 'list', label: say('list'), icon: 'table' },
      ]}
    />
  );
}

function AsList() {
  const say = useWords(readinessPageWords);
  const language = useLanguage();
  const { data, error, refetch } = useReadiness();
  const state = useListState({ filters: ['status', 'programme', 'kind', 'ids'] });
  const { status, programme, kind, ids } = state.filters;
  const rows = data?.specializations.filter(
    (each) =>
      isChosen(status, each.status) &&
      isChosen(ids, each.code) &&
      isChosen(programme, each.programme ?? '') &&
      (kind === '' || kind.split(',').some((one) => isKind(each, one))) &&
      each.name.toLowerCase().includes(state.search.trim().toLowerCase()),
  );
  const word = useStatusWord();
  const missingText = useMissingText();
  const linesOf = (listed: readonly SpecializationReadiness[]) =>
    soonestFirst(listed).map((row) => [
      row.name,
      programmeName(row.programme, language),
      word(row.status),
      `${row.supporting.length}`,
      `${row.needs.studies}`,
      `${row.publicSupporting}`,
      `${row.needs.public}`,
      row.spare < 0 ? '' : `${row.spare}`,
      missingText(row.missing),
      row.readyThrough === 'open' ? say('openEnd') : (row.readyThrough ?? ''),
    ]);
  const kinds = [
    { value: 'target', label: say('target') },
    { value: 'held', label: say('heldKind') },
    { value: 'linked', label: say('linkedKind') },
  ];
  return (
    <>
      <div className={bars.listBar}>
        <ViewChoice value="list" />
        <SearchField
          value={state.search}
          onChange={(search) => state.set({ search })}
          placeholder={say('find', { count: data?.specializations.length ?? 89 })}
        />
        <FilterChip
          name={say('status')}
          value={status}
          options={choicesOf(readinessWords[language])}
          onChange={(value) => state.set({ status: value })}
        />
        <FilterChip name={say('kind')} value={kind} options={kinds} onChange={(value) => state.set({ kind: value })} />
        <FilterChip
          name={say('programme')}
          value={programme}
          options={choicesOf(programmeWords[language])}
          onChange={(value) => state.set({ programme: value })}
        />
        {ids && (
          <FilterChip
            name=""
            value="set"
            single
            options={[{ value: 'set', label: say('chosen', { count: ids.split(',').length }) }]}
            onChange={() => state.set({ ids: null })}
          />
        )}
        <span className={bars.barEnd}>
          <Button
            size="small"
            icon="download"
            onClick={() => rows && keepCsv('readiness', csvOf([listHeads.map((head) => say(head)), ...linesOf(rows)]))}
          >
            {say('export')}
          </Button>
        </span>
      </div>
      <ReadinessList rows={rows} error={error} retry={() => void refetch()} />
    </>
  );
}

function AsMatrix() {
  const say = useWords(readinessPageWords);
  const { day } = useAsOf();
  const word = useStatusWord();
  const language = useLanguage();
  const readiness = useReadiness();
  const matrix = useMatrix();
  const state = useListState({ filters: ['status', 'owner', 'industry', 'for', 'cols', 'rows'] });
  const { filters } = state;
  const { status, owner, industry } = filters;
  const { search } = state;
  const groups = useMemo(
    () => (matrix.data && readiness.data ? groupsOf(matrix.data, readiness.data.specializations, filters.cols === 'all') : null),
    [matrix.data, readiness.data, filters.cols],
  );
  const rows = useMemo(
    () => matrix.data && rowsOf(matrix.data, { search, status, owner, industry }),
    [matrix.data, search, status, owner, industry],
  );
  const error = matrix.error ?? readiness.error;
  const retry = () => void Promise.all([matrix.refetch(), readiness.refetch()]);
  return (
    <>
      <MatrixBar
        state={state}
        all={matrix.data?.rows ?? none}
        onExport={() =>
          groups &&
          rows &&
          keepCsv(
            'readiness',
            matrixCsv(
              rows,
              groups.flatMap(({ columns }) => columns),
              heads[language],
              word,
            ),
          )
        }
      />
      <div className={styles.panes} id="readiness-matrix">
        {readiness.data && (
          <Picker specializations={readiness.data.specializations} picked={filters.for} onPick={(code) => state.set({ for: code })} />
        )}
        {error ? (
          <div className={bars.inset}>
            <ErrorNote error={error} retry={retry} />
          </div>
        ) : !groups || !rows ? (
          <div className={bars.inset}>
            <StrokeRows rows={12} />
          </div>
        ) : rows.length === 0 ? (
          <div className={bars.inset}>
            <EmptyState
              title={say(state.isFiltered ? 'noStudies' : 'empty')}
              actions={
                state.isFiltered ? (
                  <Button onClick={() => state.clear()}>{say('clear')}</Button>
                ) : (
                  <ButtonLink to="/import">{say('import')}</ButtonLink>
                )
              }
            >
              {say(state.isFiltered ? 'noStudiesText' : 'emptyText')}
            </EmptyState>
          </div>
        ) : (
          <Matrix
            groups={groups}
            rows={rows}
            all={matrix.data?.rows.length ?? 0}
            asOf={day}
            dense={filters.rows === 'dense'}
            picked={filters.for}
            onUnfold={() => state.set({ cols: 'all' })}
          />
        )}
      </div>
    </>
  );
}

type MatrixState = ReturnType<typeof useListState<'status' | 'owner' | 'industry' | 'for' | 'cols' | 'rows'>>;

function MatrixBar({ state, all, onExport }: { state: MatrixState; all: readonly MatrixRow[]; onExport: () => void }) {
  const say = useWords(readinessPageWords);
  const { filters, set } = state;
  return (
    <div className={bars.bar}>
      <ViewChoice value="matrix" />
      <SearchField value={state.search} onChange={(search) => set({ search })} placeholder={say('search')} />
      <FilterChip
        name={say('status')}
        value={filters.status}
        options={['active', 'draft'].map((value) => ({ value, label: say(value as 'active') }))}
        onChange={(status) => set({ status })}
      />
      <FilterChip
        name={say('columns')}
        value={filters.cols === 'all' ? '' : 'used'}
        single
        options={[{ value: 'used', label: say('withStudy') }]}
        onChange={(used) => set({ cols: used ? '' : 'all' })}
      />
      <OwnerAndIndustry studies={all} filters={filters} set={set} />
      <span className={bars.barEnd}>
        <Button
          look="quiet"
          size="small"
          aria-pressed={filters.rows === 'dense'}
          onClick={() => set({ rows: filters.rows === 'dense' ? '' : 'dense' })}
        >
          {say(filters.rows === 'dense' ? 'rowsDense' : 'rowsNormal')}
        </Button>
        <Button size="small" icon="download" onClick={onExport}>
          {say('export')}
        </Button>
      </span>
    </div>
  );
}

const none: readonly MatrixRow[] = [];
const listHeads = ['name', 'programme', 'status', 'studies', 'asked', 'public', 'publicAsked', 'spare', 'missing', 'through'] as const;
const heads = { en: ['Study ID', 'Customer', 'Title', 'Expires on'], zh: ['案例编号', '客户', '标题', '到期日'] } as const;

function isKind({ target, held, linked }: SpecializationReadiness, kind: string): boolean {
  return kind === 'target' ? target !== null : kind === 'held' ? held : linked > 0;
}
