/**
 * Calendar days as strings `YYYY-MM-DD`, as the API sends them: arithmetic and reading what people type. Days carry
 * no zone, so they are counted in UTC throughout.
 */
export interface DayParts {
  year: number;
  month: number;
  day: number;
}

const milliseconds = 86_400_000;

export function partsOf(day: string): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

export function dayOf({ year, month, day }: DayParts): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  const { year, month, day: date } = partsOf(day);
  return Date.UTC(year, month - 1, date) / milliseconds;
}

export function addDays(day: string, days: number): string {
  const number = dayNumber(day) + days;
  // Civil-from-days by way of UTC: exact, without a time zone.
  const iso = isoFromUtc(number * milliseconds);
  return iso.slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Where a day lies between two others, from 0 to 1; days outside lie on the edge. */
export function placeBetween(from: string, to: string): (day: string) => number {
  const length = daysBetween(from, to);
  return (day) => Math.min(1, Math.max(0, daysBetween(from, day) / length));
}

/** The same date some months on, or the last of a shorter month. */
export function addMonths(day: string, months: number): string {
  const { year, month, day: date } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return dayOf({ ...target, day: Math.min(date, daysInMonth(target.year, target.month)) });
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Monday is 0. */
export function weekday(day: string): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}

export type DayReading =
  | { ok: true; day: string }
  | { ok: false; reason: 'not-a-day' | 'out-of-range' }
  | { ok: false; reason: 'no-such-day'; year: number; month: number; days: number }
  | { ok: false; reason: 'two-readings'; readings: readonly [string, string] };

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a day as people write it: 2025-06-30, 30 Jun 2025, June 30, 2025, 2025/6/30, 2025年6月30日, 2025.06.30. A form
 * with two readings (03/04/2026) is not guessed: both are given back.
 */
export function readDay(typed: string): DayReading {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const iso = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return checked(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const named = readNamed(text);
  if (named) return named;
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (!numbers) return { ok: false, reason: 'not-a-day' };
  return readTwoWays(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]));
}

function readNamed(text: string): DayReading | null {
  const plain = text.replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[ ,.]+/, '').replace(/[,.]/g, ' ');
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})[\s-]+(\d{4})$/.exec(plain);
  const monthFirst = /^([a-z]{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?\s+(\d{4})$/.exec(plain);
  const name = dayFirst?.[2] ?? monthFirst?.[1];
  const month = name ? monthNames.indexOf(name.slice(0, 3)) + 1 : 0;
  if (!month) return null;
  return checked(Number(dayFirst?.[3] ?? monthFirst?.[3]), month, Number(dayFirst?.[1] ?? monthFirst?.[2]));
}

function readTwoWays(first: number, second: number, year: number): DayReading {
  const dayFirst = checked(year, second, first);
  const monthFirst = checked(year, first, second);
  if (dayFirst.ok && monthFirst.ok && dayFirst.day !== monthFirst.day)
    return { ok: false, reason: 'two-readings', readings: [dayFirst.day, monthFirst.day] };
  return dayFirst.ok ? dayFirst : monthFirst;
}

function checked(year: number, month: number, day: number): DayReading {
  if (month < 1 || month > 12 || day < 1 || day > 31) return { ok: false, reason: 'not-a-day' };
  const days = daysInMonth(year, month);
  if (day > days) return { ok: false, reason: 'no-such-day', year, month, days };
  if (year < 1900 || year > 2199) return { ok: false, reason: 'out-of-range' };
  return { ok: true, day: dayOf({ year, month, day }) };
}

function isoFromUtc(time: number): string {
  let days = Math.floor(time / milliseconds) + 719_468;
  const era = Math.floor(days / 146_097);
  days -= era * 146_097;
  const yearOfEra = Math.floor((days - Math.floor(days / 1460) + Math.floor(days / 36_524) - Math.floor(days / 146_096)) / 365);
  const dayOfYear = days - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return dayOf({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 });
}
