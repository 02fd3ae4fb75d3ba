import type { Flip, MatrixRow } from '@caseboard/contracts';
import { addDays, addMonths, daysBetween } from '../platform/calendar';
import { isLoss } from '../platform/flips';
import { isWanted, type RowFilters } from '../readiness/arrange';

/** What the picture shows: a little of what was, then months ahead. */
export interface Span {
  readonly asOf: string;
  /** First day, and the day after the last. */
  readonly from: string;
  readonly to: string;
}

export function spanOf(asOf: string, months: number): Span {
  const to = addMonths(asOf, months);
  return { asOf, from: addDays(asOf, -Math.round(daysBetween(asOf, to) * 0.04)), to };
}

/** How the bar of a study is drawn. `blocked` has days left, but counts for no specialization. */
export type BarState = 'counts' | 'soon' | 'blocked' | 'expired' | 'undated';

export interface TimelineRow {
  readonly study: MatrixRow;
  readonly state: BarState;
  /** Full days after `asOf` on which it counts; `null` where it never ages out, below 0 where it has. */
  readonly daysLeft: number | null;
  /** Readiness that is lost on the day it ages out. */
  readonly losses: readonly Flip[];
}

/** The active studies by the day they age out, soonest first, then those without such a day; what has expired comes last. */
export function rowsOf(studies: readonly MatrixRow[], losses: readonly Flip[], asOf: string, filters: RowFilters): TimelineRow[] {
  return studies
    .filter((study) => study.status === 'active' && isWanted(study, filters))
    .map((study) => {
      const daysLeft = study.expiresOn === null ? null : daysBetween(asOf, study.expiresOn) - 1;
      const behind = losses.filter(({ on, studies: lost }) => on === study.expiresOn && lost.some(({ id }) => id === study.id));
      return { study, daysLeft, state: stateOf(study, daysLeft), losses: behind };
    })
    .sort(
      (a, b) =>
        Number(a.state === 'expired') - Number(b.state === 'expired') ||
        (a.study.expiresOn ?? '9').localeCompare(b.study.expiresOn ?? '9') ||
        a.study.id.localeCompare(b.study.id),
    );
}

function stateOf({ cells, deployedOn }: MatrixRow, daysLeft: number | null): BarState {
  if (deployedOn === null) return 'undated';
  if (daysLeft !== null && daysLeft < 0) return 'expired';
  if (!/[CS]/.test(cells)) return 'blocked';
  return daysLeft !== null && daysLeft < 90 ? 'soon' : 'counts';
}

/** Losses of readiness within the span, by day; of targets and held ones, or of all. */
export function lossesIn(flips: readonly Flip[], { asOf, to }: Span, all: boolean): Flip[] {
  return flips
    .filter((flip) => isLoss(flip) && flip.on > asOf && flip.on < to && (all || flip.target || flip.held))
    .sort((a, b) => a.on.localeCompare(b.on) || a.name.localeCompare(b.name));
}

export interface LaidLoss {
  readonly loss: Flip;
  readonly x: number;
  readonly lane: number;
  /** The words stand left of the circle where there is no room at its right. */
  readonly isLeft: boolean;
  /** There is no room for words: the circle alone, which tells them when asked. */
  readonly isBare: boolean;
}

/**
 * The losses on as few lanes as keep their words apart, five at most; words that find no room are left out. `width`,
 * `lengthOf` and `taken`, up to where something else stands on each lane, are in pixels.
 */
export function lanesOf(
  losses: readonly Flip[],
  place: (day: string) => number,
  width: number,
  lengthOf: (loss: Flip) => number,
  taken: readonly number[] = [],
): LaidLoss[] {
  const ends = [...taken];
  const freeFrom = (left: number) => wordLanes.find((lane) => (ends[lane] ?? 0) <= left);
  return losses.map((loss) => {
    const x = place(loss.on) * width;
    const long = lengthOf(loss);
    const isLeft = x + long > width;
    const [left, right] = isLeft ? [x - long, x + 12] : [x - 8, x + long];
    const lane = left < 0 ? undefined : freeFrom(left);
    if (lane !== undefined) {
      ends[lane] = right;
      return { loss, x, lane, isLeft, isBare: false };
    }
    const bare = freeFrom(x - 8) ?? wordLanes.length;
    ends[bare] = x + 12;
    return { loss, x, lane: bare, isLeft: false, isBare: true };
  });
}

const wordLanes = [0, 1, 2, 3, 4];

export interface Month {
  /** First day, and the first of the next stretch. */
  readonly from: string;
  readonly to: string;
  /** Studies that age out in it, after `asOf`. */
  readonly count: number;
}

/**
 * The stretches of so many calendar months that touch the days ahead, with the studies that age out in each. What is left
 * of the first, where that is little, goes with the next.
 */
export function monthsOf(rows: readonly TimelineRow[], { asOf, to }: Span, length = 1): Month[] {
  const months: Month[] = [];
  let from = addDays(asOf, 1);
  for (let end = addMonths(`${asOf.slice(0, 7)}-01`, length); from < to; end = addMonths(end, length)) {
    if (daysBetween(from, end) < 12 * length) continue;
    const count = rows.filter(({ study: { expiresOn } }) => expiresOn !== null && expiresOn >= from && expiresOn < end).length;
    months.push({ from, to: end, count });
    from = end;
  }
  return months;
}

/** First days of months within the span that get a line and a name: all, or each third where they are narrow. */
export function ticksOf({ from, to }: Span, width: number): string[] {
  const ticks: string[] = [];
  for (let day = addMonths(`${from.slice(0, 7)}-01`, 1); day < to; day = addMonths(day, 1)) ticks.push(day);
  const isNarrow = width / ticks.length < 36;
  return isNarrow ? ticks.filter((day) => (Number(day.slice(5, 7)) - 1) % 3 === 0) : ticks;
}
