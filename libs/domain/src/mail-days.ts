/** Days on which mails go out, and working days to count back over (rules 8.4). Holidays are not known: Monday to Friday. */
import { dayNumber, dayOfNumber, type Day } from './day.js';

/** Monday to Friday. */
export function isWorkingDay(day: Day): boolean {
  return isWorking(dayNumber(day));
}

/** The day itself, or the Monday after a weekend. */
export function nextWorkingDay(day: Day): Day {
  let number = dayNumber(day);
  while (!isWorking(number)) number++;
  return dayOfNumber(number);
}

/** The latest day from which on `count` working days are left before the day; the day itself for 0. */
export function workingDaysBefore(day: Day, count: number): Day {
  let number = dayNumber(day);
  for (let left = count; left > 0;) if (isWorking(--number)) left--;
  return dayOfNumber(number);
}

/** Whether a digest of that day may carry the alert: working days carry all, other days the last step and losses (rules 8.4). */
export function mayGoOut(today: Day, alert: { readonly step: number; readonly costsReadiness: boolean }): boolean {
  return alert.step === 0 || alert.costsReadiness || isWorkingDay(today);
}

/** The last day to begin work of so many points, so that it is done before the loss. */
export function startBy(loss: Day, effort: number, daysPerPoint: number): Day {
  return workingDaysBefore(loss, Math.ceil(effort * daysPerPoint));
}

/** Day 0, 1970-01-01, was a Thursday: Monday is 0 here, Saturday 5. */
function isWorking(number: number): boolean {
  return (((number + 3) % 7) + 7) % 7 < 5;
}
