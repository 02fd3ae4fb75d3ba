/** Which number of an ambiguous `03/04/2025` is the day; the import may say so. */
export type DayOrder = 'day-first' | 'month-first';

export type TypedDay = { readonly day: string } | { readonly ambiguous: readonly [string, string] } | { readonly noDay: true };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const longMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * Reads a day as people type it: `2025-06-30`, `2025/6/30`, `2025年6月30日`, `30 Jun 2025`, `Jun 30, 2025`,
 * `30.06.2025`. Whether the day exists is not asked here: `2026-02-30` is read as written. A time after it is dropped.
 */
export function readTypedDay(typed: string, order?: DayOrder): TypedDay {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?$/i, '');
  const yearFirst = /^(\d{4})\s*[-/.年\u2010-\u2015]\s*(\d{1,2})\s*[-/.月\u2010-\u2015]\s*(\d{1,2})\s*日?$/.exec(text);
  if (yearFirst) return written(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayMonth = /^(\d{1,2})(?:st|nd|rd|th)?[\s.,-]+([a-z]{3,9})[\s.,-]+(\d{4})$/i.exec(text);
  if (dayMonth) return written(dayMonth[3], monthOf(dayMonth[2]), dayMonth[1]);
  const monthDay = /^([a-z]{3,9})[\s.-]+(\d{1,2})(?:st|nd|rd|th)?[\s.,-]+(\d{4})$/i.exec(text);
  if (monthDay) return written(monthDay[3], monthOf(monthDay[1]), monthDay[2]);
  const yearLast = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text);
  return yearLast ? eitherOrder(yearLast[1] as string, yearLast[2] as string, yearLast[3] as string, order) : { noDay: true };
}

function eitherOrder(first: string, second: string, year: string, order?: DayOrder): TypedDay {
  if (order === 'day-first' || Number(first) > 12) return written(year, second, first);
  if (order === 'month-first' || Number(second) > 12) return written(year, first, second);
  if (Number(first) === Number(second)) return written(year, first, second);
  return { ambiguous: [iso(year, second, first), iso(year, first, second)] };
}

function written(year: string | undefined, month: string | undefined, day: string | undefined): TypedDay {
  return year && month && day ? { day: iso(year, month, day) } : { noDay: true };
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function monthOf(word: string | undefined): string | undefined {
  const lower = (word ?? '').toLowerCase();
  const at = lower.length === 3 || lower === 'sept' ? months.indexOf(lower.slice(0, 3)) : longMonths.indexOf(lower);
  return at < 0 ? undefined : String(at + 1);
}
