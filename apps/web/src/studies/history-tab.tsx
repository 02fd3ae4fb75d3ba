import { useInfiniteQuery } from '@tanstack/react-query';
import type { Change, Page } from '@caseboard/contracts';
import { placeWords } from '@caseboard/wording';
import { useState } from 'react';
import { get } from '../platform/api';
import { useDays } from '../platform/day-text';
import { instant } from '../platform/today';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { EmptyState, ErrorNote } from '../ui/note';
import { StrokeRows } from '../ui/skeleton';
import { Avatar } from '../ui/tag';
import { Difference } from '../ui/text-diff';
import { useStudy } from './study-context';
import { differencesOf, sittingsOf, type Sitting } from './study-history';
import { useValueText } from './value-text';
import styles from './history.module.css';

const words = defineWords(
  {
    product: 'Caseboard',
    create: 'made this study',
    edit: 'changed {fields}',
    editedBack: 'changed it and changed it back',
    remove: 'removed it',
    activate: 'activated it',
    retire: 'retired it',
    draft: 'made it a draft again',
    import: 'imported it',
    'undo-import': 'undid an import',
    demo: 'brought it in with the demo company',
    'clear-demo': 'removed the demo company',
    confirm: 'confirmed it',
    reset: 'reset it',
    show: 'Show what changed',
    hide: 'Hide',
    more: 'Older changes',
    saves: '{count} saves',
    none: 'No change recorded yet',
    loading: 'History',
    glue: ', ',
    andMore: '{fields} and {count} more',
  },
  {
    product: 'Caseboard',
    create: '新建了此案例',
    edit: '更改了{fields}',
    editedBack: '更改后又改回原样',
    remove: '移除了此案例',
    activate: '启用了此案例',
    retire: '停用了此案例',
    draft: '恢复为草稿',
    import: '导入了此案例',
    'undo-import': '撤销了一次导入',
    demo: '随演示公司带入',
    'clear-demo': '移除了演示公司',
    confirm: '已确认',
    reset: '已重置',
    show: '查看更改',
    hide: '收起',
    more: '更早的更改',
    saves: '{count} 次保存',
    none: '尚无变更记录',
    loading: '变更记录',
    glue: '、',
    andMore: '{fields}等，另有 {count} 项',
  },
);

const size = 50;

/** Who changed what and when; the edits of one sitting stand as one. */
export function HistoryTab() {
  const say = useWords(words);
  const { draft } = useStudy();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['history', 'study', draft.id, draft.updatedAt],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Change>>('/api/history', { subject: 'study', subjectId: draft.id, size, page: pageParam }, signal),
    initialPageParam: 1,
    getNextPageParam: (last, pages) => (pages.length * size < last.total ? pages.length + 1 : undefined),
  });
  const changes = data?.pages.flatMap(({ items }) => items) ?? [];
  const sittings = sittingsOf(changes, (iso) => instant(iso).getTime());
  return (
    <div className={styles.history}>
      {error ? <ErrorNote error={error} retry={() => void refetch()} /> : null}
      {!data && !error && <StrokeRows rows={6} height={48} label={say('loading')} />}
      {data && sittings.length === 0 && <EmptyState small title={say('none')} />}
      <ol>
        {sittings.map((sitting) => (
          <Entry key={sitting.id} sitting={sitting} />
        ))}
      </ol>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('more')}
        </Button>
      )}
    </div>
  );
}

function Entry({ sitting }: { sitting: Sitting }) {
  const say = useWords(words);
  const language = useLanguage();
  const { moment } = useDays();
  const text = useValueText();
  const { change, count } = sitting;
  const isWhole = change.before === null || change.after === null;
  const differences = isWhole ? [] : differencesOf(sitting).filter(({ field }) => field !== 'status' || change.action === 'edit');
  const [open, setOpen] = useState(false);
  const who = change.whoName ?? change.who ?? say('product');
  const names = differences.map(({ field }) => placeWords(field, language));
  const fields =
    names.length > 4 ? say('andMore', { fields: names.slice(0, 3).join(say('glue')), count: names.length - 3 }) : names.join(say('glue'));
  const action = (change.action in actions ? change.action : 'edit') as keyof typeof actions;
  const isBack = action === 'edit' && !isWhole && differences.length === 0;
  return (
    <li className={styles.entry}>
      <Avatar name={who} />
      <div className={styles.text}>
        <p>
          <b>{who}</b> {say(isBack ? 'editedBack' : action, { fields })}
        </p>
        <p className={styles.when}>
          {moment(change.at)}
          {count > 1 && <span> · {say('saves', { count })}</span>}
          {differences.length > 0 && (
            <Button look="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
              {say(open ? 'hide' : 'show')}
            </Button>
          )}
        </p>
        {open && (
          <dl className={styles.differences}>
            {differences.map(({ field, before, after }) => {
              const [old, fresh] = [text(field, before), text(field, after)];
              return (
                <div key={field}>
                  <dt>{placeWords(field, language)}</dt>
                  <dd>
                    <Difference before={old} after={fresh} />
                  </dd>
                </div>
              );
            })}
          </dl>
        )}
      </div>
    </li>
  );
}

const actions = {
  create: 1,
  edit: 1,
  remove: 1,
  activate: 1,
  retire: 1,
  draft: 1,
  import: 1,
  'undo-import': 1,
  demo: 1,
  'clear-demo': 1,
  confirm: 1,
  reset: 1,
} as const;
