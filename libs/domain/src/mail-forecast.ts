/** The mails that rules would send one reader, with nothing changed: shown before the rules are saved (rules 8.2, 8.4). */
import { decideSteps, nextStepDay, type AlertState, type LadderStep, type StepRow } from './alert-steps.js';
import { addDays, addMonths, type Day } from './day.js';
import { mayGoOut, nextWorkingDay } from './mail-days.js';
import { recipientsOf, type Reader } from './recipients.js';
import type { WarnedDay } from './warned-days.js';

/** A warned day, whom it concerns and what there is of its steps. */
export interface ForecastDay extends WarnedDay {
  readonly owner: string | null;
  readonly followers: readonly string[];
  readonly rows: readonly StepRow[];
  readonly broughtInOn: Day | null;
  readonly snoozedUntil: Day | null;
  readonly costsReadiness: boolean;
}

export interface ForecastQuestion {
  /** With the rules to be tried; among `people` this one stands for the person of the same id. */
  readonly reader: Reader;
  readonly people: readonly Reader[];
  readonly ladder: readonly LadderStep[];
  readonly today: Day;
}

/** A day with a digest of so many alerts, or a mail on so many losses. */
export interface MailDay {
  readonly day: Day;
  readonly alerts: number;
  readonly losses: number;
}

export interface MailForecast {
  readonly from: Day;
  /** Not included. */
  readonly to: Day;
  readonly digests: number;
  readonly losses: number;
  readonly days: readonly MailDay[];
}

/** The mails of the 12 months that begin today, each told step acknowledged, so that none calls the managers. */
export function forecastMails({ reader, people, ladder, today }: ForecastQuestion, warned: Iterable<ForecastDay>): MailForecast {
  const readers = people.map((person) => (person.id === reader.id ? reader : person));
  const to = addMonths(today, 12);
  const counts = new Map<Day, { alerts: number; losses: number }>();
  for (const one of warned) {
    if (channelOf(one, 0, reader, readers) === null) continue;
    for (const { step, day } of goingOut(one, ladder, today, to)) {
      const channel = channelOf(one, step, reader, readers);
      if (channel === null) continue;
      const count = counts.get(day) ?? { alerts: 0, losses: 0 };
      count[channel]++;
      counts.set(day, count);
    }
  }
  const days = [...counts].map(([day, count]) => ({ day, ...count })).sort((a, b) => (a.day < b.day ? -1 : 1));
  const having = (channel: 'alerts' | 'losses'): number => days.filter((day) => day[channel] > 0).length;
  return { from: today, to, digests: having('alerts'), losses: having('losses'), days };
}

/** How the reader is told of the step; who is not told of step 0 is told of none. */
function channelOf(warned: ForecastDay, step: number, { id }: Reader, readers: readonly Reader[]): 'alerts' | 'losses' | null {
  const { digest, loss } = recipientsOf({ ...warned, step, callsManagers: false }, readers);
  return loss.includes(id) ? 'losses' : digest.includes(id) ? 'alerts' : null;
}

/** The steps of one day that go out, and when: asked of the rules on each day on which anything can change. */
function goingOut(warned: ForecastDay, ladder: readonly LadderStep[], today: Day, to: Day): { step: number; day: Day }[] {
  const states = new Map(warned.rows.map(({ step, state }) => [step, state]));
  const out: { step: number; day: Day }[] = [];
  for (let day: Day | null = today; day !== null && day < to; day = nextDay(warned, ladder, states, day)) {
    const rows = [...states].map(([step, state]) => ({ step, state }));
    for (const { step, state } of decideSteps({ ...warned, today: day, ladder, rows, wanted: true })) states.set(step, state);
    for (const [step, state] of states) {
      if (!isWaiting(state) || !mayGoOut(day, { step, costsReadiness: warned.costsReadiness })) continue;
      states.set(step, 'acknowledged');
      out.push({ step, day });
    }
  }
  return out;
}

function nextDay(warned: ForecastDay, ladder: readonly LadderStep[], states: ReadonlyMap<number, AlertState>, day: Day): Day | null {
  const { snoozedUntil } = warned;
  const days = [nextStepDay(warned.day, ladder, day), snoozedUntil !== null && snoozedUntil > day ? snoozedUntil : null];
  if ([...states.values()].some(isWaiting)) days.push(nextWorkingDay(addDays(day, 1)));
  return days.filter((next) => next !== null).sort()[0] ?? null;
}

const isWaiting = (state: AlertState): boolean => state === 'due' || state === 'failed';
