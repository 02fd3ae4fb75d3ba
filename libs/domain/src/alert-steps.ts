/** Which steps of a warned day are due, passed over, held or withdrawn (rules 8.1, 8.2, 8.6). */
import { addDays, type Day } from './day.js';

/** A step of the ladder: so many days before the day; it makes rows only where it falls due on `since` or later (rules 8.2). */
export interface LadderStep {
  readonly days: number;
  readonly since: Day | null;
}

/** The steps of rules 8.1. */
export const usualLadder: readonly LadderStep[] = [90, 60, 30, 14, 7, 0].map((days) => ({ days, since: null }));

export type AlertState = 'due' | 'sent' | 'passed-over' | 'snoozed' | 'acknowledged' | 'withdrawn' | 'failed';

export interface StepRow {
  /** Days before the day. */
  readonly step: number;
  readonly state: AlertState;
}

/** A day, and what there is of its steps. */
export interface StepQuestion {
  readonly day: Day;
  readonly today: Day;
  readonly ladder: readonly LadderStep[];
  /** One for each step at most. */
  readonly rows: readonly StepRow[];
  /** Whether the subject is still warned of this day. */
  readonly wanted: boolean;
  /** Local day of the activation or import that brought the day in; `null` when it was an edit or is not known. */
  readonly broughtInOn: Day | null;
  readonly snoozedUntil: Day | null;
  readonly costsReadiness: boolean;
}

/** Days after an expiry from which an activation or import raises no alert any more (rules 8.2). */
const graceDays = 7;

/**
 * What must become of the steps: only rows that change or are new. Of the steps that are due the smallest is the most
 * urgent and the only one to be sent; with the answer applied, the same question changes nothing (rules 8.2, 8.6).
 */
export function decideSteps(question: StepQuestion): StepRow[] {
  const states = new Map(question.rows.map(({ step, state }) => [step, state]));
  const decided = question.wanted ? [...leavingLadder(question), ...dueRows(question, states)] : withdrawn(question.rows);
  return decided.filter(({ step, state }) => states.get(step) !== state);
}

/** Whether the step takes the managers along: nobody acknowledged the latest one that was sent before it (rules 8.6). */
export function callsManagers(rows: readonly StepRow[], step: number): boolean {
  const told = rows.filter((row) => row.step > step && isTold(row.state)).sort((a, b) => a.step - b.step);
  return told[0]?.state === 'sent';
}

/** The next day on which a step falls due, after today; `null` when none is ahead. */
export function nextStepDay(day: Day, ladder: readonly LadderStep[], today: Day): Day | null {
  const ahead = ladder.map((step) => fallsDueOn(day, step)).filter((due) => due !== null && due > today);
  return ahead.sort()[0] ?? null;
}

/** The day on which the step falls due, or `null` where that was before the step stood in the ladder. */
function fallsDueOn(day: Day, { days, since }: LadderStep): Day | null {
  const due = addDays(day, -days);
  return since !== null && due < since ? null : due;
}

function leavingLadder({ rows, ladder }: StepQuestion): StepRow[] {
  const kept = new Set(ladder.map(({ days }) => days));
  return withdrawn(rows.filter(({ step }) => !kept.has(step)));
}

const withdrawn = (rows: readonly StepRow[]): StepRow[] =>
  rows.filter(({ state }) => isWaiting(state)).map(({ step }) => ({ step, state: 'withdrawn' }));

function dueRows(question: StepQuestion, states: ReadonlyMap<number, AlertState>): StepRow[] {
  const { day, today, ladder } = question;
  const due = ladder.filter((step) => isOn(fallsDueOn(day, step), today)).map(({ days }) => days);
  if (due.length === 0) return [];
  if (cameTooLate(question)) return due.filter((step) => step === 0 || isWaiting(states.get(step))).map((step) => passedOver(step, states));
  const mostUrgent = Math.min(...due);
  const isOvertaken = question.rows.some(({ step, state }) => step < mostUrgent && overtakes(step, state, question));
  return due.map((step) =>
    step === mostUrgent && !isOvertaken ? { step, state: urgentState(states.get(step), question) } : passedOver(step, states),
  );
}

const isOn = (due: Day | null, today: Day): boolean => due !== null && due <= today;

/** Activated or imported when long expired: no alert, whatever people were told before (rules 8.2). */
function cameTooLate({ day, broughtInOn }: StepQuestion): boolean {
  return broughtInOn !== null && broughtInOn > addDays(day, graceDays);
}

/**
 * A smaller step that was told, or that waits although today went back behind it, stands for the larger ones. One that
 * leaves the ladder waits no longer.
 */
function overtakes(step: number, state: AlertState, { ladder }: StepQuestion): boolean {
  return isTold(state) || (isWaiting(state) && ladder.some(({ days }) => days === step));
}

function urgentState(state: AlertState | undefined, { today, snoozedUntil, costsReadiness }: StepQuestion): AlertState {
  const isHeld = snoozedUntil !== null && snoozedUntil > today && !costsReadiness;
  if (state === undefined || state === 'withdrawn' || state === 'snoozed' || state === 'due') return isHeld ? 'snoozed' : 'due';
  return state;
}

function passedOver(step: number, states: ReadonlyMap<number, AlertState>): StepRow {
  const state = states.get(step);
  return { step, state: state !== undefined && isTold(state) ? state : 'passed-over' };
}

const isTold = (state: AlertState): boolean => state === 'sent' || state === 'acknowledged';
const isWaiting = (state: AlertState | undefined): boolean => state === 'due' || state === 'snoozed' || state === 'failed';
