import type { Changes, DayLine, DayLines, Decisions } from '@caseboard/wording';
import type { ReactNode } from 'react';
import { useWords } from '../platform/words';
import { Count, NameLink, Said } from './counted';
import { PaperMark } from './figures';
import { reportScreenWords } from './report.words';
import styles from './paper.module.css';

/** As much as one page holds; the rest stands on the pages after it. */
const room = { changes: 4, losses: 5, decisions: 3 };

export function BoardChanges({ changes }: { changes: Changes }) {
  return (
    <Block heading={changes.heading} none={changes.none} all={changes.lines.length} shown={room.changes} to="report-changes">
      <ul className={styles.dayLines}>
        {changes.lines.slice(0, room.changes).map((line, at) => (
          <DayRow key={at} line={line} />
        ))}
      </ul>
    </Block>
  );
}

export function BoardLosses({ losses }: { losses: DayLines }) {
  return (
    <Block heading={losses.heading} none={losses.none} all={losses.lines.length} shown={room.losses} to="report-losses">
      <ul className={styles.losses}>
        {losses.lines.slice(0, room.losses).map((line, at) => (
          <li key={at}>
            <time dateTime={line.on}>{line.day}</time>
            <p>
              <b>
                <NameLink of="specialization" id={line.specialization}>
                  {line.name}
                </NameLink>
              </b>
              <Said sentence={{ ...line.sentence, lead: '', rests: line.sentence.rests.filter(({ kind }) => kind === 'study') }} />
            </p>
          </li>
        ))}
      </ul>
    </Block>
  );
}

export function BoardDecisions({ decisions }: { decisions: Decisions }) {
  return (
    <Block heading={decisions.heading} none={decisions.none} all={decisions.lines.length} shown={room.decisions} to="report-decisions">
      <ol className={styles.decisions}>
        {decisions.lines.slice(0, room.decisions).map((line, at) => (
          <li key={at}>
            <Said sentence={line.sentence} />
            <small>{line.detail}</small>
          </li>
        ))}
      </ol>
    </Block>
  );
}

/** All that changed, and the sum of it: before + came - went = now. */
export function ChangesPart({ changes }: { changes: Changes }) {
  const { heads, balance } = changes;
  return (
    <>
      {balance.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{heads.status}</th>
                <th scope="col">{heads.before}</th>
                <th scope="col">{heads.came}</th>
                <th scope="col">{heads.went}</th>
                <th scope="col">{heads.now}</th>
              </tr>
            </thead>
            <tbody>
              {balance.map((row) => (
                <tr key={row.label}>
                  <th scope="row">
                    <span className={styles.target}>
                      <PaperMark of={row.mark} /> {row.label}
                    </span>
                  </th>
                  {([row.before, row.came, row.went, row.now] as const).map((count, at) => (
                    <td key={at} className={styles.number}>
                      <Count of={count} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <section className={styles.block} id="report-changes">
        <h3>{changes.heading}</h3>
        <DayList {...changes} />
      </section>
    </>
  );
}

export function DayList({ lines, none }: { lines: readonly DayLine[]; none: string | null }) {
  if (none !== null) return <p className={styles.quiet}>{none}</p>;
  return (
    <ul className={styles.dayLines}>
      {lines.map((line, at) => (
        <DayRow key={at} line={line} />
      ))}
    </ul>
  );
}

function DayRow({ line }: { line: DayLine }) {
  return (
    <li>
      <time dateTime={line.on}>{line.day}</time>
      <PaperMark of={line.mark} />
      <Said sentence={line.sentence} as="p" />
    </li>
  );
}

interface BlockProps {
  heading: string;
  none: string | null;
  all: number;
  shown: number;
  /** Where all of them stand. */
  to: string;
  children: ReactNode;
}

function Block({ heading, none, all, shown, to, children }: BlockProps) {
  const say = useWords(reportScreenWords);
  return (
    <section className={styles.block}>
      <h3>{heading}</h3>
      {none === null ? children : <p className={styles.quiet}>{none}</p>}
      {all > shown && (
        <p className={styles.further}>
          <a href={`#${to}`}>{say('more', { count: all - shown })}</a>
        </p>
      )}
    </section>
  );
}
