import type { ImportAnswer, ImportFault } from '@caseboard/contracts';
import { faultSentence } from '@caseboard/wording';
import { useState } from 'react';
import { useDays } from '../platform/day-text';
import { useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Segmented } from '../ui/choose';
import { TextField } from '../ui/field';
import { EmptyState, ErrorNote } from '../ui/note';
import { importWords } from './import.words';
import { useChangeImport } from './import.queries';
import styles from './import.module.css';

/** Each refused cell with its value, why, and a field to mend it there. */
export function FaultsPart({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const change = useChangeImport(answer.id);
  const [mended, setMended] = useState<Readonly<Record<string, string>>>({});
  if (answer.faults.length === 0) return <EmptyState small title={say('noFaults')} />;
  const cells = answer.faults.flatMap((fault) => {
    const value = mended[keyOf(fault)];
    return value !== undefined && canMend(fault)
      ? [{ sheet: fault.sheet as string, row: fault.row as number, column: fault.column as string, value }]
      : [];
  });
  const locked = answer.state !== 'dry-run';
  return (
    <>
      {answer.faults.some(({ reason }) => reason === 'ambiguous-day') && !locked && (
        <div className={styles.dayOrder}>
          <span>{say('dayOrder')}</span>
          <Button size="small" busy={change.isPending} onClick={() => change.mutate({ dayOrder: 'day-first' })}>
            {say('dayFirst')}
          </Button>
          <Button size="small" busy={change.isPending} onClick={() => change.mutate({ dayOrder: 'month-first' })}>
            {say('monthFirst')}
          </Button>
        </div>
      )}
      <div className={styles.scroll}>
        <table className={styles.faults}>
          <thead>
            <tr>
              <th scope="col">{say('cell')}</th>
              <th scope="col">{say('value')}</th>
              <th scope="col">{say('reason')}</th>
              <th scope="col">{say('mend')}</th>
            </tr>
          </thead>
          <tbody>
            {answer.faults.slice(0, 500).map((fault, index) => (
              <FaultRow
                key={`${keyOf(fault)} ${index}`}
                fault={fault}
                value={mended[keyOf(fault)]}
                locked={locked}
                onMend={(value) => setMended((old) => ({ ...old, [keyOf(fault)]: value }))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {answer.faults.length > 500 && <p className={styles.small}>{say('more', { count: answer.faults.length - 500 })}</p>}
      {change.error ? <ErrorNote error={change.error} /> : null}
      {cells.length > 0 && (
        <p className={styles.mendAll}>
          <Button look="strong" busy={change.isPending} onClick={() => change.mutate({ cells }, { onSuccess: () => setMended({}) })}>
            {say('mendAll', { count: cells.length })}
          </Button>
        </p>
      )}
    </>
  );
}

interface RowProps {
  fault: ImportFault;
  value: string | undefined;
  locked: boolean;
  onMend: (value: string) => void;
}

function FaultRow({ fault, value, locked, onMend }: RowProps) {
  const say = useWords(importWords);
  const language = useLanguage();
  const { day } = useDays();
  const place = fault.path.replace('!', ' ');
  const readings = fault.reason === 'ambiguous-day' ? ((fault.params?.readings as string[] | undefined) ?? []) : [];
  return (
    <tr>
      <th scope="row">
        {place}
        {fault.column && <small>{fault.column}</small>}
      </th>
      <td>{fault.value !== undefined && <code>{short(fault.value)}</code>}</td>
      <td>{fault.message ?? faultSentence({ reason: fault.reason as never, value: fault.value, params: fault.params }, language)}</td>
      <td>
        {canMend(fault) && !locked ? (
          readings.length > 0 ? (
            <Segmented
              label={say('mendLabel', { cell: place })}
              value={value ?? ''}
              options={readings.map((reading) => ({ value: reading, label: day(reading, 'plain') }))}
              onChange={onMend}
            />
          ) : (
            <TextField
              label={say('mendLabel', { cell: place })}
              bare
              value={value ?? (fault.reason === 'two-active-studies' ? '' : short(fault.value))}
              onChange={(event) => onMend(event.target.value)}
            />
          )
        ) : null}
      </td>
    </tr>
  );
}

const keyOf = ({ path }: ImportFault) => path;
const canMend = ({ sheet, row, column }: ImportFault) => sheet !== undefined && row !== undefined && column !== undefined;

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
