import { useEffect, useState, type ReactNode } from 'react';
import type { ListState } from '../platform/list-state';
import { defineWords, useWords } from '../platform/words';
import { Button } from './button';
import type { Column } from './data-table';
import { Icon } from './icon';
import { Menu, Popover, type MenuPart } from './popover';
import styles from './data-table.module.css';

const words = defineWords(
  { columns: 'Columns', usual: 'The usual columns', export: 'Export', clear: 'Clear filters', sort: 'Sorted by', usually: 'usual order' },
  { columns: '列', usual: '恢复默认列', export: '导出', clear: '清除筛选', sort: '排序', usually: '默认顺序' },
);

interface Props<R> {
  columns: readonly Column<R>[];
  visibility: Readonly<Record<string, boolean>>;
  state?: ListState;
  filters?: ReactNode;
  search?: string;
  exports?: readonly MenuPart[];
}

/** What stands above a table: search and filters at the left, columns and export at the right. */
export function DataTableBar<R>({ columns, visibility, state, filters, search, exports }: Props<R>) {
  const say = useWords(words);
  return (
    <div className={styles.bar}>
      {search && state && (
        <SearchField placeholder={search} value={state.search} onChange={(text) => state.set({ search: text } as never)} />
      )}
      {filters}
      {state?.isFiltered && (
        <Button look="link" onClick={state.clear}>
          {say('clear')}
        </Button>
      )}
      {state && <PhoneSort columns={columns} state={state} />}
      <span className={styles.barEnd}>
        {state && columns.length > 2 && <ColumnChooser columns={columns} visibility={visibility} state={state} />}
        {exports && (
          <Menu
            entries={exports}
            target={
              <Button size="small" icon="download">
                {say('export')}
              </Button>
            }
          />
        )}
      </span>
    </div>
  );
}

/** Hands its text on 250 ms after the last key, so that typing is never slower than reading. */
export function SearchField({ value, onChange, placeholder }: { value: string; onChange: (text: string) => void; placeholder: string }) {
  const [typed, setTyped] = useState(value);
  const [sent, setSent] = useState(value);
  const [seen, setSeen] = useState(value);
  // What comes back of one's own typing changes nothing; a value from elsewhere replaces the text.
  if (value !== seen) {
    setSeen(value);
    if (value !== sent) setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => {
      setSent(typed);
      onChange(typed);
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <label className={styles.search}>
      <Icon name="search" size={14} />
      <input
        type="search"
        placeholder={placeholder}
        aria-label={placeholder}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        maxLength={200}
      />
    </label>
  );
}

/** On phones there are no heads to click. */
function PhoneSort<R>({ columns, state }: { columns: readonly Column<R>[]; state: ListState }) {
  const say = useWords(words);
  const sortable = columns.filter((column) => column.sortable);
  if (sortable.length === 0) return null;
  const isChosen = sortable.some(({ id }) => id === state.sort.replace('-', ''));
  return (
    <select
      className={styles.phoneSort}
      aria-label={say('sort')}
      value={isChosen ? state.sort : ''}
      onChange={(event) => state.set({ sort: event.target.value } as never)}
    >
      <option value="">
        {say('sort')}: {say('usually')}
      </option>
      {sortable.flatMap(({ id, head }) => [
        <option key={id} value={id}>
          {head} ↑
        </option>,
        <option key={`-${id}`} value={`-${id}`}>
          {head} ↓
        </option>,
      ])}
    </select>
  );
}

function ColumnChooser<R>({
  columns,
  visibility,
  state,
}: {
  columns: readonly Column<R>[];
  visibility: Readonly<Record<string, boolean>>;
  state: ListState;
}) {
  const say = useWords(words);
  const [open, setOpen] = useState(false);
  const toggle = (id: string) => {
    const next = columns.filter((column) => (column.id === id ? !visibility[id] : visibility[column.id])).map((column) => column.id);
    state.set({ columns: next.join(',') } as never);
  };
  return (
    <Popover
      open={open}
      onChange={setOpen}
      label={say('columns')}
      position="bottom-end"
      target={
        <Button size="small" look="quiet" icon="columns" onClick={() => setOpen(!open)} aria-expanded={open}>
          {say('columns')}
        </Button>
      }
    >
      <div className={styles.chooser}>
        {columns.slice(1).map((column) => (
          <label key={column.id}>
            <input type="checkbox" checked={visibility[column.id]} onChange={() => toggle(column.id)} />
            {column.head}
          </label>
        ))}
        {state.columns && (
          <Button look="link" onClick={() => state.set({ columns: null } as never)}>
            {say('usual')}
          </Button>
        )}
      </div>
    </Popover>
  );
}
