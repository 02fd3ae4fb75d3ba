import { usualLadder, type AlertState } from './alert-steps.js';
import { addDays, type Day } from './day.js';
import { forecastMails, type ForecastDay } from './mail-forecast.js';
import type { Reader, Rules } from './recipients.js';
import { day } from './testing.js';

const today = day('2026-11-23'); // a Monday
const all: Rules = { mail: true, kinds: ['study-expiry', 'consent-end'], earliest: 730, losses: true };
const owen: Reader = { id: 'owen', role: 'contributor', email: 'owen@example.com', rules: all };
const mia: Reader = { id: 'mia', role: 'manager', email: 'mia@example.com', rules: all };
const people = [owen, mia];

const expiry = (days: number, more: Partial<ForecastDay> = {}): ForecastDay => ({
  kind: 'study-expiry',
  subject: 's1',
  day: addDays(today, days),
  owner: owen.email,
  followers: [],
  rows: [],
  broughtInOn: null,
  snoozedUntil: null,
  costsReadiness: false,
  ...more,
});
const rows = (...told: (readonly [number, AlertState])[]) => told.map(([step, state]) => ({ step, state }));
const forecast = (reader: Reader, ...warned: ForecastDay[]) => forecastMails({ reader, people, ladder: usualLadder, today }, warned);
const daysOf = (reader: Reader, ...warned: ForecastDay[]): (readonly [Day, number, number])[] =>
  forecast(reader, ...warned).days.map((one) => [one.day, one.alerts, one.losses]);

test('one mail for each step ahead, on weekends none but the last', () => {
  // Expires on a Sunday; 60, 30, 14 and 7 days before are a Wednesday, a Friday, a Sunday and a Sunday.
  const answer = forecast(owen, expiry(83, { rows: rows([90, 'sent']) }));
  const days = ['2026-12-16', '2027-01-15', '2027-02-01', '2027-02-08', '2027-02-14'];
  expect(answer.days.map((one) => one.day)).toEqual(days);
  expect(answer).toMatchObject({ from: '2026-11-23', to: '2027-11-23', losses: 0 });
});

test('what is due now goes out today, or tells that it already has', () => {
  expect(daysOf(owen, expiry(7))).toEqual([
    ['2026-11-23', 1, 0],
    ['2026-11-30', 1, 0],
  ]);
  const told = rows([7, 'sent'], [14, 'sent'], [30, 'acknowledged'], [60, 'passed-over'], [90, 'passed-over']);
  expect(daysOf(owen, expiry(7, { rows: told }))).toEqual([['2026-11-30', 1, 0]]);
});

test('a mail that failed is one still to come', () => {
  expect(daysOf(owen, expiry(0, { rows: rows([0, 'failed'], [7, 'sent']) }))).toEqual([['2026-11-23', 1, 0]]);
});

test('alerts of one day are one digest', () => {
  expect(daysOf(owen, expiry(0), expiry(0, { subject: 's2' }))).toEqual([['2026-11-23', 2, 0]]);
  expect(forecast(owen, expiry(0), expiry(0, { subject: 's2' })).digests).toBe(1);
});

test('a loss goes to the managers by its own mail, on the day itself', () => {
  const loss = expiry(90 - 2, { costsReadiness: true, rows: rows([90, 'acknowledged']) });
  // 60, 30, 14, 7 and 0 days before: a Monday, a Wednesday, a Friday, a Friday, a Friday
  expect(forecast(mia, loss)).toMatchObject({ digests: 0, losses: 5 });
  expect(forecast(owen, loss)).toMatchObject({ digests: 5, losses: 0 });
  expect(forecast({ ...mia, rules: { ...all, losses: false } }, loss)).toMatchObject({ digests: 0, losses: 0 });
});

test('rules that are tried count instead of those that hold', () => {
  const later = { ...owen, rules: { ...all, earliest: 7 } };
  expect(daysOf(later, expiry(14))).toEqual([
    ['2026-11-30', 1, 0],
    ['2026-12-07', 1, 0],
  ]);
  expect(daysOf({ ...owen, rules: { ...all, kinds: [] } }, expiry(14))).toEqual([]);
  expect(daysOf({ ...owen, rules: { ...all, mail: false } }, expiry(14))).toEqual([]);
});

test('a snooze holds its steps until its day, and then one goes out', () => {
  const snoozed = expiry(14, { snoozedUntil: addDays(today, 9), rows: rows([14, 'snoozed'], [30, 'sent']) });
  expect(daysOf(owen, snoozed)).toEqual([
    ['2026-12-02', 1, 0],
    ['2026-12-07', 1, 0],
  ]);
});

test('a step that waits for Monday gives way to the last step on Sunday', () => {
  // Expires on Sunday the 29th; a ladder of 1 and 0 days.
  const answer = forecastMails({ reader: owen, people, ladder: [1, 0].map((days) => ({ days, since: null })), today }, [expiry(6)]);
  expect(answer.days).toEqual([{ day: '2026-11-29', alerts: 1, losses: 0 }]);
});

test('nothing of what lies beyond 12 months, of others, or of what was settled', () => {
  expect(daysOf(owen, expiry(460))).toEqual([]);
  expect(daysOf(mia, expiry(14))).toEqual([]);
  expect(daysOf(owen, expiry(-20, { rows: rows([0, 'sent']) }))).toEqual([]);
  expect(daysOf(owen, expiry(-20, { broughtInOn: today }))).toEqual([]);
});
