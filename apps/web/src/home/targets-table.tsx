import type { HomeAnswer } from '@caseboard/contracts';
import { Link } from '@tanstack/react-router';
import { addMonths, daysBetween, placeBetween } from '../platform/calendar';
import { useDays } from '../platform/day-text';
import { useMissingText } from '../platform/missing-text';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { Mark, useStatusWord } from '../ui/mark';
import { Meter, Ribbon } from '../ui/meter';
import { Section } from '../ui/page-frame';
import { homeWords } from './home.words';
import styles from './home.module.css';

type Target = HomeAnswer['targets'][number];
const rank = { 'at-risk': 0, ready: 1, 'not-ready': 2 } as const;

/** The targets, soonest loss first; the ribbons line up so that the eye sees the slope. */
export function TargetsTable({ home }: { home: HomeAnswer }) {
  const say = useWords(homeWords);
  const { day } = useDays();
  if (home.targets.length === 0) return null;
  const rows = [...home.targets].sort(bySoonestLoss);
  const hasTargets = rows.some(({ target }) => target);
  const place = placeBetween(home.asOf, addMonths(home.asOf, 12));
  const quarters = [1, 4, 7, 10].map((months) => `${addMonths(home.asOf, months).slice(0, 7)}-01`);
  return (
    <div className={styles.targets}>
      <Section title={say(hasTargets ? 'targets' : 'linked')} beside={<Counts home={home} />}>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say('specialization')}</th>
                <th scope="col">{say('studies')}</th>
                <th scope="col" className={styles.number}>
                  {say('spare')}
                </th>
                <th scope="col" className={styles.through}>
                  {say('through')}
                </th>
                <th scope="col" className={styles.ahead}>
                  <span className={styles.hidden}>{say('ahead')}</span>
                  <span className={styles.quarters} aria-hidden>
                    {quarters.map((on) => (
                      <i key={on} style={{ left: `${place(on) * 100}%` }}>
                        {day(on, 'bare-month')}
                      </i>
                    ))}
                  </span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.code} row={row} asOf={home.asOf} />
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </div>
  );
}

function Counts({ home }: { home: HomeAnswer }) {
  const word = useStatusWord();
  const { ready, atRisk, notReady } = home.counts;
  return (
    <span className={styles.counts}>
      <Link to="/readiness" search={{ view: 'list', status: 'ready' }}>
        <Mark of="ready" size={14} label="" /> {ready} {word('ready').toLowerCase()}
      </Link>
      <Link to="/readiness" search={{ view: 'list', status: 'at-risk' }}>
        <Mark of="at-risk" size={14} label="" /> {atRisk} {word('at-risk').toLowerCase()}
      </Link>
      <Link to="/readiness" search={{ view: 'list', status: 'not-ready' }}>
        <Mark of="not-ready" size={14} label="" /> {notReady} {word('not-ready').toLowerCase()}
      </Link>
    </span>
  );
}

function Row({ row, asOf }: { row: Target; asOf: string }) {
  const soft = row.target === null;
  return (
    <tr>
      <th scope="row">
        <Link to="/specializations/$code" params={{ code: row.code }} className={styles.name}>
          <Mark of={row.status} soft={soft} />
          <span>{specializationName(row.name)}</span>
        </Link>
      </th>
      <td>
        <Link to="/studies" search={{ supports: row.code }} className={styles.plain}>
          <Meter have={row.supporting.length} needs={row.needs.studies} status={row.status} soft={soft} />
        </Link>
      </td>
      <td className={styles.number}>{row.spare >= 0 ? row.spare : '–'}</td>
      <td className={styles.through}>
        <Through row={row} asOf={asOf} />
      </td>
      <td className={styles.ahead}>
        <Ribbon runs={row.ahead} from={asOf} to={addMonths(asOf, 12)} soft={soft} />
      </td>
    </tr>
  );
}

function Through({ row, asOf }: { row: Target; asOf: string }) {
  const say = useWords(homeWords);
  const { day } = useDays();
  const missingText = useMissingText();
  if (row.readyThrough === 'open') return <span>{say('openEnd')}</span>;
  if (row.readyThrough) {
    return (
      <span className={styles.until}>
        <span>{day(row.readyThrough, 'plain')}</span>
        <small>{say('daysLeft', { days: daysBetween(asOf, row.readyThrough) })}</small>
      </span>
    );
  }
  return <>{missingText(row.missing)}</>;
}

function bySoonestLoss(a: Target, b: Target): number {
  const byStatus = rank[a.status] - rank[b.status];
  if (byStatus !== 0) return byStatus;
  const byDay = String(a.readyThrough ?? 'z').localeCompare(String(b.readyThrough ?? 'z'));
  return byDay || a.missing.studies - b.missing.studies || (b.target?.weight ?? 0) - (a.target?.weight ?? 0);
}
