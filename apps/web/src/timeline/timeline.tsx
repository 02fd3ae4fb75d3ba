import { Link } from '@tanstack/react-router';
import { useMemo, useRef, type CSSProperties } from 'react';
import { addDays, placeBetween } from '../platform/calendar';
import { useAsOf } from '../platform/as-of';
import { useDays } from '../platform/day-text';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import type { RowFilters } from '../readiness/arrange';
import { useWindowOf } from '../ui/window-of';
import type { Flip } from '@caseboard/contracts';
import { lanesOf, monthsOf, ticksOf, type LaidLoss, type Month, type Span, type TimelineRow } from './arrange';
import { timelineWords } from './timeline.words';
import styles from './timeline.module.css';

interface Props {
  rows: readonly TimelineRow[];
  losses: readonly Flip[];
  span: Span;
  /** What the rows were filtered by: the lists that numbers open are filtered so too. */
  listed: RowFilters;
}

const laneHeight = 24;
/** Where the words of the day stand among the losses. */
const dayLane = 1;
const chipWidth = 60;
const gap = 16;
const spareRows = 6;
/** On phones each lane has its name above it. */
const captionHeight = 20;

/** One bar a study, sorted by the day it ages out; pale, so that amber bars, red circles and today speak. */
export function Timeline({ rows, losses, span, listed }: Props) {
  const say = useWords(timelineWords);
  const { day } = useDays();
  const scroller = useRef<HTMLDivElement>(null);
  const view = useWindowOf(scroller);
  const isNarrow = view.width < 620;
  const names = isNarrow ? gap : view.width < 1000 ? 220 : 320;
  const width = view.width - names - gap;
  const pitch = isNarrow ? 44 : 26;
  const place = useMemo(() => placeBetween(span.from, span.to), [span]);
  const shown = useShownDays(span);
  const taken = [0, ...shown.map(({ on }) => place(on) * width + chipWidth)];
  const laid = lanesOf(losses, place, width, (loss) => lengthOf(`${specializationName(loss.name)} ${day(loss.on, 'short')}`), taken);
  const lanes = Math.max(dayLane + shown.length, 2, ...laid.map(({ lane }) => lane + 1));
  const laneSpace = lanes * laneHeight + 12;
  // Counted anew for other rows, not for each step of a scroll.
  const perMonth = useMemo(() => monthsOf(rows, span), [rows, span]);
  const perQuarter = useMemo(() => monthsOf(rows, span, 3), [rows, span]);
  const isWideMonth = width / perMonth.length >= 24;
  const ticks = ticksOf(span, width);
  const head = 34 + laneSpace + 34 + (isNarrow ? 4 * captionHeight : 0);
  const first = Math.max(0, Math.floor((view.top - head) / pitch) - spareRows);
  const last = Math.min(rows.length, Math.ceil((view.top + view.height - head) / pitch) + spareRows);
  const lastRowOf = useMemo(() => new Map(rows.flatMap(({ losses: own }, index) => own.map((loss) => [loss, index]))), [rows]);
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      data-narrow={isNarrow || undefined}
      style={{ '--names': `${names}px`, '--gap': `${gap}px`, '--pitch': `${pitch}px` } as CSSProperties}
    >
      <div
        className={styles.canvas}
        style={{ height: head + rows.length * pitch + gap }}
        role="group"
        aria-label={say('summary', { count: rows.length, losses: losses.length, to: day(addDays(span.to, -1), 'plain') })}
      >
        <div className={styles.head} style={{ height: head }}>
          <div className={styles.axis}>
            <p>
              <b>{say('studies', { count: rows.length })}</b>
              {isNarrow && <Legend />}
            </p>
            <div>
              {ticks.map((on) => (
                <span key={on} style={{ left: `${place(on) * 100}%` }} data-year={on.slice(5, 7) === '01' || undefined}>
                  {on.slice(5, 7) === '01' ? on.slice(0, 4) : day(on, 'bare-month')}
                </span>
              ))}
            </div>
          </div>
          <div className={styles.lossLane}>
            <p>
              {say('lossLane')}
              {!isNarrow && <Legend />}
            </p>
            <div style={{ height: laneSpace }}>
              {laid.map((each) => (
                <Loss
                  key={`${each.loss.on} ${each.loss.code}`}
                  laid={each}
                  below={(lanes - each.lane) * laneHeight + 23 + (isNarrow ? captionHeight : 0)}
                />
              ))}
            </div>
          </div>
          <div className={styles.monthLane}>
            <p>{say(isWideMonth ? 'monthLane' : 'quarterLane')}</p>
            <div>
              {(isWideMonth ? perMonth : perQuarter).map((month) => (
                <AgeingOut key={month.from} month={month} place={place} width={width} listed={listed} />
              ))}
            </div>
          </div>
          <Today days={shown} place={place} wordsFrom={34 + 8 + dayLane * laneHeight + (isNarrow ? captionHeight : 0)} />
        </div>
        <div className={styles.lines} style={{ top: head, height: rows.length * pitch }} aria-hidden>
          {ticks.map((on) => (
            <i key={on} className={styles.tick} style={{ left: `${place(on) * 100}%` }} />
          ))}
          {laid.map(({ loss }) => {
            const row = lastRowOf.get(loss);
            return row === undefined ? null : (
              <i
                key={`${loss.on} ${loss.code}`}
                className={styles.fall}
                style={{ left: `${place(loss.on) * 100}%`, height: (row + 0.5) * pitch + (isNarrow ? 8 : 0) }}
              />
            );
          })}
          <Today days={shown} place={place} />
        </div>
        <ol className={styles.rows} style={{ top: head }}>
          {rows.slice(first, last).map((row, offset) => (
            <Row key={row.study.id} row={row} top={(first + offset) * pitch} span={span} place={place} isNarrow={isNarrow} width={width} />
          ))}
        </ol>
      </div>
    </div>
  );
}

