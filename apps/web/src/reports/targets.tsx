import type { TargetRow, TargetTable, Tick } from '@caseboard/wording';
import { Mark } from '../ui/mark';
import { Meter } from '../ui/meter';
import { Count, NameLink } from './counted';
import styles from './paper.module.css';

/** The targets, soonest loss first; the ribbons line up so that the eye sees the slope. The board's page has no room for notes. */
export function Targets({ table, withNotes = false }: { table: TargetTable; withNotes?: boolean }) {
  const { heads } = table;
  if (table.none !== null) {
    return (
      <section className={styles.block}>
        <h3>{table.heading}</h3>
        <p className={styles.quiet}>{table.none}</p>
      </section>
    );
  }
  return (
    <section className={styles.block}>
      <h3>{table.heading}</h3>
      <table className={`${styles.table} ${styles.targets}`}>
        <thead>
          <tr>
            <th scope="col">{heads.target}</th>
            <th scope="col">{heads.status}</th>
            <th scope="col">{heads.studies}</th>
            <th scope="col">{heads.unchanged}</th>
            <th scope="col" className={styles.ahead}>
              <span className={styles.unseen}>{heads.ahead}</span>
              <Axis ticks={table.months} />
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <Row key={row.code} row={row} withNotes={withNotes} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const tones = {
  ready: { word: styles.ready, fill: styles.readyFill },
  'at-risk': { word: styles.risk, fill: styles.riskFill },
  'not-ready': { word: styles.not, fill: styles.notFill },
} as const;

function Row({ row, withNotes }: { row: TargetRow; withNotes: boolean }) {
  return (
    <tr>
      <th scope="row">
        <span className={styles.target} title={row.fullName}>
          <Mark of={row.status} label="" />
          <span>
            <NameLink of="specialization" id={row.code}>
              {row.name}
            </NameLink>
          </span>
        </span>
      </th>
      <td className={tones[row.status].word}>{row.statusWord}</td>
      <td>
        <Count of={row.have} className={styles.have}>
          <Meter have={row.have.value} needs={row.needs} status={row.status} />
        </Count>
      </td>
      <td className={styles.unchanged}>
        {row.unchanged}
        {withNotes && row.notes.length > 0 && <small>{row.notes.join(' · ')}</small>}
      </td>
      <td className={styles.ahead}>
        <Ribbon row={row} />
      </td>
    </tr>
  );
}

/** Where months begin; a label near the end is set against it. */
function Axis({ ticks }: { ticks: readonly Tick[] }) {
  return (
    <span className={styles.axis} aria-hidden>
      {ticks.map(({ at, label }) => (
        <i key={at} style={at < 0.8 ? { left: `${at * 100}%` } : { right: 0 }}>
          {label}
        </i>
      ))}
    </span>
  );
}

const heights = { ready: 14, 'at-risk': 9, 'not-ready': 1.5 } as const;

/** Tall = ready, half = at risk, a line = not: height says it, colour helps. */
function Ribbon({ row }: { row: TargetRow }) {
  return (
    <svg className={styles.ribbon} viewBox="0 0 1000 16" preserveAspectRatio="none" role="img" aria-label={row.ahead}>
      {row.ribbon.map(({ start, end, status }) => (
        <rect
          key={start}
          className={tones[status].fill}
          x={start * 1000}
          width={Math.max(0, (end - start) * 1000 - (end < 1 ? 8 : 0))}
          y={15 - heights[status]}
          height={heights[status]}
        />
      ))}
    </svg>
  );
}
