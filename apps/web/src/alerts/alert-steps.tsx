import type { AlertDetail } from '@caseboard/contracts';
import { alertStateWords, alertStepWords } from '@caseboard/wording';
import { Link } from '@tanstack/react-router';
import { useDays } from '../platform/day-text';
import { useSession } from '../platform/session';
import { useWords } from '../platform/words';
import { Section } from '../ui/page-frame';
import { Tag } from '../ui/tag';
import { stateTones } from './alert-text';
import { alertDetailWords } from './alert.words';
import styles from './alert.module.css';

/** The ladder of this day: each step, when it falls due, and what became of it. */
export function AlertSteps({ alert }: { alert: AlertDetail }) {
  const say = useWords(alertDetailWords);
  const state = useWords(alertStateWords);
  const before = useWords(alertStepWords);
  const { day } = useDays();
  const { today } = useSession();
  return (
    <Section title={say('steps')}>
      <ol className={styles.steps}>
        {alert.steps.map((step) => {
          const isHere = step.id === alert.id;
          const name = before('before', { days: step.step });
          return (
            <li key={`${step.step} ${step.on}`} aria-current={isHere ? 'step' : undefined}>
              <span className={styles.stepName}>
                {step.id && !isHere ? (
                  <Link to="/alerts/$id" params={{ id: step.id }}>
                    {name}
                  </Link>
                ) : (
                  name
                )}
                <small>{day(step.on)}</small>
              </span>
              {step.state ? (
                <Tag dot tone={stateTones[step.state]}>
                  {state(step.state)}
                </Tag>
              ) : (
                <small className={styles.ahead}>{say(step.on <= today ? 'notRaised' : 'ahead')}</small>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
