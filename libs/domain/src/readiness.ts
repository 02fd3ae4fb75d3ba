/** Whether a specialization can be applied for with the studies that count, until when, and what breaks it (rules 6). */
import { dayNumber, dayOfNumber, type Day } from './day.js';
import type { Lifecycle, Requirements, Specialization } from './portfolio.js';
import { isReady, type CountingStudy, type Tally, type Timeline } from './timeline.js';

export type ReadinessStatus = 'ready' | 'at-risk' | 'not-ready';

/** Days before the end of readiness from which it is at risk, unless the organisation says otherwise (rules 6.5). */
export const usualWarningDays = 90;

/** Counts of studies, public studies and categories. */
export interface Counts {
  readonly studies: number;
  readonly public: number;
  readonly categories: number;
}

export interface Readiness {
  readonly code: string;
  readonly status: ReadinessStatus;
  readonly appliable: boolean;
  /** Ids in document order. */
  readonly supporting: readonly string[];
  readonly missing: Counts;
  /** The last day of the unbroken run of ready days from `asOf` on; `null` when not ready, `"open"` when nothing ends it. */
  readonly readyThrough: Day | 'open' | null;
  readonly becomesReadyOn: Day | null;
  readonly spare: number;
  readonly critical: readonly string[];
  /** What counts: all, public ones, categories covered. */
  readonly have: Counts;
}

/** The readiness of a specialization at a day; it is at risk when fewer than `warningDays` remain (rules 6.5). */
export function readinessAt(specialization: Specialization, timeline: Timeline, asOf: Day, warningDays = usualWarningDays): Readiness {
  const { requires } = specialization;
  const day = dayNumber(asOf);
  const counting = timeline.countingOn(day);
  const tally = timeline.tallyOf(counting);
  const ready = isReady(tally, requires);
  const flip = timeline.nextFlip(day);
  const spare = ready ? spareOf(tally, requires) : -1;
  return {
    code: specialization.code,
    status: statusOf(ready, flip, day, warningDays),
    appliable: isAppliable(specialization.lifecycle, asOf),
    supporting: counting.map(({ id }) => id),
    missing: shortfall(tally, requires),
    readyThrough: !ready ? null : flip === null ? 'open' : dayOfNumber(flip - 1),
    becomesReadyOn: ready || flip === null ? null : dayOfNumber(flip),
    spare,
    critical: spare === 0 ? counting.filter((study) => isCritical(study, tally, requires)).map(({ id }) => id) : [],
    have: { studies: tally.studies, public: tally.public, categories: tally.categories },
  };
}

/** Half-open like every day here: `flip` is the first day that is not ready, so `flip - 1` is `readyThrough`. */
export function statusOf(ready: boolean, flip: number | null, day: number, warningDays: number): ReadinessStatus {
  if (!ready) return 'not-ready';
  return flip !== null && flip - 1 - day < warningDays ? 'at-risk' : 'ready';
}

/** Whether an application can still be made as far as the lifecycle says (rules 6.9); hearsay in it decides nothing. */
export function isAppliable({ newApplicationsUntil, endsOn }: Lifecycle, asOf: Day): boolean {
  return !(newApplicationsUntil !== null && newApplicationsUntil < asOf) && !(endsOn !== null && endsOn <= asOf);
}

function shortfall(tally: Tally, requires: Requirements): Counts {
  return {
    studies: Math.max(0, requires.studies - tally.studies),
    public: Math.max(0, requires.public - tally.public),
    categories: Math.max(0, requires.categoriesCovered - tally.categories),
  };
}

/** How many studies can be lost, whichever they are, with the specialization still ready (rules 6.6). */
function spareOf(tally: Tally, requires: Requirements): number {
  const spares = [tally.studies - requires.studies];
  if (requires.public > 0) spares.push(tally.public - requires.public);
  if (requires.categoriesCovered > 0) spares.push(lossesToUncover(tally, requires.categoriesCovered) - 1);
  return Math.min(...spares);
}

/** The fewest studies whose loss leaves fewer than `asked` categories: those of the smallest categories. */
function lossesToUncover(tally: Tally, asked: number): number {
  const sizes = tally.byCategory.filter((size) => size > 0).sort();
  return sizes.subarray(0, tally.categories - asked + 1).reduce((sum, size) => sum + size, 0);
}

/** Whether the loss of the study alone makes a ready specialization not ready (rules 6.7). */
function isCritical({ isPublic, category }: CountingStudy, tally: Tally, requires: Requirements): boolean {
  if (tally.studies === requires.studies) return true;
  if (isPublic && requires.public > 0 && tally.public === requires.public) return true;
  const coversAlone = category >= 0 && tally.byCategory[category] === 1;
  return coversAlone && requires.categoriesCovered > 0 && tally.categories === requires.categoriesCovered;
}
