import type { ImportAnswer } from '@caseboard/contracts';
import { importNoteWords, valuesFor } from '@caseboard/wording';
import { useIntl } from 'react-intl';
import { useLanguage } from '../platform/words';
import styles from './import.module.css';

/** What was read in a way worth a look, and what was left out. */
export function NotesPart({ answer }: { answer: ImportAnswer }) {
  const intl = useIntl();
  const language = useLanguage();
  return (
    <ul className={styles.records}>
      {answer.notes.slice(0, 500).map(({ code, where, value }, index) => {
        const message = importNoteWords[language][code];
        const values = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { value };
        return (
          <li key={index}>
            <small>{where}</small>
            <span className={styles.note}>
              {intl.formatMessage({ id: message, defaultMessage: message }, valuesFor(message, values, language)) as string}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
