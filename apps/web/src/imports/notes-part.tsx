import type { ImportAnswer } from '@caseboard/contracts';
import { importNoteWords, valuesFor } from '@caseboard/wording';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { importWords } from './import.words';
import { FoldedPart } from './part-section';
import { usePlaceText } from './place-text';
import styles from './records.module.css';

const most = 200;

/** What was read in a way worth a look, and what was left out. */
export function NotesPart({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const intl = useIntl();
  const place = usePlaceText();
  const language = useLanguage();
  const [shown, setShown] = useState(most);
  return (
    <FoldedPart of="notes" title={say('notes')} note={say('notesNote', { count: answer.notes.length })}>
      <ul className={styles.records}>
        {answer.notes.slice(0, shown).map(({ code, where, value }, index) => {
          const message = importNoteWords[language][code];
          const values = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { value };
          return (
            <li key={index}>
              <small>{place(where)}</small>
              <span className={styles.note}>
                {intl.formatMessage({ id: message, defaultMessage: message }, valuesFor(message, values, language)) as string}
              </span>
            </li>
          );
        })}
      </ul>
      {answer.notes.length > shown && (
        <Button look="link" onClick={() => setShown(shown + 5 * most)}>
          {say('more', { count: answer.notes.length - shown })}
        </Button>
      )}
    </FoldedPart>
  );
}
