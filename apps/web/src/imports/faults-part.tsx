import type { ImportAnswer, ImportFault } from '@caseboard/contracts';
import { faultSentence, faultWords, placeWords } from '@caseboard/wording';
import { useState } from 'react';
import { useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/note';
import { importWords } from './import.words';
import { useChangeImport } from './import.queries';
import { canMend, MendField } from './mend-field';
import { PartSection } from './part-section';
import { usePlaceText } from './place-text';
import styles from './import.module.css';

const most = 100;

/** Each refused cell with its value, why, and a field to mend it there; all that is mended is checked at once. */
export function FaultsPart({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const change = useChangeImport(answer.id);
  const [mended, setMended] = useState<Readonly<Record<string, string>>>({});
  const [shown, setShown] = useState(most);
  const locked = answer.state !== 'dry-run';
  const cells = answer.faults.flatMap((fault) => {
    const value = mended[fault.path];
    return value !== undefined && canMend(fault) ? [{ sheet: fault.sheet, row: fault.row, column: fault.column, value }] : [];
  });
  const isMendable = !locked && answer.faults.some(canMend);
  const records = new Set(answer.faults.map(recordOf)).size;
  return (
    <PartSection
      of="refused"
      title={say('refused')}
      note={say(answer.tables.length > 0 ? 'refusedCells' : 'refusedValues', { count: answer.counts.refused, records })}
      beside={!locked && answer.faults.some(({ reason }) => reason === 'ambiguous-day') && <DayOrder answer={answer} />}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (cells.length > 0 && !change.isPending) change.mutate({ cells }, { onSuccess: () => setMended({}) });
        }}
      >
        <div className={styles.scroll}>
          <table className={`${styles.faults} ${styles.stacked}`}>
            <thead>
              <tr>
                <th scope="col">{say('cell')}</th>
                <th scope="col">{say('value')}</th>
                <th scope="col">{say('reason')}</th>
                {isMendable && <th scope="col">{say('mend')}</th>}
              </tr>
            </thead>
            <tbody>
              {answer.faults.slice(0, shown).map((fault, index) => (
                <tr key={`${fault.path} ${index}`}>
                  <Cell fault={fault} />
                  {isMendable && (
                    <td>
                      {canMend(fault) ? (
                        <MendField
                          fault={fault}
                          value={mended[fault.path]}
                          onMend={(value) => setMended((old) => ({ ...old, [fault.path]: value }))}
                        />
                      ) : (
                        <span className={styles.small}>{say('mendInFile')}</span>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {answer.faults.length > shown && (
          <Button look="link" onClick={() => setShown(shown + 5 * most)}>
            {say('more', { count: answer.faults.length - shown })}
          </Button>
        )}
        {change.error ? <ErrorNote error={change.error} /> : null}
        {cells.length > 0 && (
          <p className={styles.mendAll}>
            <Button type="submit" busy={change.isPending}>
              {say('mendAll', { count: cells.length })}
            </Button>
            <span className={styles.small}>{say('mendNote')}</span>
          </p>
        )}
      </form>
    </PartSection>
  );
}

/** One answer for all days that could be read either way. */
function DayOrder({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const change = useChangeImport(answer.id);
  return (
    <span className={styles.dayOrder} role="group" aria-label={say('dayOrder')}>
      {say('dayOrder')}
      <Button size="small" busy={change.isPending} onClick={() => change.mutate({ dayOrder: 'day-first' })}>
        {say('dayFirst')}
      </Button>
      <Button size="small" busy={change.isPending} onClick={() => change.mutate({ dayOrder: 'month-first' })}>
        {say('monthFirst')}
      </Button>
    </span>
  );
}

function Cell({ fault }: { fault: ImportFault }) {
  const place = usePlaceText();
  const language = useLanguage();
  const { path, column, value, params, message } = fault;
  const reason = fault.reason as keyof (typeof faultWords)['en'];
  const words = faultWords[language][reason] as { short: string } | undefined;
  const sentence = message ?? faultSentence({ reason, value, params }, language);
  return (
    <>
      <th scope="row">
        {place(path)}
        <small>{column ?? placeWords(path, language)}</small>
      </th>
      <td>{value !== undefined && <code title={text(value)}>{text(value)}</code>}</td>
      <td>
        {words?.short ?? sentence}
        {words && sentence !== words.short && <small>{sentence}</small>}
      </td>
    </>
  );
}

/** What holds the fault: a row of a sheet, or a record of a document (`studies[3]`). */
function recordOf({ sheet, row, path }: ImportFault): string {
  return row === undefined ? (/^\w+\[\d+\]/.exec(path)?.[0] ?? path) : `${sheet} ${row}`;
}

/** Long values are cut; the whole stands in the file. */
function text(value: unknown): string {
  const whole = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return whole.length > 200 ? `${whole.slice(0, 200)}…` : whole;
}
