import type { Flip } from '@caseboard/contracts';
import { Link } from '@tanstack/react-router';
import { useDays } from '../platform/day-text';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { Mark } from '../ui/mark';
import { Section, TextLink } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { homeWords } from './home.words';
import { joinNames, subjectOf } from './subject';
import styles from './home.module.css';

const mostShown = 7;

/** Losses of readiness ahead, with nothing changed, as a vertical line by year. */
export function NextLosses({ losses, from }: { losses: readonly Flip[] | undefined; from: string }) {
  const say = useWords(homeWords);
  if (!losses)
    return (
      <Section title={say('losses')}>
        <StrokeRows rows={5} />
      </Section>
    );
  const shown = losses.slice(0, mostShown);
  const years = [...new Set(shown.map(({ on }) => on.slice(0, 4)))];
  return (
    <Section title={say('losses')} beside={<TextLink to="/timeline">{say('lossesNote')}</TextLink>}>
      {shown.length === 0 && <p className={styles.none}>{say('noLosses')}</p>}
      {years.map((year) => (
        <div key={year}>
          <p className={styles.year}>{year}</p>
          <ol className={styles.losses}>
            {shown
              .filter(({ on }) => on.startsWith(year))
              .map((loss) => (
                <Loss key={`${loss.on} ${loss.code}`} loss={loss} from={from} />
              ))}
          </ol>
        </div>
      ))}
    </Section>
  );
}

function Loss({ loss, from }: { loss: Flip; from: string }) {
  const say = useWords(homeWords);
  const { day, distance } = useDays();
  const { leaves, needs, studies } = loss;
  return (
    <li>
      <span className={styles.lossDay}>{day(loss.on, 'short')}</span>
      <span className={styles.lossMark}>
        <Mark of={loss.from} soft={!loss.target} />
      </span>
      <Link to="/specializations/$code" params={{ code: loss.code }} search={{ asOf: loss.on }} className={styles.lossName}>
        {specializationName(loss.name)}
      </Link>
      <small className={styles.lossIn}>{distance(from, loss.on)}</small>
      <small className={styles.lossText}>
        {studies.length > 0
          ? say('lossOut', { customers: joinNames(studies.map(subjectOf)), count: studies.length, leaves })
          : say('lossOther', { leaves, needs })}
      </small>
    </li>
  );
}
