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
  const steps: Step[] = [];
  for (const day of daysToLookAt(timeline, first, last, warningDays)) {
    const ids = timeline.countingOn(day).map(({ id }) => id);
    const before = day === first ? ids : timeline.countingOn(day - 1).map(({ id }) => id);
    const status = statusOn(timeline, day, warningDays);
    const [lost, gained] = [without(before, ids), without(ids, before)];
    if (day !== first && lost.length + gained.length === 0 && status === steps.at(-1)?.status) continue;
    steps.push({ from: dayOfNumber(day), supporting: ids.length, status, lost, gained });
  }
  return steps;
}

/** The changes of status after `from` and up to `to`, in order. */
export function flipsOf(timeline: Timeline, from: Day, to: Day, warningDays = usualWarningDays): Flip[] {
  return stepsOf(timeline, from, to, warningDays).flatMap((step, n, steps) => {
    const before = steps[n - 1];
    if (!before || before.status === step.status) return [];
    const studies = step.status === 'at-risk' ? breakers(timeline, step) : [...step.lost, ...step.gained];
    return [{ on: step.from, from: before.status, to: step.status, studies, leaves: step.supporting }];
  });
}

export function statusOn(timeline: Timeline, day: number, warningDays = usualWarningDays): ReadinessStatus {
  const ready = isReady(timeline.tallyOf(timeline.countingOn(day)), timeline.requires);
  return statusOf(ready, timeline.nextFlip(day), day, warningDays);
}

/** The first day, the days on which what counts changes, and the days on which a coming loss begins to be near. */
function daysToLookAt(timeline: Timeline, first: number, last: number, warningDays: number): number[] {
  const warnings = timeline.flips.map((day) => day - warningDays).filter((day) => first < day && day <= last);
  return [...new Set([first, ...timeline.changesBetween(first, last), ...warnings])].sort((a, b) => a - b);
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
