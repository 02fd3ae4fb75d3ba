import { placeWords } from '@caseboard/wording';
import { useQuery } from '@tanstack/react-query';
import type { Change, Page } from '@caseboard/contracts';
import { useState } from 'react';
import { get, ProblemError } from '../platform/api';
import { useMay } from '../platform/session';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ErrorNote, Note } from '../ui/note';
import { Difference } from '../ui/text-diff';
import { valueAt, type Changes, type Conflict } from './study-fields';
import { differencesOf } from './study-history';
import type { KeeperState, StudyKeeper } from './study-keeper';
import { useValueText } from './value-text';
import styles from './conflict.module.css';

const words = defineWords(
  {
    changed: '{who} changed {fields} while you were away.',
    bothKept: 'Both versions are kept.',
    taken: '{who} changed {fields} meanwhile. It is taken in; your own changes are saved too.',
    somebody: 'Somebody',
    compare: 'Compare',
    ok: 'Got it',
    title: 'Two versions',
    lead: 'You and {who} changed the same. Choose for each; nothing is saved over the other before that.',
    mine: 'Yours',
    theirs: '{who}’s',
    keepMine: 'Keep mine',
    takeTheirs: 'Take theirs',
    save: 'Save the choice',
    later: 'Later',
    notStored: 'Not saved.',
    fault: '{place}: {why}',
    rest: 'Everything else is saved.',
    glue: ', ',
    empty: 'empty',
  },
  {
    changed: '{who}在您离开期间修改了{fields}。',
    bothKept: '两个版本都已保留。',
    taken: '{who}同时修改了{fields}，已并入；您的修改也已保存。',
    somebody: '有人',
    compare: '比较',
    ok: '知道了',
    title: '两个版本',
    lead: '您与{who}修改了同一处。请逐项选择，在此之前不会互相覆盖。',
    mine: '您的版本',
    theirs: '{who}的版本',
    keepMine: '保留我的',
    takeTheirs: '采用对方的',
    save: '保存选择',
    later: '稍后',
    notStored: '未保存。',
    fault: '{place}：{why}',
    rest: '其余内容均已保存。',
    glue: '、',
    empty: '空',
  },
);

/** What others changed meanwhile, and what the API refused: said above the text, with the way out. */
export function ConflictNotes({ keeper, state }: { keeper: StudyKeeper; state: KeeperState }) {
  const say = useWords(words);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const { conflicts, taken } = state;
  const who = useLastEditor(state, conflicts.length > 0 ? conflicts.map(({ field }) => field) : taken) ?? say('somebody');
  const names = (fields: readonly string[]) => fields.map((field) => placeWords(field, language)).join(say('glue'));
  const isRefused = state.saving === 'refused' && state.error !== null;
  if (conflicts.length === 0 && taken.length === 0 && !isRefused) return null;
  return (
    <div className={styles.notes}>
      {isRefused && <Refused error={state.error} />}
      {conflicts.length > 0 && (
        <Note
          tone="warning"
          live
          actions={
            <Button size="small" onClick={() => setOpen(true)}>
              {say('compare')}
            </Button>
          }
        >
          <b>{say('changed', { who, fields: names(conflicts.map(({ field }) => field)) })}</b> {say('bothKept')}
        </Note>
      )}
      {conflicts.length === 0 && taken.length > 0 && (
        <Note
          tone="neutral"
          actions={
            <Button size="small" look="quiet" onClick={keeper.forgetTaken}>
              {say('ok')}
            </Button>
          }
        >
          {say('taken', { who, fields: names(taken) })}
        </Note>
      )}
      {open && conflicts.length > 0 && (
        <ConflictDialog
          conflicts={conflicts}
          state={state}
          who={who}
          onClose={() => setOpen(false)}
          onChoose={(chosen) => {
            setOpen(false);
            keeper.choose(chosen);
          }}
        />
      )}
    </div>
  );
}

/** One value that cannot be stored does not hold the others back: says which, and that the rest is safe. */
function Refused({ error }: { error: unknown }) {
  const say = useWords(words);
  const language = useLanguage();
  const faults = error instanceof ProblemError ? error.faults : [];
  if (faults.length === 0) return <ErrorNote error={error} />;
  return (
    <Note tone="refused" live>
      <b>{say('notStored')}</b>{' '}
      {faults.map(({ path, message, reason }) => say('fault', { place: placeWords(path, language), why: message ?? reason })).join(' ')}{' '}
      {say('rest')}
    </Note>
  );
}

interface DialogProps {
  conflicts: readonly Conflict[];
  state: KeeperState;
  who: string;
  onClose: () => void;
  onChoose: (chosen: Changes) => void;
}

function ConflictDialog({ conflicts, state, who, onClose, onChoose }: DialogProps) {
  const say = useWords(words);
  const language = useLanguage();
  const text = useValueText();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  // What is typed after the conflict was found is mine too.
  const mineNow = (conflict: Conflict) => valueAt(state.draft, conflict.field);
  const choose = () =>
    onChoose(
      Object.fromEntries(
        conflicts.map((conflict) => [conflict.field, theirs.has(conflict.field) ? conflict.theirs : mineNow(conflict)]),
      ) as Changes,
    );
  return (
    <Dialog
      open
      stubborn
      width={820}
      onClose={onClose}
      title={say('title')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {say('later')}
          </Button>
          <Button look="strong" onClick={choose}>
            {say('save')}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{say('lead', { who })}</p>
      {conflicts.map((conflict) => {
        const name = placeWords(conflict.field, language);
        const versions = { mine: text(conflict.field, mineNow(conflict)), theirs: text(conflict.field, conflict.theirs) };
        return (
          <fieldset key={conflict.field} className={styles.conflict}>
            <legend>{name}</legend>
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side} className={styles.version}>
                <span className={styles.choice}>
                  <input
                    type="radio"
                    name={conflict.field}
                    checked={theirs.has(conflict.field) === (side === 'theirs')}
                    onChange={() =>
                      setTheirs(
                        (old) =>
                          new Set(side === 'theirs' ? [...old, conflict.field] : [...old].filter((field) => field !== conflict.field)),
                      )
                    }
                  />
                  <b>{side === 'mine' ? say('mine') : say('theirs', { who })}</b> {say(side === 'mine' ? 'keepMine' : 'takeTheirs')}
                </span>
                <span className={styles.text}>
                  {versions[side] ? (
                    <Difference before={versions[side === 'mine' ? 'theirs' : 'mine']} after={versions[side]} side="after" />
                  ) : (
                    say('empty')
                  )}
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </Dialog>
  );
}

/** Who changed these last; the history knows. The newest version may be one's own by then, with other changes. */
function useLastEditor({ stored, etag }: KeeperState, fields: readonly string[]): string | undefined {
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['history', 'last', stored.id, etag],
    queryFn: ({ signal }) => get<Page<Change>>('/api/history', { subject: 'study', subjectId: stored.id, size: 20 }, signal),
    enabled: fields.length > 0 && may('history.read'),
    retry: false,
  });
  const last = data?.items.find(({ before, after }) =>
    differencesOf({ before: before ?? {}, after: after ?? {} }).some(({ field }) => fields.includes(field)),
  );
  return last?.whoName ?? last?.who ?? undefined;
}
