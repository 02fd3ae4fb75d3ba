import fc from 'fast-check';
import { addDays, addMonths, dayNumber, dayOfNumber, daysBetween, isAsOf, monthStarts, parseDay, type Day } from './day.js';
import { day } from './testing.js';

const someDay = fc.integer({ min: dayNumber(day('1900-01-01')), max: dayNumber(day('2249-12-31')) }).map(dayOfNumber);

test.each([
  '2025-02-30',
  '2025-02-29',
  '1900-02-29',
  '2025-13-01',
  '2025-00-10',
  '2025-04-31',
  '2025-1-01',
  '2025-01-01T00:00',
  ' 2025-01-01',
  '',
  '20250101',
])('refuses %p, which is no day of the calendar', (text) => {
  expect(parseDay(text)).toBeNull();
});

test.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('takes %s as a day', (text) => {
  expect(parseDay(text)).toBe(text);
});

test.each([
  ['2024-08-31', 18, '2026-02-28'],
  ['2022-08-31', 18, '2024-02-29'],
  ['2025-05-22', 18, '2026-11-22'],
  ['2024-02-29', 18, '2025-08-29'],
  ['2025-12-31', 14, '2027-02-28'],
  ['2025-12-31', 0, '2025-12-31'],
  ['2025-03-31', -1, '2025-02-28'],
  ['2025-01-15', -13, '2023-12-15'],
  ['1999-12-31', 600, '2049-12-31'],
])('%s and %d months is %s: the day of the month, or the last one of a shorter month', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to);
});

test.each([
  ['1999-12-31', false],
  ['2000-01-01', true],
  ['2099-12-31', true],
  ['2100-01-01', false],
])('whether an answer may be asked for %s: %p', (text, accepted) => {
  expect(isAsOf(day(text))).toBe(accepted);
});

test('days number on without a gap from 1900 to 2250, as the calendar of the machine counts them', () => {
  let text = day('1900-01-01');
  const end = day('2250-01-01');
  for (let n = dayNumber(text); text < end; n++) {
    if (dayNumber(text) !== n || Date.parse(`${text}T00:00:00Z`) !== n * 86_400_000) throw new Error(text);
    text = addDays(text, 1);
  }
});

test('a number goes to its day and back', () => {
  fc.assert(fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (n) => dayNumber(dayOfNumber(n)) === n));
});

test('a later day is a greater text, and the days between two of them lead from one to the other', () => {
  fc.assert(
    fc.property(someDay, someDay, (a: Day, b: Day) => {
      expect(a < b).toBe(daysBetween(a, b) > 0);
      expect(addDays(a, daysBetween(a, b))).toBe(b);
    }),
  );
});

test('months never lead past the end of the month they lead to', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -600, max: 600 }), (from, months) => {
      const to = addMonths(from, months);
      const count = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
      expect(parseDay(to)).toBe(to);
      expect(count(to) - count(from)).toBe(months);
      expect(to.slice(8) <= from.slice(8)).toBe(true);
    }),
  );
});

test('the months of a chart begin with the month of the first day', () => {
  expect(monthStarts(day('2026-11-22'), 3)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
});
