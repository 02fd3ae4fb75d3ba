import { Link, type LinkProps, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useOwnViews, type List, type OwnView } from '../platform/own-views';
import { defineWords, useWords } from '../platform/words';
import { Button, IconButton } from './button';
import { TextField } from './field';
import { Popover } from './popover';
import styles from './saved-views.module.css';
import { useToast } from './toast';

const words = defineWords(
  {
    views: 'Views',
    all: 'All',
    save: 'Save this view',
    name: 'Name of the view',
    help: 'Keeps search, filters, order and columns, for you alone. The same name takes the place of the earlier view.',
    saveIt: 'Save',
    removed: 'View “{name}” removed',
    remove: 'Remove the view {name}',
    needsName: 'Give the view a name first.',
  },
  {
    views: '视图',
    all: '全部',
    save: '保存此视图',
    name: '视图名称',
    help: '保存搜索、筛选、排序和列，仅供您自己使用。同名视图会被替换。',
    saveIt: '保存',
    removed: '已移除视图“{name}”',
    remove: '移除视图 {name}',
    needsName: '请先填写视图名称。',
  },
);

export type View = { readonly name: string; readonly search: Readonly<Record<string, string>> };

interface Props {
  /** The list, and its address. */
  list: List;
  to: LinkProps['to'] & string;
  /** The product's own views, after "All". */
  shipped: readonly View[];
  /** Another name for the view without a filter, where a list shows less than all by itself. */
  all?: string;
}

/** Ways to look at a list: a few of the product's, then one's own, each an address. */
export function SavedViews({ list, to, shipped: more, all }: Props) {
  const say = useWords(words);
  const toast = useToast();
  const { own, save, remove } = useOwnViews(list);
  const here = shownBy(useSearch({ strict: false }));
  const shipped: readonly View[] = [{ name: all ?? say('all'), search: {} }, ...more];
  const current = [...shipped, ...own].find((view) => isSame(view.search, here));
  const tell = (error: Error) => toast({ text: error.message });
  const mine = own.find((view) => view === current);
  const takeOut = (view: OwnView) => {
    remove(view, { onError: tell });
    toast({ text: say('removed', { name: view.name }), undo: () => save(view, { onError: tell }) });
  };
  return (
    <nav className={styles.views} aria-label={say('views')}>
      {[...shipped, ...own].map((view) => (
        <span key={`${view.name} ${JSON.stringify(view.search)}`} className={styles.view} data-current={view === current || undefined}>
          <Link
            to={to}
            search={(old: Record<string, unknown>) => ({ asOf: old.asOf as string | undefined, ...view.search })}
            activeOptions={{ exact: true }}
            aria-current={view === current ? 'true' : undefined}
          >
            {view.name}
          </Link>
          {mine && view === mine && (
            <IconButton icon="close" size="small" label={say('remove', { name: mine.name })} onClick={() => takeOut(mine)} />
          )}
        </span>
      ))}
      {!current && <SaveView onSave={(name) => save({ name, search: here }, { onError: tell })} />}
    </nav>
  );
}

function SaveView({ onSave }: { onSave: (name: string) => void }) {
  const say = useWords(words);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  return (
    <Popover
      open={open}
      onChange={setOpen}
      label={say('save')}
      width={280}
      target={
        <Button size="small" look="quiet" icon="plus" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say('save')}
        </Button>
      }
    >
      <form
        className={styles.saveView}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          setOpen(false);
          onSave(name.trim());
        }}
      >
        <TextField
          label={say('name')}
          help={say('help')}
          value={name}
          maxLength={60}
          data-autofocus
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" size="small" look="strong" cannot={name.trim() === '' && say('needsName')}>
          {say('saveIt')}
        </Button>
      </form>
    </Popover>
  );
}

/** What a view keeps of the address: everything but the day and the page. */
function shownBy(search: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) =>
      key === 'asOf' || key === 'page' || typeof value !== 'string' || value === '' ? [] : [[key, value]],
    ),
  );
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
