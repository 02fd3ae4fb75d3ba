import type { ActivationPreview } from '@caseboard/contracts';
import { Link } from '@tanstack/react-router';
import { useAsOf } from '../platform/as-of';
import { addDays } from '../platform/calendar';
import { useDays } from '../platform/day-text';
import { specializationName } from '../platform/specialization-name';
import { defineWords, useWords } from '../platform/words';
import { Mark } from '../ui/mark';
import styles from './activation.module.css';

const words = defineWords(
  { what: 'What changes', now: 'Now', after: 'After', lost: 'lost on {day}', through: 'through {day}', noMore: 'no longer ready' },
  { what: '变化', now: '现在', after: '之后', lost: '{day}失去', through: '至 {day}', noMore: '不再就绪' },
);

type Changed = ActivationPreview['changes'][number];
const order = { ready: 2, 'at-risk': 1, 'not-ready': 0 } as const;

/** Each specialization that moves, now and after, targets first; what gets worse is red and says how. */
export function SwapTable({ changes }: { changes: readonly Changed[] }) {
  const say = useWords(words);
  const sorted = [...changes].sort((one, other) => Number(other.target) - Number(one.target));
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('what')}</th>
            <th scope="col">{say('now')}</th>
            <th scope="col">{say('after')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((change) => (
            <tr key={change.code}>
              <th scope="row">
                <Link to="/specializations/$code" params={{ code: change.code }}>
                  {specializationName(change.name)}
                </Link>
              </th>
              <td>
                <Figure of={change.before} change={change} />
              </td>
              <td>
                <Figure of={change.after} change={change} isAfter />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({ of, change, isAfter }: { of: Changed['before']; change: Changed; isAfter?: boolean }) {
  const say = useWords(words);
  const { day } = useDays();
  const asOf = useAsOf();
  const written = (on: string) => day(on, on.slice(0, 4) === asOf.day.slice(0, 4) ? 'short' : 'plain');
  const lost = isAfter && isWorse(change);
  const lossDay = of.readyThrough && of.readyThrough !== 'open' ? addDays(of.readyThrough, 1) : null;
  const isBetter = isAfter && !lost && of.readyThrough !== change.before.readyThrough && lossDay;
  return (
    <span className={lost ? styles.worse : styles.figure}>
      <Mark of={of.status} soft={!change.target} />
      <span>
        {of.supporting}/{change.needs}
        {lost &&
          (of.status === 'not-ready'
            ? change.before.status !== 'not-ready' && `, ${say('noMore')}`
            : lossDay && `, ${say('lost', { day: written(lossDay) })}`)}
        {isBetter && `, ${say('through', { day: written(of.readyThrough as string) })}`}
      </span>
    </span>
  );
}

function isWorse({ before, after }: Changed): boolean {
  if (order[after.status] !== order[before.status]) return order[after.status] < order[before.status];
  const [was, is] = [through(before), through(after)];
  return is !== was ? is < was : after.supporting < before.supporting;
}

const through = ({ readyThrough }: Changed['before']) => (readyThrough === 'open' ? '9999' : (readyThrough ?? ''));
