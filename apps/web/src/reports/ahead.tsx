import type { Decisions, ReportPage } from '@caseboard/wording';
import { Fragment } from 'react';
import { DayList } from './board-lists';
import { NameLink, Said } from './counted';
import { Lines } from './lines';
import { Targets } from './targets';
import styles from './paper.module.css';

/** The twelve months ahead, and what to decide. */
export function Ahead({ page }: { page: ReportPage }) {
  return (
    <>
      {page.targets.none === null && <Targets table={page.targets} withNotes />}
      <section className={styles.block} id="report-losses">
        <h3>{page.losses.heading}</h3>
        <DayList {...page.losses} />
      </section>
      <section className={styles.block}>
        <h3>{page.gains.heading}</h3>
        <DayList {...page.gains} />
      </section>
      <div className={styles.pair}>
        {[page.crowded, page.singlePoints].map((part) => (
          <Lines key={part.heading} heading={part.heading} none={part.none}>
            {part.lines.map((line, at) => (
              <li key={at}>
                <Said sentence={line} />
              </li>
            ))}
          </Lines>
        ))}
      </div>
      <DecisionTable decisions={page.decisions} heading={page.parts.decisions} />
    </>
  );
}

function DecisionTable({ decisions: { heads, lines, none }, heading }: { decisions: Decisions; heading: string }) {
  return (
    <section className={styles.block} id="report-decisions">
      <h3>{heading}</h3>
      {none !== null ? (
        <p className={styles.quiet}>{none}</p>
      ) : (
        <table className={`${styles.table} ${styles.deciding}`}>
          <thead>
            <tr>
              <th scope="col">{heads.action}</th>
              <th scope="col">{heads.owner}</th>
              <th scope="col">{heads.effort}</th>
              <th scope="col">{heads.startBy}</th>
              <th scope="col">{heads.gain}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={at}>
                <th scope="row">
                  <Said sentence={line.sentence} />
                </th>
                <td data-head={heads.owner}>
                  {line.owner.split(/(?<=@)/).map((part) => (
                    <Fragment key={part}>
                      {part}
                      <wbr />
                    </Fragment>
                  ))}
                </td>
                <td data-head={heads.effort} className={styles.number}>
                  {line.study ? (
                    <NameLink of="study" id={line.study}>
                      {line.effort}
                    </NameLink>
                  ) : (
                    line.effort
                  )}
                </td>
                <td data-head={line.startByDay ? heads.startBy : undefined}>{line.startByDay}</td>
                <td data-head={heads.gain}>{line.gain}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
