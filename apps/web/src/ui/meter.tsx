import { useDays } from '../platform/day-text';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { placeBetween } from '../platform/calendar';
import type { MarkOf } from './mark';
import { useStatusWord } from './mark';
import styles from './meter.module.css';

type Status = Extract<MarkOf, 'ready' | 'at-risk' | 'not-ready'>;

const words = defineWords(
  {
    pips: '{have} of {needs}',
    left: '{days, plural, one {# day} other {# days}} of {of} left',
    days: '{days, plural, one {# day} other {# days}}',
    months: '12 months from {from}: {runs}',
    run: '{status} from {from}',
  },
  {
    pips: '{have}/{needs}',
    left: '还有 {days} 天，共 {of} 天',
    days: '{days} 天',
    months: '自 {from}起 12 个月：{runs}',
    run: '{from}起{status}',
  },
);

const tone: { readonly [S in Status]: string | undefined } = { ready: styles.ready, 'at-risk': styles.risk, 'not-ready': styles.not };

/** "5/4", then a pip for each needed, a notch, and paler pips for spare. Long needs are drawn as a bar. */
export function Meter({
  have,
  needs,
  status,
  soft,
  pipsOnly,
}: {
  have: number;
  needs: number;
  status: Status;
  soft?: boolean;
  pipsOnly?: boolean;
}) {
  const say = useWords(words);
  const spare = Math.max(0, have - needs);
  const shownSpare = Math.min(spare, 4);
  return (
    <span className={styles.meter} role="img" aria-label={say('pips', { have, needs })}>
      {!pipsOnly && (
        <span className={styles.figures} aria-hidden>
          <b>{have}</b>/{needs}
        </span>
      )}
      <span className={`${styles.pips} ${soft && status === 'not-ready' ? styles.soft : tone[status]}`} aria-hidden>
        {needs <= 12 &&
          Array.from({ length: needs }, (_, index) => <i key={index} className={index < have ? styles.full : styles.empty} />)}
        {shownSpare > 0 && <span className={styles.notch} />}
        {Array.from({ length: shownSpare }, (_, index) => (
          <i key={`spare ${index}`} className={styles.spare} />
        ))}
      </span>
    </span>
  );
}

interface RibbonProps {
  /** Each status holds until the next; the last one to the end. */
  runs: readonly { from: string; status: Status }[];
  /** First day, and the day after the last. */
  from: string;
  to: string;
  soft?: boolean;
}

/** The days ahead of one specialization: tall = ready, half = at risk, a line = not. Height says it, colour helps. */
export function Ribbon({ runs, from, to, soft }: RibbonProps) {
  const say = useWords(words);
  const word = useStatusWord();
  const { day } = useDays();
  const language = useLanguage();
  const told = runs.map((run) => say('run', { status: word(run.status).toLocaleLowerCase(language), from: day(run.from, 'plain') }));
  const share = placeBetween(from, to);
  const place = (on: string) => share(on) * 1000;
  return (
    <svg
      className={styles.ribbon}
      viewBox="0 0 1000 16"
      preserveAspectRatio="none"
      role="img"
      aria-label={say('months', { from: day(from, 'plain'), runs: told.join(language === 'zh' ? '，' : ', ') })}
    >
      {runs.map((run, at) => (
        <rect
          key={run.from}
          className={soft && run.status === 'not-ready' ? styles.soft : tone[run.status]}
          x={place(run.from)}
          width={Math.max(2, place(runs[at + 1]?.from ?? to) - place(run.from) - (at + 1 < runs.length ? 6 : 0))}
          y={run.status === 'ready' ? 2 : run.status === 'at-risk' ? 8 : 14.5}
          height={run.status === 'ready' ? 14 : run.status === 'at-risk' ? 8 : 1.5}
        />
      ))}
    </svg>
  );
}

/** Days left of the time a study counts, 18 months by default. `word` writes the days beside the bar. */
export function DaysBar({ left, of = 548, soon = 90, word }: { left: number; of?: number; soon?: number; word?: boolean }) {
  const say = useWords(words);
  const share = Math.max(0, Math.min(1, left / of));
  const isSoon = left <= soon;
  return (
    <span className={styles.daysBar}>
      <svg
        className={styles.bar}
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        role="img"
        aria-label={say('left', { days: Math.max(0, left), of })}
      >
        <rect className={styles.track} width="100" height="6" />
        <rect className={isSoon ? styles.risk : styles.ready} width={share * 100} height="6" />
      </svg>
      {word && <span className={isSoon ? styles.soonText : styles.days}>{say('days', { days: left })}</span>}
    </span>
  );
}
