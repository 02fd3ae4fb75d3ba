import type { ImportAnswer } from '@caseboard/contracts';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/note';
import { useChangeImport } from './import.queries';
import styles from './aside.module.css';

const words = defineWords(
  {
    or: 'Or leave out what is refused, with what leans on it:',
    leave: 'Leave {count, plural, one {this row} other {these # rows}} out',
    left: '{count, plural, one {# row is} other {# rows are}} left out, with what leans on {count, plural, one {it} other {them}}.',
    back: 'Bring {count, plural, one {it} other {them}} back',
  },
  {
    or: '或不导入被拒绝的行及依赖它们的内容：',
    leave: '不导入这 {count} 行',
    left: '{count} 行未导入，含依赖它们的内容。',
    back: '重新加入',
  },
);

/** The other way out of "all or nothing": without the rows at fault. A document has none, and a sheet without headings is no row. */
export function LeaveOut({ answer }: { answer: ImportAnswer }) {
  const say = useWords(words);
  const change = useChangeImport(answer.id);
  const left = answer.leftOut ?? [];
  const rows = rowsAtFault(answer);
  if (left.length === 0 && rows.length === 0) return null;
  return (
    <div className={styles.leaveOut}>
      {rows.length > 0 && (
        <>
          <p className={styles.note}>{say('or')}</p>
          <Button busy={change.isPending} onClick={() => change.mutate({ leaveOut: [...left, ...rows] })}>
            {say('leave', { count: rows.length })}
          </Button>
        </>
      )}
      {left.length > 0 && (
        <p className={styles.note}>
          {say('left', { count: left.length })}{' '}
          <Button look="link" size="small" busy={change.isPending} onClick={() => change.mutate({ leaveOut: [] })}>
            {say('back', { count: left.length })}
          </Button>
        </p>
      )}
      {change.error ? <ErrorNote error={change.error} /> : null}
    </div>
  );
}

function rowsAtFault({ faults, counts }: ImportAnswer): { sheet: string; row: number }[] {
  const isWhole = faults.length === counts.refused;
  if (!isWhole || faults.some(({ sheet, row, reason }) => sheet === undefined || row === undefined || reason === 'no-heading-row'))
    return [];
  return [...new Map(faults.map(({ sheet = '', row = 0 }) => [`${row} ${sheet}`, { sheet, row }])).values()];
}
