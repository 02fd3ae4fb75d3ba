import type { SpecializationPage } from '@caseboard/contracts';
import { daysBetween } from '../platform/calendar';
import { useDays } from '../platform/day-text';
import { useMissingText } from '../platform/missing-text';
import { useWords } from '../platform/words';
import { Mark, useStatusWord } from '../ui/mark';
import { specializationWords } from './specialization.words';
import styles from './specialization.module.css';

/** The status as a sentence, with the last day to apply and what ends it. */
export function StatusSentence({ page }: { page: SpecializationPage }) {
  const say = useWords(specializationWords);
  const word = useStatusWord();
  const { day } = useDays();
  const { readiness, asOf, steps } = page;
  const missing = useMissingText()(readiness.missing);
  const rich = <b className={styles[readiness.status.replace('-', '')]}>{word(readiness.status)}</b>;
  const loss = readiness.readyThrough && steps.find((step) => step.from > readiness.readyThrough! && step.status === 'not-ready');
  const through = readiness.readyThrough;
  return (
    <span className={styles.sentence}>
      <Mark of={readiness.status} label="" soft={!readiness.target} />
      <span>
        {through === null && say.rich('notReady', { rich, missing })}
        {through === 'open' && say.rich('readyOpen', { rich })}
        {through !== null &&
          through !== 'open' &&
          say.rich('ready', { rich, day: day(through, 'full'), days: daysBetween(asOf, through) })}{' '}
        {loss &&
          loss.lost.length > 0 &&
          say('lossBy', {
            day: day(loss.from, 'short'),
            customers: loss.lost
              .map(({ customer, title }) => customer ?? `“${title}”`)
              .slice(0, 2)
              .join(', '),
            count: loss.lost.length,
            leaves: loss.supporting,
            needs: readiness.needs.studies,
          })}
        {readiness.becomesReadyOn && say('becomes', { day: day(readiness.becomesReadyOn, 'full') })}{' '}
        {readiness.target?.submitOn && say('submit', { day: day(readiness.target.submitOn, 'full') })}{' '}
        {!readiness.appliable && say('notAppliable')}
      </span>
    </span>
  );
}
