import { decideSteps, fallsOf, type AlertState, type Day, type Fall, type LadderStep } from '@caseboard/domain';
import type { AlertEventCode } from '@caseboard/wording';
import { keyOf } from './brought-in.js';
import type { Decided } from './decided-rows.js';
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
  return steps.map(({ step, state }) => {
    const was = rows.find((row) => row.step === step)?.state ?? null;
    const event = eventOf(state, was, { wanted, costsReadiness, isLate: broughtInOn !== null && step === 0 });
    return { kind, subject, day, step, state, was, costsReadiness, event };
  });
}

interface Reasons {
  readonly wanted: boolean;
  readonly costsReadiness: boolean;
  readonly isLate: boolean;
}

function eventOf(state: AlertState, was: AlertState | null, { wanted, costsReadiness, isLate }: Reasons): AlertEventCode {
  const events: { readonly [S in AlertState]: AlertEventCode } = {
    due: was === 'withdrawn' ? 'revived' : was !== 'snoozed' ? 'due' : costsReadiness ? 'snooze-broken' : 'snooze-over',
    // Nothing is more urgent than the last step, so it was passed over for another reason.
    'passed-over': isLate ? 'too-late' : 'passed-over',
    withdrawn: wanted ? 'left-ladder' : 'withdrawn',
    snoozed: 'snoozed',
    sent: 'sent',
    acknowledged: 'acknowledged',
    failed: 'failed',
  };
  return events[state];
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
