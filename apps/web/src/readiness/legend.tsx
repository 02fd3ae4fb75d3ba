import { useWords } from '../platform/words';
import { Mark, type MarkOf } from '../ui/mark';
import { readinessPageWords, type ReadinessWord } from './readiness.words';
import styles from './matrix.module.css';

const entries: readonly (readonly [MarkOf, ReadinessWord])[] = [
  ['counts', 'legendCounts'],
  ['expires-soon', 'legendSoon'],
  ['blocked', 'legendBlocked'],
  ['would-count', 'legendWould'],
  ['could-support', 'legendCould'],
  ['expired', 'legendExpired'],
];

/** The squares, in the corner that sticky heads leave free. */
export function Legend() {
  const say = useWords(readinessPageWords);
  return (
    <ul className={styles.legend}>
      {entries.map(([of, word]) => (
        <li key={of}>
          <Mark of={of} label="" size={20} gaps={of === 'blocked' ? 2 : undefined} /> {say(word)}
        </li>
      ))}
      <li>
        <i className={styles.dot} /> {say('legendNone')}
      </li>
    </ul>
  );
}
