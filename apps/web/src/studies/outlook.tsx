import type { Standing } from '@caseboard/contracts';
import { useAsOf } from '../platform/as-of';
import { useDays } from '../platform/day-text';
import { defineWords, useWords } from '../platform/words';
import { Mark } from '../ui/mark';
import styles from './worth-panel.module.css';

const words = defineWords(
  {
    ready: '{name} is ready, {have} of {needs}',
    readyThrough: '{name} is ready through {day}, {have} of {needs}',
    then: 'Then {name} is ready, {have} of {needs}',
    thenThrough: 'Then {name} holds through {day}',
    thenStill: 'Then {name} has {have} of {needs}',
    now: '{name} has {have} of {needs}',
  },
  {
    ready: '{name} 已就绪，{have}/{needs}',
    readyThrough: '{name} 就绪至 {day}，{have}/{needs}',
    then: '届时 {name} 就绪，{have}/{needs}',
    thenThrough: '届时 {name} 可保持至 {day}',
    thenStill: '届时 {name} 为 {have}/{needs}',
    now: '{name} 为 {have}/{needs}',
  },
);

/** What the specialization is with this study as it stands, or becomes when its gaps are closed. */
export function Outlook({ standing, name }: { standing: Standing; name: string }) {
  const say = useWords(words);
  const { day } = useDays();
  const asOf = useAsOf();
  const { readiness, closing, supports } = standing;
  const then = closing ?? readiness;
  const counts = { name, have: then.supporting, needs: readiness.needs };
  const isLong = then.readyThrough === 'open' || then.readyThrough === null || then.status === 'ready';
  const isNow = closing === null;
  if (isNow && !supports && readiness.status === 'not-ready') return null;
  const key =
    then.status === 'not-ready'
      ? isNow
        ? 'now'
        : 'thenStill'
      : isLong
        ? isNow
          ? 'ready'
          : 'then'
        : isNow
          ? 'readyThrough'
          : 'thenThrough';
  const through =
    then.readyThrough && then.readyThrough !== 'open'
      ? day(then.readyThrough, then.readyThrough.slice(0, 4) === asOf.day.slice(0, 4) ? 'short' : 'plain')
      : '';
  return (
    <p className={styles.outlook}>
      <Mark of={then.status} soft={!standing.target} size={14} />
      <span>{say(key, { ...counts, day: through })}</span>
    </p>
  );
}
