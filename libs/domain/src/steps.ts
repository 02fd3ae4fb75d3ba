/** How the readiness of a specialization moves over a span of days, with nothing changed: what charts are drawn from. */
import { dayNumber, dayOfNumber, type Day } from './day.js';
import { statusOf, usualWarningDays, type ReadinessStatus } from './readiness.js';
import { isReady, type Timeline } from './timeline.js';

/** What holds from a day on, until the next step. */
export interface Step {
  readonly from: Day;
  readonly supporting: number;
  readonly status: ReadinessStatus;
  /** Ids of the studies that cease or begin to count on that day, in document order; none at the first step. */
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/** A change of status. */
export interface Flip {
  readonly on: Day;
  readonly from: ReadinessStatus;
  readonly to: ReadinessStatus;
  /** The studies behind it: those lost, those gained, or, where it turns at risk, those whose loss will end it. */
  readonly studies: readonly string[];
  /** Supporting studies from that day on. */
  readonly leaves: number;
}

/** The steps from one day to another, both included; the first one says what holds on `from`. */
export function stepsOf(timeline: Timeline, from: Day, to: Day, warningDays = usualWarningDays): Step[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return stepsOn(
    timeline,
    inOrder([first, ...timeline.changesBetween(first, last), ...turnsBetween(timeline, first, last, warningDays)]),
    warningDays,
  );
}

/** The changes of status after `from` and up to `to`, in order. */
export function flipsOf(timeline: Timeline, from: Day, to: Day, warningDays = usualWarningDays): Flip[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  // No other day can change the status, and there are far fewer of these than of days on which what counts changes.
  const days = inOrder([first, ...turnsBetween(timeline, first, last, warningDays)]);
  if (days.length === 1) return [];
  return stepsOn(timeline, days, warningDays).flatMap((step, n, steps) => {
    const before = steps[n - 1];
    if (!before || before.status === step.status) return [];
    const studies = step.status === 'at-risk' ? breakers(timeline, step) : [...step.lost, ...step.gained];
    return [{ on: step.from, from: before.status, to: step.status, studies, leaves: step.supporting }];
  });
}

/** The status on `from` and each one it changes to up to `to`, each holding until the next. */
export function statusesOf(
  timeline: Timeline,
  from: Day,
  to: Day,
  warningDays = usualWarningDays,
): { from: Day; status: ReadinessStatus }[] {
  const changes = flipsOf(timeline, from, to, warningDays).map((flip) => ({ from: flip.on, status: flip.to }));
  return [{ from, status: statusOn(timeline, dayNumber(from), warningDays) }, ...changes];
}

/** What holds from each of the days on, leaving out those on which nothing changes. */
function stepsOn(timeline: Timeline, days: readonly number[], warningDays: number): Step[] {
  const steps: Step[] = [];
  for (const day of days) {
    const isFirst = day === days[0];
    const ids = timeline.countingOn(day).map(({ id }) => id);
    const before = isFirst ? ids : timeline.countingOn(day - 1).map(({ id }) => id);
    const status = statusOn(timeline, day, warningDays);
    const [lost, gained] = [without(before, ids), without(ids, before)];
    if (!isFirst && lost.length + gained.length === 0 && status === steps.at(-1)?.status) continue;
    steps.push({ from: dayOfNumber(day), supporting: ids.length, status, lost, gained });
  }
  return steps;
}

export function statusOn(timeline: Timeline, day: number, warningDays = usualWarningDays): ReadinessStatus {
  const ready = isReady(timeline.tallyOf(timeline.countingOn(day)), timeline.requires);
  return statusOf(ready, timeline.nextFlip(day), day, warningDays);
}

/** The days in the span on which it turns ready or not ready, or a coming loss begins to be near. */
function turnsBetween(timeline: Timeline, first: number, last: number, warningDays: number): number[] {
  return timeline.flips.flatMap((day) => [day, day - warningDays]).filter((day) => first < day && day <= last);
}

function inOrder(days: readonly number[]): number[] {
  return [...new Set(days)].sort((a, b) => a - b);
}

/** The studies that are lost on the day on which it stops being ready. */
function breakers(timeline: Timeline, { from }: Step): string[] {
  const flip = timeline.nextFlip(dayNumber(from));
  if (flip === null) return [];
  const [before, after] = [flip - 1, flip].map((day) => timeline.countingOn(day).map(({ id }) => id));
  return without(before as string[], after as string[]);
}

function without(ids: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return ids.filter((id) => !known.has(id));
}
