import type { AlertRow } from '@caseboard/contracts';
import { Link } from '@tanstack/react-router';
import { useDays } from '../platform/day-text';
import { useSession } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { Mark } from '../ui/mark';
import { isSoft, markOf, subjectName, useConsequenceText } from './alert-text';
import { useBell } from './bell.queries';
import styles from './bell-list.module.css';

const words = defineWords(
  { title: 'Open alerts', all: 'All alerts', nothing: 'Nothing is open. Caseboard tells you in time.', more: 'and {count} more' },
  { title: '待处理的提醒', all: '全部提醒', nothing: '没有待处理的提醒，Caseboard 会及时通知您。', more: '另有 {count} 条' },
);
const mostShown = 6;

/** The most harmful of the open alerts, and the way to all. */
export default function BellList({ onLeave }: { onLeave: () => void }) {
  const say = useWords(words);
  const { data } = useBell();
  if (!data) return <div className={styles.list} />;
  const shown = data.items.slice(0, mostShown);
  return (
    <div className={styles.list}>
      <div className={styles.head}>
        <h2>{say('title')}</h2>
        <Link to="/alerts" className={styles.all} onClick={onLeave}>
          {say('all')}
        </Link>
      </div>
      {shown.length === 0 && <p className={styles.quiet}>{say('nothing')}</p>}
      <ul>
        {shown.map((row) => (
          <Entry key={row.id} row={row} onLeave={onLeave} />
        ))}
      </ul>
      {data.total > shown.length && <p className={styles.quiet}>{say('more', { count: data.total - shown.length })}</p>}
    </div>
  );
}

function Entry({ row, onLeave }: { row: AlertRow; onLeave: () => void }) {
  const { day, distance } = useDays();
  const { today } = useSession();
  const consequence = useConsequenceText();
  return (
    <li>
      <Link to="/alerts/$id" params={{ id: row.id }} className={styles.entry} onClick={onLeave}>
        <Mark of={markOf(row)} label="" soft={isSoft(row.consequence)} />
        <span className={styles.text}>
          <b>{subjectName(row)}</b>
          <small>{consequence(row)}</small>
        </span>
        <span className={styles.day}>
          {day(row.day, 'short')}
          <small>{distance(today, row.day)}</small>
        </span>
      </Link>
    </li>
  );
}
