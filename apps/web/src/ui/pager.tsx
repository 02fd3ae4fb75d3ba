import { defineWords, useWords } from '../platform/words';
import { IconButton } from './button';
import styles from './data-table.module.css';

const words = defineWords(
  {
    range: '{from, number} to {to, number} of {total, number}',
    all: '{total, plural, one {# row} other {# rows}}',
    previous: 'Previous page',
    next: 'Next page',
    pages: 'Pages',
  },
  {
    range: '第 {from, number} 至 {to, number} 项，共 {total, number} 项',
    all: '共 {total, number} 项',
    previous: '上一页',
    next: '下一页',
    pages: '分页',
  },
);

export function Pager({ page, size, total, onPage }: { page: number; size: number; total: number; onPage: (page: number) => void }) {
  const say = useWords(words);
  const last = Math.max(1, Math.ceil(total / size));
  if (last === 1) return <p className={styles.count}>{say('all', { total })}</p>;
  return (
    <nav className={styles.pager} aria-label={say('pages')}>
      <span>{say('range', { from: (page - 1) * size + 1, to: Math.min(page * size, total), total })}</span>
      <IconButton
        icon="left"
        size="small"
        label={say('previous')}
        aria-disabled={page <= 1 || undefined}
        onClick={() => page > 1 && onPage(page - 1)}
      />
      <IconButton
        icon="right"
        size="small"
        label={say('next')}
        aria-disabled={page >= last || undefined}
        onClick={() => page < last && onPage(page + 1)}
      />
    </nav>
  );
}