type Place = (day: string) => number;

/** The circle on the day, and what is lost; the line below it leads to the study behind it. */
function Loss({ laid: { loss, x, lane, isLeft, isBare }, below }: { laid: LaidLoss; below: number }) {
  const say = useWords(timelineWords);
  const { day } = useDays();
  const name = specializationName(loss.name);
  return (
    <>
      <i className={styles.fall} style={{ left: x, top: 6 + lane * laneHeight + 17, height: below }} aria-hidden />
      <Link
        to="/specializations/$code"
        params={{ code: loss.code }}
        className={styles.loss}
        data-left={isLeft || undefined}
        style={{ left: x, top: 6 + lane * laneHeight }}
        aria-label={say('lossOn', { name, day: day(loss.on, 'plain') })}
        title={say('lossOn', { name, day: day(loss.on, 'plain') })}
      >
        <i className={styles.circle} />
        {!isBare && (
          <span>
            <b>{name}</b> {day(loss.on, 'short')}
          </span>
        )}
      </Link>
    </>
  );
}

/** Up to three squares are counted at a glance; beyond that the number says it. */
function AgeingOut({ month, place, width, listed }: { month: Month; place: Place; width: number; listed: RowFilters }) {
  const say = useWords(timelineWords);
  const { day } = useDays();
  const { from, to, count } = month;
  if (count === 0) return null;
  const [left, right] = [place(from), place(to)];
  const room = (right - left) * width;
  const squares = count <= 3 && room >= 12 + count * 9 ? count : 0;
  return (
    <Link
      to="/studies"
      search={{
        status: 'active',
        expires: `${from}..${to}`,
        search: listed.search || undefined,
        owner: listed.owner || undefined,
        industry: listed.industry || undefined,
      }}
      style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }}
      aria-label={say('ageing', { count, from: day(from, 'plain'), to: day(addDays(to, -1), 'plain') })}
    >
      {Array.from({ length: squares }, (_, n) => (
        <i key={n} />
      ))}
      {count}
    </Link>
  );
}

interface ShownDay {
  on: string;
  isAsked: boolean;
}

/** The day asked about, and today where it is another one and within the span. */
function useShownDays({ asOf, from, to }: Span): ShownDay[] {
  const { today, isToday } = useAsOf();
  const other = !isToday && today >= from && today < to ? [{ on: today, isAsked: false }] : [];
  return [{ on: asOf, isAsked: !isToday }, ...other];
}

