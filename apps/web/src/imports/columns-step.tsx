import type { ImportAnswer } from '@caseboard/contracts';
import { useState } from 'react';
import { useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { SelectField } from '../ui/field';
import { Mark } from '../ui/mark';
import { ErrorNote } from '../ui/note';
import { Section } from '../ui/page-frame';
import { columnName } from './column-name';
import { importWords } from './import.words';
import { useChangeImport } from './import.queries';
import styles from './import.module.css';

type Mapping = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Table = ImportAnswer['tables'][number];

/** Which heading is which column; others can be matched by hand, and the match is remembered. */
export function ColumnsStep({ answer, onDone }: { answer: ImportAnswer; onDone: () => void }) {
  const say = useWords(importWords);
  const change = useChangeImport(answer.id);
  const [mapping, setMapping] = useState<Mapping>({});
  const count = Object.values(mapping).reduce((sum, headings) => sum + Object.keys(headings).length, 0);
  return (
    <>
      {answer.tables.map((table) => (
        <Section
          key={table.sheet}
          title={table.sheet || say(table.kind)}
          beside={say('tableNote', { kind: say(table.kind), rows: table.rows })}
        >
          <Headings
            table={table}
            columns={answer.columns.filter(({ kind }) => kind === table.kind).map(({ column }) => column)}
            chosen={mapping[table.sheet] ?? {}}
            onChoose={(heading, column) => setMapping((old) => ({ ...old, [table.sheet]: { ...old[table.sheet], [heading]: column } }))}
          />
        </Section>
      ))}
      {change.error ? <ErrorNote error={change.error} /> : null}
      <p className={styles.columnsDone}>
        <Button
          look="strong"
          busy={change.isPending}
          onClick={() =>
            count > 0 ? change.mutate({ mapping: mapping as Record<string, Record<string, string>> }, { onSuccess: onDone }) : onDone()
          }
        >
          {say('toDryRun')}
        </Button>
        <span className={styles.small}>{count > 0 ? say('matched', { count }) : say('remember')}</span>
      </p>
    </>
  );
}

interface HeadingsProps {
  table: Table;
  columns: readonly string[];
  chosen: Readonly<Record<string, string>>;
  onChoose: (heading: string, column: string) => void;
}

function Headings({ table, columns, chosen, onChoose }: HeadingsProps) {
  const say = useWords(importWords);
  const language = useLanguage();
  const columnOf = ({ heading, column }: Table['headings'][number]) => chosen[heading] ?? column ?? '';
  const taken = new Map(table.headings.map((each) => [columnOf(each), each.heading]));
  return (
    <div className={styles.scroll}>
      <table className={`${styles.faults} ${styles.headings} ${styles.stacked}`}>
        <thead>
          <tr>
            <th scope="col">{say('heading')}</th>
            <th scope="col">{say('sample')}</th>
            <th scope="col">{say('column')}</th>
          </tr>
        </thead>
        <tbody>
          {table.headings.map((each) => (
            <tr key={each.heading}>
              <th scope="row">
                <span>
                  <Mark of={columnOf(each) ? 'met' : 'unanswered'} label={say(columnOf(each) ? 'isMatched' : 'leftOut')} size={14} />{' '}
                  {each.heading}
                </span>
              </th>
              <td className={styles.sample}>{each.sample}</td>
              <td>
                <SelectField
                  label={each.heading}
                  bare
                  value={columnOf(each)}
                  choices={[
                    { value: '', label: say('leftOut') },
                    ...columns.map((column) => ({
                      value: column,
                      label: columnName(column, language),
                      disabled: taken.has(column) && taken.get(column) !== each.heading,
                    })),
                  ]}
                  onChange={(column) => onChoose(each.heading, column)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
