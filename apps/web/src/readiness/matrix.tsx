import type { MatrixRow } from '@caseboard/contracts';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { addDays, daysBetween } from '../platform/calendar';
import { useDays } from '../platform/day-text';
import { programmeName } from '../platform/specialization-name';
import { useLanguage, useWords } from '../platform/words';
import { Mark, useStatusWord } from '../ui/mark';
import { gapsAt, stateAt, type ColumnGroup, type MatrixColumn } from './arrange';
import { CellPopover } from './cell-popover';
import { Legend } from './legend';
import { useWindowOf } from '../ui/window-of';
import { Overview } from './overview';
import { readinessPageWords } from './readiness.words';
import styles from './matrix.module.css';

/** What the heads take: names are shorter on phones. */
const headHeights = { wide: 280, narrow: 260 };
const foldWidth = 28;
const spare = 4;

interface Props {
  groups: readonly ColumnGroup[];
  rows: readonly MatrixRow[];
  all: number;
  asOf: string;
  dense: boolean;
  /** The column picked in the pane at the left. */
  picked: string;
  onUnfold: () => void;
}

interface Place {
  row: number;
  column: number;
}

/** Studies × specializations. Only what is on screen exists; one tab stop, arrows move, Enter says why. */
export function Matrix({ groups, rows, all, asOf, dense, picked, onUnfold }: Props) {
  const say = useWords(readinessPageWords);
  const scroller = useRef<HTMLDivElement>(null);
  const view = useWindowOf(scroller);
  const [focus, setFocus] = useState<Place>({ row: 0, column: 0 });
  const [open, setOpen] = useState<Place | null>(null);
  const narrow = view.width < 700;
  const headHeight = headHeights[narrow ? 'narrow' : 'wide'];
  const nameWidth = narrow ? 168 : dense ? 250 : 320;
  const pitch = dense ? 24 : 28;
  const columnPitch = 28;
  const laid = useMemo(() => layOut(groups, columnPitch), [groups]);
  const { columns, width } = laid;
  const at = { row: Math.min(focus.row, rows.length - 1), column: Math.min(focus.column, columns.length - 1) };
  const height = rows.length * pitch;
  const firstRow = Math.max(0, Math.floor(view.top / pitch) - spare);
  const lastRow = Math.min(rows.length, Math.ceil((view.top + view.height - headHeight) / pitch) + spare);
  const onScreen = columns.filter(({ x }) => x + columnPitch > view.left && x < view.left + view.width - nameWidth);

  /** The focused cell may only come to be with the next drawing. */
  const focusCell = () =>
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true }));

  useReveal(scroller, laid, picked, nameWidth);
  const move = (event: KeyboardEvent) => {
    const to = moved(event.key, at, rows.length, columns.length, event.ctrlKey || event.metaKey);
    if (!to) return;
    event.preventDefault();
    setFocus(to);
    const element = scroller.current;
    const column = columns[to.column];
    if (element && column)
      reveal(element, { y: to.row * pitch, x: column.x, height: pitch, width: columnPitch }, { head: headHeight, name: nameWidth });
    focusCell();
  };
  const pickedX = columns.find(({ column }) => column.code === picked)?.x;
  return (
    <div className={styles.frame} style={{ '--head': `${headHeight}px` } as CSSProperties}>
      <div ref={scroller} className={styles.scroller}>
        <div
          className={styles.canvas}
          style={{ width: nameWidth + width + 24, height: headHeight + height + 24 }}
          role="grid"
          aria-label={say('grid')}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          onKeyDown={move}
        >
          <div className={styles.head} style={{ height: headHeight }} role="row" aria-rowindex={1}>
            <div
              className={`${styles.corner} ${narrow || dense ? styles.slim : ''}`}
              style={{ width: nameWidth }}
              role="columnheader"
              aria-colindex={1}
            >
              <Legend />
              <span className={styles.cornerCount}>
                <b>{say('shown', { shown: rows.length })}</b> <span>{rows.length === all ? say('byExpiry') : say('of', { all })}</span>
              </span>
            </div>
            {laid.groups.map((group) => (
              <GroupHead key={group.programme} group={group} left={nameWidth} onUnfold={onUnfold} />
            ))}
            {onScreen.map(({ column, x, index }) => (
              <ColumnHead
                key={column.code}
                column={column}
                x={nameWidth + x}
                index={index}
                isPicked={column.code === picked}
                isCrossed={open?.column === index}
              />
            ))}
          </div>
          {pickedX !== undefined && (
            <div className={styles.band} style={{ left: nameWidth + pickedX, width: columnPitch, height: height + headHeight }} />
          )}
          {rows.slice(firstRow, lastRow).map((row, offset) => {
            const index = firstRow + offset;
            return (
              <div
                key={row.id}
                role="row"
                aria-rowindex={index + 2}
                className={`${styles.row} ${index === at.row && open ? styles.crossed : ''} ${row.status === 'draft' && rows[index - 1]?.status === 'active' ? styles.firstDraft : ''}`}
                style={{
                  top: headHeight + index * pitch,
                  height: pitch,
                  backgroundSize: `${columnPitch}px ${pitch}px`,
                  backgroundPosition: `${nameWidth}px 0`,
                }}
              >
                <RowHead row={row} asOf={asOf} width={nameWidth} narrow={narrow || dense} />
                {onScreen.map(({ column, x, index: columnIndex }) => {
                  const isFocus = index === at.row && columnIndex === at.column;
                  const isOpen = open?.row === index && open.column === columnIndex;
                  if (stateAt(row, column.at) === 'none' && !isFocus && !isOpen) return null;
                  return (
                    <Cell
                      key={column.code}
                      row={row}
                      column={column}
                      x={nameWidth + x}
                      pitch={pitch}
                      columnIndex={columnIndex}
                      isFocus={isFocus}
                      isOpen={isOpen}
                      onOpen={(yes) => {
                        setFocus({ row: index, column: columnIndex });
                        setOpen(yes ? { row: index, column: columnIndex } : null);
                        if (!yes) focusCell();
                      }}
                    />
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
      {rows.length > 60 && !narrow && (
        <Overview
          rows={rows}
          columns={columns.map(({ column }) => column)}
          from={view.top / height}
          to={(view.top + view.height - headHeight) / height}
          onJump={(share) => scroller.current?.scrollTo({ top: share * height - (view.height - headHeight) / 2 })}
        />
      )}
    </div>
  );
}

interface Laid {
  columns: { column: MatrixColumn; x: number; index: number }[];
  groups: (ColumnGroup & { x: number; width: number })[];
  width: number;
}

function layOut(groups: readonly ColumnGroup[], pitch: number): Laid {
  const laid: Laid = { columns: [], groups: [], width: 0 };
  let x = 0;
  for (const group of groups) {
    const from = x;
    for (const column of group.columns) {
      laid.columns.push({ column, x, index: laid.columns.length });
      x += pitch;
    }
    if (group.folded > 0) x += foldWidth;
    laid.groups.push({ ...group, x: from, width: x - from });
    x += 12;
  }
  return { ...laid, width: x };
}

/** The column picked at the left comes into sight. */
function useReveal(scroller: React.RefObject<HTMLDivElement | null>, laid: Laid, picked: string, nameWidth: number): void {
  useEffect(() => {
    const column = laid.columns.find((each) => each.column.code === picked);
    const element = scroller.current;
    if (!column || !element) return;
    const shown = element.clientWidth - nameWidth;
    if (column.x < element.scrollLeft || column.x + 28 > element.scrollLeft + shown)
      element.scrollTo({ left: Math.max(0, column.x - shown / 3) });
  }, [scroller, laid, picked, nameWidth]);
}

function moved(key: string, { row, column }: Place, rows: number, columns: number, far: boolean): Place | null {
  const last = { row: rows - 1, column: columns - 1 };
  const keep = (place: Place): Place => ({
    row: Math.max(0, Math.min(last.row, place.row)),
    column: Math.max(0, Math.min(last.column, place.column)),
  });
  const places: Readonly<Record<string, Place>> = {
    ArrowDown: { row: far ? last.row : row + 1, column },
    ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowRight: { row, column: far ? last.column : column + 1 },
    ArrowLeft: { row, column: far ? 0 : column - 1 },
    PageDown: { row: row + 20, column },
    PageUp: { row: row - 20, column },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? last.row : row, column: last.column },
  };
  const to = places[key];
  return to ? keep(to) : null;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Scrolls as little as shows the box beside the two sticky edges. */
function reveal(element: HTMLElement, { x, y, width, height }: Box, edges: { head: number; name: number }): void {
  const shownHeight = element.clientHeight - edges.head;
  const shownWidth = element.clientWidth - edges.name;
  if (y < element.scrollTop) element.scrollTop = y;
  else if (y + height > element.scrollTop + shownHeight) element.scrollTop = y + height - shownHeight;
  if (x < element.scrollLeft) element.scrollLeft = x;
  else if (x + width > element.scrollLeft + shownWidth) element.scrollLeft = x + width - shownWidth;
}

function GroupHead({ group, left, onUnfold }: { group: Laid['groups'][number]; left: number; onUnfold: () => void }) {
  const say = useWords(readinessPageWords);
  const language = useLanguage();
  const { day } = useDays();
  const name = group.programme === 'other' ? say('other') : programmeName(group.programme, language);
  const foldAt = left + group.x + group.columns.length * 28;
  return (
    <>
      <span className={styles.group} style={{ left: left + group.x, width: Math.max(group.width, 28) }}>
        {group.width > 80 && (
          <>
            <b>{name}</b> {group.folded > 0 ? say('someOf', { shown: group.columns.length, all: group.all }) : group.all}
            {group.ends && ` · ${day(group.ends, 'plain')}`}
          </>
        )}
      </span>
      {group.folded > 0 && (
        <div role="columnheader" className={styles.foldHead} style={{ left: foldAt }}>
          <button type="button" className={styles.fold} onClick={onUnfold} aria-label={say('unfold', { count: group.folded })}>
            <span>+ {say('folded', { count: group.folded })}</span>
          </button>
        </div>
      )}
    </>
  );
}

function ColumnHead({
  column,
  x,
  index,
  isPicked,
  isCrossed,
}: {
  column: MatrixColumn;
  x: number;
  index: number;
  isPicked: boolean;
  isCrossed: boolean;
}) {
  const { specialization } = column;
  const needs = specialization.needs.studies;
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      className={`${styles.columnHead} ${isPicked || isCrossed ? styles.pickedHead : ''}`}
      style={{ left: x }}
    >
      <Link
        to="/specializations/$code"
        params={{ code: column.code }}
        className={specialization.target ? styles.target : undefined}
        title={specialization.name}
      >
        <span className={styles.vertical}>{column.name}</span>
        <Mark of={specialization.status} soft={!specialization.target} size={14} />
      </Link>
      <span className={styles.haveNeed}>
        {specialization.supporting.length > 99 ? '99+' : `${specialization.supporting.length}/${needs}`}
      </span>
    </div>
  );
}

function RowHead({ row, asOf, width, narrow }: { row: MatrixRow; asOf: string; width: number; narrow: boolean }) {
  const say = useWords(readinessPageWords);
  const { day } = useDays();
  const left = row.expiresOn ? daysBetween(asOf, row.expiresOn) : null;
  const text =
    left === null
      ? ''
      : left <= 0
        ? say('expired')
        : left <= 90
          ? say('days', { days: left - 1 })
          : day(addDays(row.expiresOn as string, -1), 'month');
  return (
    <div role="rowheader" aria-colindex={1} className={styles.rowHead} style={{ width }}>
      <Link to="/studies/$id" params={{ id: row.id }} title={row.customer ? `${row.customer}: ${row.title}` : row.title}>
        <b className={row.status === 'draft' ? styles.draft : undefined}>{row.customer ?? row.title}</b>
        {!narrow && row.customer && <span>{row.title}</span>}
      </Link>
      <small className={left !== null && left <= 90 ? (left <= 0 ? styles.gone : styles.soon) : undefined}>{text}</small>
    </div>
  );
}

interface CellProps {
  row: MatrixRow;
  column: MatrixColumn;
  x: number;
  pitch: number;
  columnIndex: number;
  isFocus: boolean;
  isOpen: boolean;
  onOpen: (open: boolean) => void;
}

function Cell({ row, column, x, pitch, columnIndex, isFocus, isOpen, onOpen }: CellProps) {
  const say = useWords(readinessPageWords);
  const word = useStatusWord();
  const state = stateAt(row, column.at);
  const gaps = state === 'blocked' || state === 'would-be-blocked' ? gapsAt(row, column.at) : 0;
  const button = (
    <button
      type="button"
      className={styles.cellButton}
      tabIndex={isFocus ? 0 : -1}
      data-focus={isFocus || undefined}
      aria-label={say('cell', {
        study: row.customer ?? row.title,
        specialization: column.name,
        state: gaps > 0 ? say('blockedBy', { gaps }) : word(state),
      })}
      onClick={() => onOpen(!isOpen)}
    >
      {state !== 'none' && <Mark of={state} label="" gaps={gaps || undefined} size={24} />}
    </button>
  );
  return (
    <div role="gridcell" aria-colindex={columnIndex + 2} className={styles.cell} style={{ left: x, height: pitch }}>
      {isOpen ? <CellPopover row={row} column={column} target={button} onClose={() => onOpen(false)} /> : button}
    </div>
  );
}
