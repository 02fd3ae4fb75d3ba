/**
 * A business date: a calendar day `YYYY-MM-DD` without time or zone (rules 1.1). Days are strings so that `<`
 * orders them, and branded so that only {@link parseDay} and the arithmetic of this file make one.
 */
export type Day = string & { readonly __brand: 'Day' };

/** The days an answer may be asked for (rules 1.6), both included. */
export const firstAsOf = '2000-01-01' as Day;
export const lastAsOf = '2099-12-31' as Day;

const written = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day written as `YYYY-MM-DD`, or `null` where the calendar has no such day (rules 1.1). */
export function parseDay(text: string): Day | null {
  const parts = written.exec(text);
  if (!parts) return null;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return null;
  return text as Day;
}

/** Whether the text is a day of the calendar (rules 1.1). */
export function isDay(text: string): text is Day {
  return parseDay(text) !== null;
}

/** Whether an answer may be asked for that day (rules 1.6). */
export function isAsOf(day: Day): boolean {
  return firstAsOf <= day && day <= lastAsOf;
}

/** The same day of the month `months` later, or the last day of a shorter month (rules 1.3). */
export function addMonths(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return write(year, month, Math.min(Number(day.slice(8, 10)), daysIn(year, month)));
}

/** The day `days` later (earlier where negative). */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** Whole days from one day to another; negative where `to` is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The first day of the month of `from` and of the months after it, `count` in all: the ticks of a chart. */
export function monthStarts(from: Day, count: number): Day[] {
  const first = `${from.slice(0, 8)}01` as Day;
  return Array.from({ length: count }, (_, n) => addMonths(first, n));
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar: what bulk answers compare instead of strings. */
export function dayNumber(day: Day): number {
  const month = Number(day.slice(5, 7));
  // The year is taken to begin in March, so that the leap day is its last one.
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The day with that number; the inverse of {@link dayNumber}. */
export function dayOfNumber(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  return write(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * march + 2) / 5) + 1);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function write(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day;
}
