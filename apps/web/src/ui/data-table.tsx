import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  useTable,
  type ColumnDef,
  type RowSelectionState,
  type SortingState,
} from '@tanstack/react-table';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { ListState } from '../platform/list-state';
import { defineWords, useWords } from '../platform/words';
import { DataTableBar } from './data-table-bar';
import { Icon } from './icon';
import { ErrorNote } from './note';
import { Pager } from './pager';
import type { MenuPart } from './popover';
import { Stroke } from './skeleton';
import { useVirtualRows } from './virtual-rows';
import styles from './data-table.module.css';

const words = defineWords(
  {
    select: 'Select {name}',
    selectAll: 'Select all on this page',
    selected: '{count, plural, one {# selected} other {# selected}}',
    clear: 'Clear',
    sortBy: 'Sort by {name}',
    loading: 'Loading',
  },
  {
    select: '选择 {name}',
    selectAll: '选择本页全部',
    selected: '已选 {count} 项',
    clear: '取消选择',
    sortBy: '按{name}排序',
    loading: '正在载入',
  },
);

export interface Column<R> {
  /** Also the name the API sorts by. */
  id: string;
  head: string;
  cell: (row: R) => ReactNode;
  /** Orders rows where the table sorts by itself (no `state`); absent: the column does not sort then. */
  value?: (row: R) => string | number | null;
  /** Whether the API sorts by it. */
  sortable?: boolean;
  align?: 'end';
  width?: number | string;
  /** Not shown until chosen. */
  hidden?: boolean;
  /** Left out on narrow screens; on phones a row becomes a small card. */
  wide?: boolean;
}

interface Props<R> {
  /** Says what the rows are, for screen readers. */
  label: string;
  /** The first column is the row's name; it is always shown and carries the link. */
  columns: readonly Column<R>[];
  /** `undefined` while loading. */
  rows: readonly R[] | undefined;
  rowId: (row: R) => string;
  rowLink?: (row: R) => LinkProps;
  /** A name for the tick box of a row. */
  rowName?: (row: R) => string;
  /** A list of the API: search, sort, page in the address. Without it the table sorts what it has by itself. */
  state?: ListState;
  /** All rows there are, for the pager; `rows` is one page of them. */
  total?: number;
  error?: unknown;
  retry?: () => void;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  /** Filter chips and the like, left in the bar above. */
  filters?: ReactNode;
  /** Placeholder of the search field; absent: no search. */
  search?: string;
  exports?: readonly MenuPart[];
  /** Buttons for the bar at the bottom that comes with a selection. */
  bulk?: (ids: readonly string[], clear: () => void) => ReactNode;
  /** Rows of two lines. */
  tall?: boolean;
}

const features = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns,
});
type Features = typeof features;
const none: never[] = [];

/** The product's one table: sorts by its heads, chooses columns, selects, exports, and draws only the rows on screen. */
export function DataTable<R extends object>(props: Props<R>) {
  const { columns, rows, state, total, error, retry, empty, filters, search, exports, bulk } = props;
  const say = useWords(words);
  const [ownSort, setOwnSort] = useState<SortingState>(none);
  const [selected, setSelected] = useState<RowSelectionState>({});
  const sorting = state ? sortingOf(state.sort) : ownSort;
  const chosen = state?.columns ? state.columns.split(',') : null;
  const visibility = Object.fromEntries(
    columns.map((column, index) => [column.id, index === 0 || (chosen ? chosen.includes(column.id) : !column.hidden)]),
  );
  const definitions = useMemo(() => columns.map((column) => definitionOf(column, Boolean(state))), [columns, state]);
  const table = useTable<Features, R>({
    features,
    columns: definitions,
    data: rows ?? (none as R[]),
    getRowId: props.rowId,
    manualSorting: Boolean(state),
    state: { sorting, columnVisibility: visibility, rowSelection: selected },
    onSortingChange: (update) => {
      const next = typeof update === 'function' ? update(sorting) : update;
      if (state) state.set({ sort: next[0] ? `${next[0].desc ? '-' : ''}${next[0].id}` : null } as never);
      else setOwnSort(next);
    },
    onRowSelectionChange: setSelected,
  });
  const ids = Object.keys(selected).filter((id) => selected[id]);
  const clear = () => setSelected({});
  const isEmpty = rows?.length === 0 && !error;
  return (
    <div className={styles.whole}>
      {(filters || search || exports || state) && (
        <DataTableBar columns={columns} visibility={visibility} state={state} filters={filters} search={search} exports={exports} />
      )}
      {error ? <ErrorNote error={error} retry={retry} /> : null}
      {isEmpty
        ? empty
        : !error && (
            <div className={styles.scroll} data-chosen={chosen ? '' : undefined}>
              <Grid {...props} table={table} />
            </div>
          )}
      {state && total !== undefined && !isEmpty && (
        <Pager page={state.page} size={state.size} total={total} onPage={(page) => state.set({ page } as never)} />
      )}
      {bulk && ids.length > 0 && (
        <div className={styles.bulk} role="region" aria-label={say('selected', { count: ids.length })}>
          <b>{say('selected', { count: ids.length })}</b>
          {bulk(ids, clear)}
          <button type="button" className={styles.bulkClear} onClick={clear}>
            {say('clear')}
          </button>
        </div>
      )}
    </div>
  );
}

