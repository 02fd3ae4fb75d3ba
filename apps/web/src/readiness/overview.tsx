import type { MatrixRow } from '@caseboard/contracts';
import { useEffect, useRef } from 'react';
import { useWords } from '../platform/words';
import { gapsAt, stateAt, type MatrixColumn } from './arrange';
import { readinessPageWords } from './readiness.words';
import styles from './matrix.module.css';

interface Props {
  rows: readonly MatrixRow[];
  columns: readonly MatrixColumn[];
  /** Shares of the whole that are on screen. */
  from: number;
  to: number;
  onJump: (share: number) => void;
}

/** A strip beside a long matrix: how much counts, expires soon and is blocked, row by row, and where one is. */
export function Overview({ rows, columns, from, to, onJump }: Props) {
  const say = useWords(readinessPageWords);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) draw(canvas.current, rows, columns);
  }, [rows, columns]);
  return (
    <div
      className={styles.overview}
      role="scrollbar"
      aria-label={say('overview')}
      aria-controls="readiness-matrix"
      aria-valuenow={Math.round(Math.min(1, from) * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        onJump((event.clientY - box.top) / box.height);
      }}
    >
      <canvas ref={canvas} width={48} height={600} />
      <span className={styles.here} style={{ top: `${from * 100}%`, height: `${Math.max(1, (Math.min(1, to) - from) * 100)}%` }} />
    </div>
  );
}

function draw(canvas: HTMLCanvasElement, rows: readonly MatrixRow[], columns: readonly MatrixColumn[]): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name) || '#888';
  pen.clearRect(0, 0, canvas.width, canvas.height);
  const step = canvas.height / rows.length;
  rows.forEach((row, index) => {
    const counts = { ready: 0, risk: 0, not: 0 };
    for (const { at } of columns) {
      const state = stateAt(row, at);
      if (state === 'counts') counts.ready++;
      else if (state === 'expires-soon') counts.risk++;
      else if (state === 'blocked' && gapsAt(row, at) > 0) counts.not++;
    }
    let x = 0;
    for (const [kind, name] of [
      ['ready', '--overview-ready'],
      ['risk', '--overview-risk'],
      ['not', '--overview-not'],
    ] as const) {
      const width = Math.min(48, counts[kind] * 6);
      pen.fillStyle = colour(name);
      pen.fillRect(x, index * step, width, Math.max(1, step));
      x += width;
    }
  });
}
