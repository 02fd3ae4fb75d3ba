import fc from 'fast-check';
import { addDays, dayNumber, dayOfNumber } from './day.js';
import { isWorkingDay, mayGoOut, nextWorkingDay, startBy, workingDaysBefore } from './mail-days.js';
import { day } from './testing.js';

const anyDay = fc.integer({ min: dayNumber(day('1960-01-01')), max: dayNumber(day('2099-12-31')) }).map(dayOfNumber);

test.each([
  ['2026-11-20', true, '2026-11-20'], // a Friday
  ['2026-11-21', false, '2026-11-23'],
  ['2026-11-22', false, '2026-11-23'],
  ['2026-11-23', true, '2026-11-23'],
  ['2024-02-29', true, '2024-02-29'], // a Thursday
  ['2026-02-28', false, '2026-03-02'],
  ['2027-01-02', false, '2027-01-04'],
  ['1969-12-28', false, '1969-12-29'],
])('%s is a working day: %s; mail waits until %s', (one, isWorking, next) => {
  expect(isWorkingDay(day(one))).toBe(isWorking);
  expect(nextWorkingDay(day(one))).toBe(next);
});

test('five days of each week are working days, in a row', () => {
  fc.assert(
    fc.property(anyDay, (one) => {
      const week = Array.from({ length: 7 }, (_, n) => addDays(one, n));
      expect(week.filter(isWorkingDay)).toHaveLength(5);
      expect(week.every((of) => isWorkingDay(of) === (new Date(`${of}T00:00:00Z`).getUTCDay() % 6 !== 0))).toBe(true);
    }),
  );
});

test.each([
  ['2026-11-23', 0, '2026-11-23'],
  ['2026-11-22', 0, '2026-11-22'],
  ['2026-11-23', 1, '2026-11-20'],
  ['2026-11-22', 1, '2026-11-20'],
  ['2026-11-27', 4, '2026-11-23'],
  ['2026-11-27', 5, '2026-11-20'],
  ['2026-03-02', 10, '2026-02-16'],
])('before %s there are %i working days from %s on', (one, count, begin) => {
  expect(workingDaysBefore(day(one), count)).toBe(begin);
});

test('it is the latest day with so many working days left', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (one, count) => {
      const begin = workingDaysBefore(one, count);
      const left = (from: typeof one): number => {
        let working = 0;
        for (let at = from; at < one; at = addDays(at, 1)) if (isWorkingDay(at)) working++;
        return working;
      };
      expect([left(begin), left(addDays(begin, 1))]).toEqual([count, count - 1]);
    }),
  );
});

test.each([
  [0, 2, '2026-11-27'],
  [2, 2, '2026-11-23'],
  [2.5, 1, '2026-11-24'],
  [3, 0, '2026-11-27'],
])('work of %d points at %d days each has to begin on %s', (effort, daysPerPoint, begin) => {
  expect(startBy(day('2026-11-27'), effort, daysPerPoint)).toBe(begin);
});

test.each([
  ['2026-11-20', 30, false, true],
  ['2026-11-21', 30, false, false],
  ['2026-11-22', 7, false, false],
  ['2026-11-22', 0, false, true],
  ['2026-11-22', 90, true, true],
])('on %s a digest carries step %i, costing a readiness %s: %s', (today, step, costsReadiness, goesOut) => {
  expect(mayGoOut(day(today), { step, costsReadiness })).toBe(goesOut);
});