type TableOf<R extends object> = ReturnType<typeof useTable<Features, R>>;

function Grid<R extends object>({ table, label, columns, rows, rowLink, rowName, bulk, tall, state }: Props<R> & { table: TableOf<R> }) {
  const say = useWords(words);
  const body = useRef<HTMLTableSectionElement>(null);
  const models = table.getRowModel().rows;
  const virtual = useVirtualRows(models.length, tall ? 52 : 40, body);
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const shown = table.getVisibleLeafColumns();
  return (
    <table
      className={`${styles.table} ${tall ? styles.tall : ''}`}
      aria-label={label}
      aria-rowcount={rows ? models.length + 1 : undefined}
      aria-busy={!rows || undefined}
    >
      <thead className={styles.head}>
        <tr>
          {bulk && (
            <th className={styles.tick}>
              <input
                type="checkbox"
                aria-label={say('selectAll')}
                checked={models.length > 0 && table.getIsAllRowsSelected()}
                onChange={(event) => table.toggleAllRowsSelected(event.target.checked)}
              />
            </th>
          )}
          {shown.map(({ id }) => {
            const column = byId.get(id) as Column<R>;
            const header = table.getColumn(id);
            const sorted = header?.getIsSorted();
            if (!column.head) return <td key={id} style={{ width: column.width }} />;
            return (
              <th
                key={id}
                scope="col"
                style={{ width: column.width }}
                className={classOf(column)}
                aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
              >
                {header?.getCanSort() ? (
                  <button
                    type="button"
                    className={styles.sort}
                    onClick={() => header.toggleSorting(undefined, false)}
                    title={say('sortBy', { name: column.head })}
                  >
                    {column.head}
                    {sorted ? (
                      <Icon name={sorted === 'asc' ? 'up' : 'down'} size={12} />
                    ) : (
                      <span className={styles.sortHint}>
                        <Icon name="sort" size={12} />
                      </span>
                    )}
                  </button>
                ) : (
                  column.head
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={moveBetweenRows}>
        {virtual.before > 0 && <tr aria-hidden style={{ height: virtual.before }} />}
        {!rows && <WaitingRows columns={shown.length + (bulk ? 1 : 0)} rows={state ? 8 : 4} label={say('loading')} />}
        {virtual.indexes.map((index) => {
          const model = models[index];
          if (!model) return null;
          const row = model.original;
          return (
            <tr key={model.id} aria-rowindex={index + 2} data-selected={model.getIsSelected() || undefined}>
              {bulk && (
                <td className={styles.tick}>
                  <input
                    type="checkbox"
                    aria-label={say('select', { name: rowName?.(row) ?? model.id })}
                    checked={model.getIsSelected()}
                    onChange={(event) => model.toggleSelected(event.target.checked)}
                  />
                </td>
              )}
              {shown.map(({ id }, position) => {
                const column = byId.get(id) as Column<R>;
                if (position > 0)
                  return (
                    <td key={id} className={classOf(column)} data-head={column.head}>
                      {column.cell(row)}
                    </td>
                  );
                return (
                  <th key={id} scope="row" className={classOf(column)}>
                    {rowLink ? (
                      <Link {...rowLink(row)} className={styles.link}>
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </th>
                );
              })}
            </tr>
          );
        })}
        {virtual.after > 0 && <tr aria-hidden style={{ height: virtual.after }} />}
      </tbody>
    </table>
  );
}

function WaitingRows({ columns, rows, label }: { columns: number; rows: number; label: string }) {
  return Array.from({ length: rows }, (_, row) => (
    <tr key={row} aria-label={row === 0 ? label : undefined}>
      {Array.from({ length: columns }, (_, column) => (
        <td key={column}>
          <Stroke width={[118, 74, 92, 56][(row + column) % 4]} />
        </td>
      ))}
    </tr>
  ));
}

function definitionOf<R extends object>(column: Column<R>, byServer: boolean): ColumnDef<Features, R> {
  return {
    id: column.id,
    accessorFn: (row: R) => column.value?.(row) ?? null,
    enableSorting: byServer ? Boolean(column.sortable) : Boolean(column.value),
    sortUndefined: 'last',
    sortDescFirst: false,
  } as ColumnDef<Features, R>;
}

function classOf<R>(column: Column<R>): string {
  return `${column.align === 'end' ? styles.end : ''} ${column.wide ? styles.wide : ''}`;
}

function sortingOf(sort: string): SortingState {
  return sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : none;
}

/** Up and down move between the rows' links, as in a list. */
function moveBetweenRows(event: React.KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const link = (event.target as HTMLElement).closest<HTMLElement>('th a');
  if (!step || !link) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('th a')];
  const next = links[links.indexOf(link) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
