import type { FigureName, SpecializationPage } from '@caseboard/contracts';
import { requirementFigureWords } from '@caseboard/wording';
import { useState } from 'react';
import { useDays } from '../platform/day-text';
import { useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Check, TextArea, TextField } from '../ui/field';
import { Mark } from '../ui/mark';
import { faultText } from '../ui/note';
import { Provenance } from '../ui/tag';
import { useToast } from '../ui/toast';
import { figureInput, flagFigures, listFigures, useFigureText } from './figure-text';
import { specializationWords } from './specialization.words';
import type { useEditEntry } from './specialization.queries';
import styles from './specialization.module.css';

interface Props {
  figure: FigureName;
  page: SpecializationPage;
  edit: ReturnType<typeof useEditEntry>;
  mayEdit: boolean;
}

/** One figure: whether it is met, what it asks, where it stands, and Confirm or Edit on the spot. */
export function FigureRow({ figure, page, edit, mayEdit }: Props) {
  const say = useWords(specializationWords);
  const text = useFigureText();
  const language = useLanguage();
  const days = useDays();
  const toast = useToast();
  const [editing, setEditing] = useState(false);
  const { requires, figures } = page.entry;
  const state = figures[figure];
  const met = isMet(figure, page);
  const label = requirementFigureWords[language][figure];
  return (
    <li className={styles.figure}>
      {met === null ? <span className={styles.noMark} /> : <Mark of={met ? 'met' : 'unmet'} />}
      <div className={styles.figureText}>
        <span>{text(figure, requires)}</span>
        <Provenance of={state?.state ?? 'unsourced'}>
          {state?.by && <span className={styles.by}> {say('by', { who: state.by, day: state.at ? days.moment(state.at) : '' })}</span>}
        </Provenance>
      </div>
      <small className={styles.figureHave}>{have(figure, page, say)}</small>
      {mayEdit && !editing && (
        <span className={styles.figureDo}>
          {state?.state !== 'read' && state?.state !== 'confirmed' && state?.state !== 'edited' && (
            <Button
              look="link"
              aria-label={`${say('confirm')}: ${label}`}
              busy={edit.isPending}
              onClick={() => edit.mutate({ confirm: [figure] }, { onSuccess: () => toast({ text: say('confirmed', { figure: label }) }) })}
            >
              {say('confirm')}
            </Button>
          )}
          <Button look="link" aria-label={`${say('edit')}: ${label}`} onClick={() => setEditing(true)}>
            {say('edit')}
          </Button>
        </span>
      )}
      {editing && <FigureForm figure={figure} page={page} edit={edit} label={label} onClose={() => setEditing(false)} />}
    </li>
  );
}

function FigureForm({ figure, page, edit, label, onClose }: Omit<Props, 'mayEdit'> & { label: string; onClose: () => void }) {
  const say = useWords(specializationWords);
  const input = figureInput[figure];
  const [text, setText] = useState(input.show(page.entry.requires));
  const error = faultText(edit.error, `requires.${figure}`);
  const save = () => edit.mutate({ requires: { [figure]: input.read(text) } }, { onSuccess: onClose });
  return (
    <form
      className={styles.figureForm}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {flagFigures.includes(figure) ? (
        <Check label={label} checked={text === 'true'} onChange={(event) => setText(String(event.target.checked))} />
      ) : listFigures.includes(figure) ? (
        <TextArea label={label} value={text} rows={4} error={error} onChange={(event) => setText(event.target.value)} />
      ) : (
        <TextField
          label={label}
          value={text}
          inputMode="numeric"
          error={error}
          onChange={(event) => setText(event.target.value)}
          autoFocus
        />
      )}
      <div className={styles.formButtons}>
        <Button type="submit" size="small" busy={edit.isPending}>
          {say('save')}
        </Button>
        <Button size="small" look="quiet" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Whether the portfolio meets a figure that counts; null for what is asked of each study. */
function isMet(figure: FigureName, { readiness: { missing } }: SpecializationPage): boolean | null {
  if (figure === 'studies') return missing.studies === 0;
  if (figure === 'public') return missing.public === 0;
  return figure === 'categoriesCovered' ? missing.categories === 0 : null;
}

function have(
  figure: FigureName,
  { readiness }: SpecializationPage,
  say: (key: 'haveCount' | 'haveAre' | 'each', values?: Record<string, number>) => string,
): string {
  if (figure === 'studies') return say('haveCount', { count: readiness.supporting.length });
  if (figure === 'public') return say('haveAre', { count: readiness.publicSupporting });
  if (figure === 'categoriesCovered') return say('haveAre', { count: readiness.categoriesCovered });
  return figure === 'categories' ? '' : say('each');
}
