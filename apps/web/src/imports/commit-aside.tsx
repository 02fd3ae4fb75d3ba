import type { ImportAnswer } from '@caseboard/contracts';
import { useWords } from '../platform/words';
import { Button, ButtonLink } from '../ui/button';
import { Mark } from '../ui/mark';
import { ErrorNote } from '../ui/note';
import { useToast } from '../ui/toast';
import { Effects } from './effects';
import { openQuestions } from './import-parts';
import { importWords } from './import.words';
import { useCommit, useImport, useUndo } from './import.queries';
import { LeaveOut } from './leave-out';
import styles from './aside.module.css';

/** What committing does to readiness, the commit itself, or why it is not possible yet; afterwards the undo. */
export function CommitAside({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const isOver = answer.state === 'committed' || answer.state === 'undone';
  return (
    <div className={styles.aside} id="effect">
      {answer.state !== 'undone' && (
        <>
          <h2 tabIndex={-1}>{say(isOver ? 'effectDone' : 'effect')}</h2>
          <p className={styles.note}>{say(isOver ? 'effectDoneNote' : 'effectNote')}</p>
          <Effects answer={answer} />
        </>
      )}
      <div className={styles.commit}>
        {answer.state === 'committing' ? <Progress answer={answer} /> : isOver ? <Over answer={answer} /> : <Commit answer={answer} />}
      </div>
    </div>
  );
}

function Commit({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const toast = useToast();
  const commit = useCommit(answer.id);
  const undo = useUndo(answer.id);
  const count = answer.counts.created + answer.counts.changed;
  const cannot = useCannot(answer);
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
        <p className={styles.note}>{say('undoNote')}</p>
      )}
      <LeaveOut answer={answer} />
      {commit.isPending && <RunningProgress id={answer.id} />}
      {commit.error ? <ErrorNote error={commit.error} /> : null}
    </>
  );
}

/** Why it cannot be committed yet, and what would make it possible. */
function useCannot(answer: ImportAnswer): string | undefined {
  const say = useWords(importWords);
  const [questions, faults] = [openQuestions(answer), answer.counts.refused];
  if (questions > 0 && faults > 0) return say('cannotBoth', { questions, faults });
  if (questions > 0) return say('cannotQuestions', { questions });
  if (faults > 0) return say('cannotFaults', { faults });
  return answer.counts.created + answer.counts.changed === 0 ? say('cannotNothing') : undefined;
}

/** The answer of a commit comes at its end; how far it is, is asked beside it. */
function RunningProgress({ id }: { id: string }) {
  const { data } = useImport(id, true);
  return data ? <Progress answer={data} /> : null;
}

function Progress({ answer: { progress } }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const share = progress && progress.total > 0 ? progress.done / progress.total : null;
  return (
    <div className={styles.progress}>
      <progress aria-label={say('committing')} value={share ?? undefined} max={1} />
      <span role="status">
        {share !== null && say('progress', { share })} {say('leave')}
      </span>
    </div>
  );
}

function Over({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const undo = useUndo(answer.id);
  const { state, undoable, counts } = answer;
  const touched = counts.created + counts.changed > 0;
  return (
    <>
      {state === 'committed' && <ButtonLink to="/readiness">{say('toReadiness')}</ButtonLink>}
      <ButtonLink to="/import" search={{ id: undefined, step: undefined } as never}>
        {say('again')}
      </ButtonLink>
      {state === 'committed' && touched && (
        <Button busy={undo.isPending} icon="undo" cannot={!undoable && say('undoOver')} onClick={() => undo.mutate()}>
          {say('undo')}
        </Button>
      )}
      {state === 'committed' && touched && <p className={styles.note}>{say(undoable ? 'undoNote' : 'undoOver')}</p>}
      {undo.error ? <ErrorNote error={undo.error} /> : null}
    </>
  );
}
