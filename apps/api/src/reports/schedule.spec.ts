import { day } from '@caseboard/domain/testing';
import { dueOn, nextOn, startOfQuarter, type ReportSchedule } from './schedule.js';

const since = day('2026-01-15');
const monthly: ReportSchedule = { cadence: 'monthly', since, boardDays: [] };
const quarterly: ReportSchedule = { cadence: 'quarterly', since, boardDays: [] };
const boards: ReportSchedule = { cadence: 'never', since: null, boardDays: [day('2026-03-10'), day('2026-06-09')] };
const all: ReportSchedule = { ...quarterly, boardDays: boards.boardDays };
const never: ReportSchedule = { cadence: 'never', since: null, boardDays: [] };

describe('the report that is due', () => {
  it.each([
    ['never', never, null, '2026-04-01', null],
    ['on the first of a month', monthly, null, '2026-02-01', '2026-02-01'],
    ['once', monthly, '2026-02-01', '2026-02-01', null],
    ['after an outage', monthly, '2026-02-01', '2026-03-17', '2026-03-01'],
    ['not for what had begun before the cadence was chosen', monthly, null, '2026-01-20', null],
    ['on the first of a quarter', quarterly, null, '2026-04-01', '2026-04-01'],
    ['not in the middle of one', quarterly, '2026-04-01', '2026-05-01', null],
    ['a day before a board', boards, null, '2026-03-09', '2026-03-09'],
    ['on the day of the board, if the day before was missed', boards, null, '2026-03-10', '2026-03-09'],
    ['not after it', boards, null, '2026-03-11', null],
    ['for the latest of several', all, '2026-04-01', '2026-06-08', '2026-06-08'],
    ['not for an earlier day than the last one', all, '2026-06-08', '2026-06-20', null],
  ])('%s', (_, schedule, last, today, due) => {
    expect(dueOn(schedule, last === null ? null : day(last), day(today))).toBe(due);
  });
});

describe('the next report', () => {
  it.each([
    ['never', never, null, '2026-04-01', null],
    ['next month', monthly, '2026-02-01', '2026-02-01', '2026-03-01'],
    ['today, as long as it is due', monthly, null, '2026-02-02', '2026-02-02'],
    ['next quarter, across the year', quarterly, '2026-10-01', '2026-11-23', '2027-01-01'],
    ['before the next board', boards, '2026-03-09', '2026-03-10', '2026-06-08'],
    ['none after the last board', boards, '2026-06-08', '2026-06-09', null],
    ['whichever comes first', all, '2026-04-01', '2026-04-02', '2026-06-08'],
  ])('%s', (_, schedule, last, today, next) => {
    expect(nextOn(schedule, last === null ? null : day(last), day(today))).toBe(next);
  });
});

it.each([
  ['2026-01-01', 0, '2026-01-01'],
  ['2026-03-31', 0, '2026-01-01'],
  ['2026-12-31', 0, '2026-10-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-02-10', -1, '2025-10-01'],
])('the quarter of %s, %i later, begins on %s', (of, later, start) => {
  expect(startOfQuarter(day(of), later)).toBe(start);
});
