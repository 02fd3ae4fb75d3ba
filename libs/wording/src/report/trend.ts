import { addMonths, type Report, type TrendPoint } from '@caseboard/domain';
import type { TrendChart, TrendPointShown } from './report-page.js';
import { ofSpecializations, type Saying } from './saying.js';
import { placeIn, ticksOf } from './standing.js';
import { trendWords } from './standing-words.js';

/** The targets that could be filed, a year back and a year ahead. */
export function trendOf({ trend, to }: Report, s: Saying): TrendChart {
  const [start, end] = [addMonths(to, -12), addMonths(to, 12)];
  const place = placeIn(start, end);
  const points = trend.filter(({ on }) => on <= end).map((point) => shown(point, place(point.on), s));
  const value = points.findLast(({ isAhead }) => !isAhead)?.value ?? 0;
  const levels = levelsUpTo(Math.max(1, ...points.map(({ targets, value }) => Math.max(targets, value))));
  const { heading, day, value: valueHead, targets, ahead } = trendWords[s.language];
  return {
    heading,
    heads: { day, value: valueHead, targets },
    points,
    months: ticksOf(start, end, (month) => month % 6 === 1, s),
    top: levels.at(-1) ?? 1,
    levels,
    today: { at: place(to), label: s.say(trendWords, 'today', { day: s.day(to), value }), value },
    aheadLabel: ahead,
    sentence: sentenceOf(points, value, s.day(to), s),
  };
}

const shown = ({ on, targets, fileable, isAhead }: TrendPoint, at: number, s: Saying): TrendPointShown => ({
  on,
  at,
  day: s.day(on),
  value: fileable.length,
  targets: targets.length,
  counted: ofSpecializations(fileable),
  isAhead,
});

function sentenceOf(points: readonly TrendPointShown[], value: number, day: string, s: Saying): string {
  const [first, last] = [points[0], points.at(-1)];
  const ends = { value, day, last: last?.value ?? value, lastDay: last?.day ?? day };
  if (!first || first.isAhead) return s.say(trendWords, 'unknown', ends);
  return s.say(trendWords, 'sentence', { ...ends, first: first.value, firstDay: first.day });
}

/** Whole steps of 1, 2 or 5 times a power of ten, four at most. */
function levelsUpTo(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 5, 10].map((factor) => Math.max(1, (factor * power) / 10)).find((each) => most / each <= 4) ?? power * 5;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step);
}
