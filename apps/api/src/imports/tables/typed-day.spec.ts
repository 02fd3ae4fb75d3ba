import { readTypedDay } from './typed-day.js';

describe('A day as people type it', () => {
  it.each([
    ['2025-06-30', '2025-06-30'],
    ['2025/6/30', '2025-06-30'],
    ['2025.6.30', '2025-06-30'],
    ['2025年6月30日', '2025-06-30'],
    ['2025 年 6 月 30 日', '2025-06-30'],
    ['２０２５年６月３０日', '2025-06-30'],
    ['30 Jun 2025', '2025-06-30'],
    ['30-June-2025', '2025-06-30'],
    ['1st Sept 2025', '2025-09-01'],
    ['Jun 30, 2025', '2025-06-30'],
    ['June 30 2025', '2025-06-30'],
    ['30.06.2025', '2025-06-30'],
    ['13/04/2025', '2025-04-13'],
    ['04/13/2025', '2025-04-13'],
    ['05/05/2025', '2025-05-05'],
    ['2025-06-30 00:00:00', '2025-06-30'],
    ['2025-06-30T08:15:00Z', '2025-06-30'],
    [' 2025-06-30 ', '2025-06-30'],
  ])('%s is %s', (typed, day) => {
    expect(readTypedDay(typed)).toEqual({ day });
  });

  it('does not ask whether the day exists: that is told of the day as written', () => {
    expect(readTypedDay('2026-02-30')).toEqual({ day: '2026-02-30' });
  });

  it('is ambiguous where day and month may be exchanged, with both readings', () => {
    expect(readTypedDay('03/04/2025')).toEqual({ ambiguous: ['2025-04-03', '2025-03-04'] });
    expect(readTypedDay('3.4.2025')).toEqual({ ambiguous: ['2025-04-03', '2025-03-04'] });
  });

  it('is read as the import says when it says so', () => {
    expect(readTypedDay('03/04/2025', 'day-first')).toEqual({ day: '2025-04-03' });
    expect(readTypedDay('03/04/2025', 'month-first')).toEqual({ day: '2025-03-04' });
    expect(readTypedDay('13/04/2025', 'month-first')).toEqual({ day: '2025-04-13' });
  });

  it.each(['soon', '30/06/25', '2025-06', '45838', '2025-06-30 or later', '30 Foo 2025', '20250630', '.'])('%s is none', (typed) => {
    expect(readTypedDay(typed)).toEqual({ noDay: true });
  });
});
