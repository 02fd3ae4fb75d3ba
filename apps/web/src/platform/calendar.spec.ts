import fc from 'fast-check';
import { addDays, addMonths, dayNumber, daysBetween, partsOf, readDay, weekday } from './calendar';

it.each([
  ['2025-06-30', '2025-06-30'],
  ['2025-6-3', '2025-06-03'],
  ['2025/6/30', '2025-06-30'],
  ['2025.06.30', '2025-06-30'],
  ['20250630', '2025-06-30'],
  ['30 Jun 2025', '2025-06-30'],
  ['30 june 2025', '2025-06-30'],
  ['Mon 30 Jun 2025', '2025-06-30'],
  ['30-Jun-2025', '2025-06-30'],
  ['June 30, 2025', '2025-06-30'],
  ['1st Mar 2027', '2027-03-01'],
  ['2025年6月30日', '2025-06-30'],
  ['２０２５年６月３０日', '2025-06-30'],
  ['31/12/2026', '2026-12-31'],
  ['12/31/2026', '2026-12-31'],
  ['05/05/2026', '2026-05-05'],
  ['29 Feb 2028', '2028-02-29'],
])('reads %s as %s', (typed, day) => {
  expect(readDay(typed)).toEqual({ ok: true, day });
});

it.each([
  ['30 Feb 2026', { ok: false, reason: 'no-such-day', year: 2026, month: 2, days: 28 }],
  ['2025-06-31', { ok: false, reason: 'no-such-day', year: 2025, month: 6, days: 30 }],
  ['03/04/2026', { ok: false, reason: 'two-readings', readings: ['2026-04-03', '2026-03-04'] }],
  ['2026-13-01', { ok: false, reason: 'not-a-day' }],
  ['soon', { ok: false, reason: 'not-a-day' }],
  ['30 Foo 2025', { ok: false, reason: 'not-a-day' }],
  ['12', { ok: false, reason: 'not-a-day' }],
])('does not guess %s', (typed, reading) => {
  expect(readDay(typed)).toEqual(reading);
});

it.each([
  ['2024-08-31', 18, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-11-23', 2, '2027-01-23'],
  ['2026-01-31', -1, '2025-12-31'],
])('%s and %i months is %s', (day, months, then) => {
  expect(addMonths(day, months)).toBe(then);
});

it('knows that 23 November 2026 is a Monday', () => {
  expect(weekday('2026-11-23')).toBe(0);
});

it('days added and taken away lead back, and every day reads as itself', () => {
  const anyDay = fc.integer({ min: dayNumber('1970-01-01'), max: dayNumber('2199-12-31') }).map((number) => addDays('1970-01-01', number));
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
      expect(addDays(addDays(day, days), -days)).toBe(day);
      expect(daysBetween(day, addDays(day, days))).toBe(days);
      expect(readDay(day)).toEqual({ ok: true, day });
      expect(partsOf(day).month).toBeGreaterThanOrEqual(1);
    }),
  );
});
