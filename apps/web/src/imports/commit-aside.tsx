import type { ImportAnswer } from '@caseboard/contracts';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { Button, ButtonLink } from '../ui/button';
import { Mark, useStatusWord, type MarkOf } from '../ui/mark';
import { ErrorNote } from '../ui/note';
import { Section } from '../ui/page-frame';
import { useToast } from '../ui/toast';
import { importWords } from './import.words';
import { useCommit, useUndo } from './import.queries';
import styles from './import.module.css';

/** What committing does to readiness, the commit itself, or why it is not possible yet; afterwards the undo. */
export function CommitAside({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  return (
    <>
      <Section title={say('effect')} beside={say('effectNote')}>
        <Effects answer={answer} />
      </Section>
      <div className={styles.commit}>
        {answer.state === 'dry-run' || answer.state === 'failed' ? (
          <Commit answer={answer} />
        ) : answer.state === 'committing' ? (
          <Progress answer={answer} />
        ) : (
          <Undo answer={answer} />
        )}
      </div>
    </>
  );
}

function Effects({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const word = useStatusWord();
  const changed = answer.readiness.filter(
    ({ before, after, supportingBefore, supportingAfter }) => before !== after || supportingBefore !== supportingAfter,
  );
  if (changed.length === 0) return <p className={styles.small}>{say('noEffect')}</p>;
  return (
    <ul className={styles.effects}>
      {changed.slice(0, 12).map((each) => (
        <li key={each.code}>
          <Mark of={each.after as MarkOf} soft />
          <span>
            {specializationName(each.name)}
            {each.before !== each.after && (
              <small>{say('becomes', { before: word(each.before as MarkOf), after: word(each.after as MarkOf) })}</small>
            )}
          </span>
          <span className={styles.effectCount}>
            {each.supportingBefore} → <b>{each.supportingAfter}</b>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Commit({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const toast = useToast();
  const commit = useCommit(answer.id);
  const undo = useUndo(answer.id);
  const count = answer.counts.created + answer.counts.changed;
  const questions = answer.questions.filter((question) => question.answer === null).length;
  const faults = answer.faults.length;
  const cannot =
    questions > 0 && faults > 0
      ? say('cannotBoth', { questions, faults })
      : questions > 0
        ? say('cannotQuestions', { questions })
        : faults > 0
          ? say('cannotFaults', { faults })
          : count === 0
            ? say('cannotNothing')
            : undefined;
  return (
    <>
      <Button
        look="strong"
        cannot={cannot}
        busy={commit.isPending}
        onClick={() =>
          commit.mutate(undefined, { onSuccess: () => toast({ text: say('committed', { count }), undo: () => undo.mutate() }) })
        }
      >
        {say('commit', { count })}
      </Button>
      {cannot ? (
        <p className={styles.cannot}>
          <Mark of="unmet" label="" size={14} /> {cannot}
        </p>
      ) : (
        <p className={styles.small}>{say('undoNote')}</p>
      )}
      {commit.isPending && <Progress answer={answer} />}
      {commit.error ? <ErrorNote error={commit.error} /> : null}
    </>
  );
}

function Progress({ answer: { progress } }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  return (
    <div className={styles.progress} role="status">
      <span>
        {progress && say('progress', { done: progress.done, total: progress.total })} {say('leave')}
      </span>
      {progress ? <progress value={progress.done} max={progress.total} /> : <span className={styles.running} />}
    </div>
  );
}

function Undo({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const undo = useUndo(answer.id);
  return (
    <>
      {answer.state === 'committed' && answer.undoable && (
        <Button busy={undo.isPending} onClick={() => undo.mutate()}>
          {say('undo')}
        </Button>
      )}
      <ButtonLink to="/import" search={{ id: undefined } as never}>
        {say('again')}
      </ButtonLink>
      {undo.error ? <ErrorNote error={undo.error} /> : null}
    </>
  );
}
