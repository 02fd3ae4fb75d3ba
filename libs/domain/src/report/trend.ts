import { dayNumber, dayOfNumber, type Day } from '../day.js';
import { isReady, type Timeline } from '../timeline.js';
import type { StatusChange, TrendPoint } from './report.js';
import type { State } from './walk.js';

/** What could be filed at the end of each day from `from` on; the states are those before the changes, in order of time. */
export function pastTrend(from: Day, states: ReadonlyMap<string, State>, changes: readonly StatusChange[]): TrendPoint[] {
  const now = new Map(states);
  const points: TrendPoint[] = [];
  let at = 0;
  const apply = (until: Day): void => {
    for (let change = changes[at]; change && change.on <= until; change = changes[++at]) applyChange(now, change);
  };
  apply(from);
  points.push(pointOf(from, now));
  for (let change = changes[at]; change; change = changes[at]) {
    apply(change.on);
    const point = pointOf(change.on, now);
    if (!isAlike(point, points.at(-1) as TrendPoint)) points.push(point);
  }
  return points;
}

export function applyChange(states: Map<string, State>, { specialization, after, isTarget }: StatusChange): void {
  if (after === null) states.delete(specialization);
  else states.set(specialization, { status: after, isTarget });
}

/** What could be filed after `from` and up to `to` if nothing changed. */
export function trendAhead(from: Day, to: Day, targets: readonly (readonly [string, Timeline])[]): TrendPoint[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const turns = targets.flatMap(([, { flips }]) => flips.filter((day) => first < day && day <= last));
  return [...new Set(turns)]
    .sort((a, b) => a - b)
    .map((day) => ({
      on: dayOfNumber(day),
      targets: targets.map(([code]) => code),
      fileable: targets.filter(([, timeline]) => isReady(timeline.tallyOn(day), timeline.requires)).map(([code]) => code),
      isAhead: true,
    }));
}

function pointOf(on: Day, states: ReadonlyMap<string, State>): TrendPoint {
  const targets = [...states].filter(([, { isTarget }]) => isTarget);
  const fileable = targets.filter(([, { status }]) => status !== 'not-ready');
  return { on, targets: targets.map(([code]) => code), fileable: fileable.map(([code]) => code), isAhead: false };
}

function isAlike(one: TrendPoint, other: TrendPoint): boolean {
  return one.targets.join() === other.targets.join() && one.fileable.join() === other.fileable.join();
}
