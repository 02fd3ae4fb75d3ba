import type { Day } from '@caseboard/domain';
import { Clock } from './clock.js';
import { readConfig } from './config.js';

it.each([
  ['2026-11-22T23:30:00Z', 'Asia/Shanghai', '2026-11-23'],
  ['2026-11-22T23:30:00Z', 'America/Los_Angeles', '2026-11-22'],
  ['2026-01-01T00:30:00Z', 'America/New_York', '2025-12-31'],
  ['2026-03-29T01:30:00Z', 'Europe/Berlin', '2026-03-29'],
])('at %s it is in %s the day %s', (instant, timeZone, day) => {
  const clock = new Clock(readConfig({}));
  clock.now = () => new Date(instant);
  expect([clock.today(timeZone), clock.todayIsFixed]).toEqual([day, false]);
});

it('a fixed day is the day in every time zone, and time itself goes on', () => {
  const clock = new Clock(readConfig({ CASEBOARD_TODAY: '2026-11-22' }));
  expect([clock.today('Asia/Shanghai'), clock.today('UTC'), clock.todayIsFixed]).toEqual(['2026-11-22', '2026-11-22', true]);
  expect(clock.now().getTime()).toBeGreaterThan(Date.UTC(2025, 0, 1));
});

it.each([
  ['2026-03-28', 'Europe/Berlin', '2026-03-28T07:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-29T06:00:00.000Z'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-25T07:00:00.000Z'],
  ['2026-11-01', 'America/New_York', '2026-11-01T13:00:00.000Z'],
  ['2026-12-10', 'Asia/Shanghai', '2026-12-10T00:00:00.000Z'],
])('eight in the morning of %s in %s is %s', (day, timeZone, instant) => {
  const clock = new Clock(readConfig({}));
  const morning = clock.instantOf(day as Day, 8, timeZone);
  expect(morning.toISOString()).toBe(instant);
  clock.now = () => morning;
  expect(clock.hour(timeZone)).toBe(8);
});
