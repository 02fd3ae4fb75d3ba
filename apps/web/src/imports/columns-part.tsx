import type { ImportAnswer } from '@caseboard/contracts';
import { useState } from 'react';
import { useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { SelectField } from '../ui/field';
import { ErrorNote } from '../ui/note';
import { Section } from '../ui/page-frame';
import { columnName } from './column-name';
import { importWords } from './import.words';
import { useChangeImport } from './import.queries';
import styles from './import.module.css';

type Mapping = Record<string, Record<string, string>>;

/** Which heading is which column; others can be matched by hand, and the match is remembered. */
export function ColumnsPart({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const language = useLanguage();
  const change = useChangeImport(answer.id);
  const [mapping, setMapping] = useState<Mapping>({});
  const locked = answer.state !== 'dry-run';
  return (
    <>
      {answer.tables.map((table) => {
        const choices = [
          { value: '', label: say('leftOut') },
          ...answer.columns
            .filter(({ kind }) => kind === table.kind)
            .map(({ column }) => ({ value: column, label: columnName(column, language) })),
        ];
        return (
          <Section key={table.sheet} title={table.sheet} beside={say(table.kind)}>
            <div className={styles.scroll}>
              <table className={styles.faults}>
                <thead>
                  <tr>
                    <th scope="col">{say('heading')}</th>
                    <th scope="col">{say('sample')}</th>
                    <th scope="col">{say('column')}</th>
                  </tr>
                </thead>
                <tbody>
                  {table.headings.map(({ heading, column, sample }) => (
                    <tr key={heading}>
                      <th scope="row">{heading}</th>
                      <td className={styles.sample}>{sample}</td>
                      <td>
                        {locked ? (
                          column ? (
                            columnName(column, language)
                          ) : (
                            say('leftOut')
                          )
                        ) : (
                          <SelectField
                            label={heading}
                            bare
                            value={mapping[table.sheet]?.[heading] ?? column ?? ''}
                            choices={choices}
                            onChange={(chosen) =>
                              setMapping((old) => ({ ...old, [table.sheet]: { ...old[table.sheet], [heading]: chosen } }))
                            }
                          />
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </Section>
        );
      })}
      {change.error ? <ErrorNote error={change.error} /> : null}
      {!locked && Object.keys(mapping).length > 0 && (
        <p className={styles.mendAll}>
          <Button look="strong" busy={change.isPending} onClick={() => change.mutate({ mapping }, { onSuccess: () => setMapping({}) })}>
            {say('apply')}
          </Button>
          <span className={styles.small}>{say('remember')}</span>
        </p>
      )}
    </>
  );
}
