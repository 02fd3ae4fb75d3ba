import { decideSteps, type Day, type Fall, fallsOf, type LadderStep } from '@caseboard/domain';
import { keyOf } from './brought-in.js';
import type { Decided, Why } from './decided-rows.js';
import type { LookedAt } from './warned-days.js';

export interface Circumstances {
  readonly today: Day;
  readonly ladder: readonly LadderStep[];
  readonly broughtIn: ReadonlyMap<string, Day>;
}

/** Asks the domain what becomes of a day's steps. */
export function decide(looked: LookedAt, costsReadiness: boolean, { today, ladder, broughtIn }: Circumstances): Decided[] {
  const { kind, subject, day, wanted, rows, snoozedUntil } = looked;
  const broughtInOn = broughtIn.get(keyOf(looked)) ?? null;
  const steps = decideSteps({ day, today, ladder, rows, wanted, broughtInOn, snoozedUntil, costsReadiness });
  const isLate =
    steps.every(({ state }) => state === 'passed-over') && !rows.some(({ state }) => state === 'sent' || state === 'acknowledged');
  const why: Why = isLate && steps.some(({ step }) => step === 0) ? 'brought-in-late' : 'more-urgent';
  return steps.map(({ step, state }) => ({
    kind,
    subject,
    day,
    step,
    state,
    was: rows.find((row) => row.step === step)?.state ?? null,
    costsReadiness,
    why: state === 'passed-over' ? why : null,
  }));
}

/** Whether what the day costs can matter: for what is due, or held. */
export function isCostAsked(looked: LookedAt, decided: readonly Decided[]): boolean {
  if (looked.kind !== 'study-expiry' || !looked.wanted) return false;
  return [...looked.rows, ...decided].some(({ state }) => state === 'due' || state === 'failed' || state === 'snoozed');
}

/** Whether the expiry of that study on that day makes a specialization stop being ready. */
export function costs({ kind, subject, day }: Pick<LookedAt, 'kind' | 'subject' | 'day'>, falls: ReadonlyMap<Day, Fall[]>): boolean {
  return kind === 'study-expiry' && fallsOf(subject, falls.get(day) ?? []).some(({ stopsBeingReady }) => stopsBeingReady);
}
