import { Link } from '@tanstack/react-router';
import type { ImportAnswer } from '@caseboard/contracts';
import { useState } from 'react';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { Button, ButtonLink } from '../ui/button';
import { Mark, useStatusWord, type MarkOf } from '../ui/mark';
import { ErrorNote } from '../ui/note';
import { useToast } from '../ui/toast';
import { openQuestions } from './import-parts';
import { importWords } from './import.words';
import { useCommit, useImport, useUndo } from './import.queries';
import styles from './aside.module.css';

/** What committing does to readiness, the commit itself, or why it is not possible yet; afterwards the undo. */
export function CommitAside({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const isOver = answer.state === 'committed' || answer.state === 'undone';
  return (
    <div className={styles.aside} id="effect">
      <h2 tabIndex={-1}>{say(isOver ? 'effectDone' : 'effect')}</h2>
      <p className={styles.note}>{say(isOver ? 'effectDoneNote' : 'effectNote')}</p>
      <Effects answer={answer} />
      <div className={styles.commit}>
        {answer.state === 'committing' ? <Progress answer={answer} /> : isOver ? <Over answer={answer} /> : <Commit answer={answer} />}
      </div>
    </div>
  );
}

const shownAtFirst = 8;

function Effects({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const [isWhole, setWhole] = useState(false);
  const turned = (each: ImportAnswer['readiness'][number]) => Number(each.before !== each.after);
  const effects = answer.readiness.toSorted((a, b) => turned(b) - turned(a));
  if (effects.length === 0) return <p className={styles.note}>{say(answer.counts.refused > 0 ? 'effectUnknown' : 'noEffect')}</p>;
  return (
    <>
      <ul className={styles.effects}>
        {effects.slice(0, isWhole ? undefined : shownAtFirst).map((effect) => (
          <Effect key={effect.code} effect={effect} />
        ))}
      </ul>
      {effects.length > shownAtFirst && !isWhole && (
        <Button look="link" size="small" onClick={() => setWhole(true)}>
          {say('more', { count: effects.length - shownAtFirst })}
        </Button>
      )}
    </>
  );
}

function Effect({ effect }: { effect: ImportAnswer['readiness'][number] }) {
  const say = useWords(importWords);
  const word = useStatusWord();
  const { code, name, before, after, supportingBefore, supportingAfter } = effect;
  return (
    <li>
      <Mark of={after as MarkOf} soft />
      <span>
        <Link to="/specializations/$code" params={{ code }}>
          {specializationName(name)}
        </Link>
        {before !== after && (
          <small data-for={after}>{say('becomes', { before: word(before as MarkOf), after: word(after as MarkOf) })}</small>
        )}
      </span>
      <span className={styles.count}>
        {say.rich('supporting', { before: supportingBefore, after: supportingAfter, b: (parts) => <b key="b">{parts}</b> })}
      </span>
    </li>
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