/** Upright lines; with their words where `wordsFrom` tells how far down these stand. */
function Today({ days, place, wordsFrom }: { days: readonly ShownDay[]; place: Place; wordsFrom?: number }) {
  const say = useWords(timelineWords);
  return (
    <div className={styles.now}>
      {days.map(({ on, isAsked }, lane) => (
        <i key={on} data-asked={isAsked || undefined} style={{ left: `${place(on) * 100}%` }}>
          {wordsFrom !== undefined && <span style={{ top: wordsFrom + lane * laneHeight }}>{say(isAsked ? 'asOf' : 'today')}</span>}
        </i>
      ))}
    </div>
  );
}

const legend = ['counts', 'soon', 'blocked'] as const;

function Legend() {
  const say = useWords(timelineWords);
  return (
    <span className={styles.legend}>
      {legend.map((state) => (
        <span key={state}>
          <i className={styles.barOf} data-state={state} /> {say(state)}
        </span>
      ))}
    </span>
  );
}

interface RowProps {
  row: TimelineRow;
  top: number;
  span: Span;
  place: Place;
  isNarrow: boolean;
  width: number;
}

function Row({ row: { study, state, daysLeft, losses }, top, span, place, isNarrow, width }: RowProps) {
  const say = useWords(timelineWords);
  const { day } = useDays();
  const { expiresOn, deployedOn } = study;
  const begin = deployedOn !== null && deployedOn > span.asOf ? deployedOn : span.asOf;
  const end = expiresOn !== null && expiresOn < span.to ? expiresOn : span.to;
  const left = state === 'expired' || state === 'undated' ? say(state) : daysLeft === null ? '' : say('days', { days: daysLeft });
  const falls = losses.map(({ name, leaves, needs }) => say('falls', { name: specializationName(name), leaves, needs }));
  const told =
    expiresOn === null
      ? say(state === 'undated' ? 'undated' : 'endless')
      : say(state === 'expired' ? 'expiredOn' : 'through', { day: day(state === 'expired' ? expiresOn : addDays(expiresOn, -1), 'plain') });
  const date = expiresOn === null ? '' : day(state === 'expired' ? expiresOn : addDays(expiresOn, -1), 'short');
  const room = { after: (1 - place(end)) * width, within: (place(end) - place(begin)) * width };
  const fits = (text: string) => lengthOf(text) <= Math.max(room.after, room.within);
  const costs = !isNarrow && fits(`${date} ${falls.join(', ')}`) ? falls.join(', ') : '';
  const isInside = room.after < lengthOf(`${date} ${costs}`);
  return (
    <li className={styles.row} style={{ top }}>
      <Link
        to="/studies/$id"
        params={{ id: study.id }}
        className={styles.name}
        title={study.customer ? `${study.customer}: ${study.title}` : study.title}
        aria-label={[study.customer ?? study.title, study.customer ? study.title : '', left, told, ...falls].filter(Boolean).join(', ')}
      >
        <b>{study.customer ?? study.title}</b>
        {study.customer && <span>{study.title}</span>}
        <small data-state={state}>{left}</small>
      </Link>
      <div className={styles.plot} aria-hidden>
        <i className={styles.past} style={{ width: `${place(span.asOf) * 100}%` }} />
        {state !== 'expired' && state !== 'undated' && (
          <i
            className={styles.barOf}
            data-state={state}
            style={{ left: `${place(begin) * 100}%`, width: `${(place(end) - place(begin)) * 100}%` }}
          />
        )}
        {losses.length > 0 && <i className={styles.circle} style={{ left: `${place(end) * 100}%` }} />}
        {expiresOn !== null && expiresOn < span.to && (
          <span
            className={styles.end}
            data-inside={isInside || undefined}
            style={isInside ? { right: `${(1 - place(end)) * 100}%` } : { left: `${place(end < span.asOf ? span.asOf : end) * 100}%` }}
          >
            <span>{date}</span>
            {costs && <b>{costs}</b>}
          </span>
        )}
      </div>
    </li>
  );
}

/** About how many pixels a label of 12 px takes, with the circle and the air beside it. */
function lengthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 12.4 : 6.9), 30);
}
