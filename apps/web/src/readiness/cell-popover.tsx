import type { CellAnswer, MatrixRow } from '@caseboard/contracts';
import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { useDays } from '../platform/day-text';
import { useWords } from '../platform/words';
import { useFindingText } from '../studies/finding-text';
import { ButtonLink, IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { Mark, useStatusWord } from '../ui/mark';
import { ErrorNote } from '../ui/note';
import { Popover } from '../ui/popover';
import { StrokeRows } from '../ui/skeleton';
import type { MatrixColumn } from './arrange';
import { useCell } from './readiness.queries';
import { readinessPageWords } from './readiness.words';
import styles from './matrix.module.css';

interface Props {
  row: MatrixRow;
  column: MatrixColumn;
  target: ReactElement;
  onClose: () => void;
}

/** Why a study stands as it does to a specialization, what closing the gaps costs, and what it gives. */
export function CellPopover({ row, column, target, onClose }: Props) {
  const say = useWords(readinessPageWords);
  const cell = useCell(row.id, column.code);
  const title = say('for', { study: row.customer ?? row.title, specialization: column.name });
  return (
    <Popover open onChange={(open) => !open && onClose()} target={target} label={title} width={344} position="right-start" portal>
      <div className={styles.popover}>
        <div className={styles.popoverHead}>
          <h2>{title}</h2>
          <IconButton icon="close" label={say('close')} size="small" onClick={onClose} />
        </div>
        {cell.error ? <ErrorNote error={cell.error} /> : cell.data ? <Reasons cell={cell.data} column={column} /> : <StrokeRows rows={3} />}
        <div className={styles.popoverFoot}>
          <ButtonLink look="strong" to="/studies/$id" params={{ id: row.id }} search={{ for: column.code }}>
            {say('open')}
          </ButtonLink>
          <ButtonLink look="quiet" to="/specializations/$code" params={{ code: column.code }}>
            {say('openSpecialization', { name: column.name })}
          </ButtonLink>
        </div>
      </div>
    </Popover>
  );
}

function Reasons({ cell, column }: { cell: CellAnswer; column: MatrixColumn }) {
  const say = useWords(readinessPageWords);
  const word = useStatusWord();
  const finding = useFindingText();
  const gaps = cell.findings.filter(({ kind, outcome }) => kind === 'blocking' && outcome !== 'met');
  const met = cell.findings.filter(({ kind, outcome }) => kind === 'blocking' && outcome === 'met').length;
  return (
    <>
      <p className={styles.popoverState}>
        <Mark of={cell.state} label="" />
        {gaps.length > 0 && (cell.state === 'blocked' || cell.state === 'would-be-blocked')
          ? say('blockedBy', { gaps: gaps.length })
          : word(cell.state)}
      </p>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.code}>
            <Mark of={gap.outcome === 'unmet' ? 'unmet' : 'unanswered'} />
            <span>{finding.sentence(gap, { specialization: column.name })}</span>
            <small>
              {gap.fixable === false && gap.outcome === 'unmet' ? say('unfixable') : say('effort', { points: gap.effort ?? 0 })}
            </small>
          </li>
        ))}
      </ul>
      <p className={styles.popoverMet}>
        <Mark of="met" label="" size={14} /> {gaps.length > 0 ? say('met', { count: met }) : say('allMet')}
      </p>
      <Gives cell={cell} column={column} gaps={gaps.length} />
    </>
  );
}

function Gives({ cell: { closing, cheaper, state }, column, gaps }: { cell: CellAnswer; column: MatrixColumn; gaps: number }) {
  const say = useWords(readinessPageWords);
  const { day } = useDays();
  if (!closing || state === 'counts' || state === 'expires-soon') return null;
  const through = closing.readyThrough && closing.readyThrough !== 'open' ? day(closing.readyThrough, 'plain') : 'none';
  const values = { gaps, name: column.name, status: closing.status === 'at-risk' ? 'atrisk' : closing.status, through };
  return (
    <p className={styles.gives}>
      <Icon name="info" />
      <span>
        {say('closing', values)}{' '}
        {cheaper &&
          say.rich(cheaper.effort === 0 ? 'cheaperNone' : 'cheaper', {
            points: cheaper.effort,
            study: (
              <Link to="/studies/$id" params={{ id: cheaper.study }}>
                {cheaper.customer ?? cheaper.title}
              </Link>
            ),
          })}
      </span>
    </p>
  );
}
