import { Link } from '@tanstack/react-router';
import type { ImportAnswer } from '@caseboard/contracts';
import { useWords } from '../platform/words';
import { Icon } from '../ui/icon';
import { importWords } from './import.words';
import styles from './steps.module.css';

export type Step = 'file' | 'columns' | 'check' | 'done';

/** Where in the flow one is, and the way back. A document has no columns to match. */
export function Steps({ answer, at }: { answer: ImportAnswer; at: Step }) {
  const say = useWords(importWords);
  const steps: readonly Step[] = answer.tables.length > 0 ? ['file', 'columns', 'check', 'done'] : ['file', 'check', 'done'];
  const now = steps.indexOf(at);
  const isOver = answer.state === 'committed' || answer.state === 'undone';
  return (
    <nav aria-label={say('steps')} className={styles.steps}>
      <ol>
        {steps.map((step, index) => {
          const isPast = index < now || (isOver && index <= now);
          const mark = (
            <>
              <span className={styles.dot} aria-hidden>
                {isPast ? <Icon name="check" size={12} /> : index + 1}
              </span>
              <span>{say(stepWords[step])}</span>
            </>
          );
          const search = { file: {}, columns: { id: answer.id, step }, check: { id: answer.id }, done: {} }[step];
          const isWay = index !== now && step !== 'done' && (step === 'file' || answer.state === 'dry-run');
          return (
            <li key={step} aria-current={index === now ? 'step' : undefined} data-past={isPast || undefined}>
              {isWay ? (
                <Link to="/import" search={{ id: undefined, step: undefined, ...search } as never}>
                  {mark}
                </Link>
              ) : (
                mark
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const stepWords = { file: 'file', columns: 'columns', check: 'dryRun', done: 'doneStep' } as const;
