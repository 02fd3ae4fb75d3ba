import fc from 'fast-check';
import { formatCount, formatDay, formatDaysLeft, formatDistance, formatSince, formatSize, languages } from './index.js';

describe('A day', () => {
  it.each([
    ['2025-06-30', 'full', 'Mon 30 Jun 2025', '2025年6月30日 周一'],
    ['2026-11-23', 'full', 'Mon 23 Nov 2026', '2026年11月23日 周一'],
    ['2024-02-29', 'full', 'Thu 29 Feb 2024', '2024年2月29日 周四'],
    ['2000-01-01', 'full', 'Sat 1 Jan 2000', '2000年1月1日 周六'],
    ['1900-01-01', 'full', 'Mon 1 Jan 1900', '1900年1月1日 周一'],
    ['2199-12-31', 'full', 'Tue 31 Dec 2199', '2199年12月31日 周二'],
    ['2026-12-12', 'plain', '12 Dec 2026', '2026年12月12日'],
    ['2026-12-12', 'short', '12 Dec', '12月12日'],
    ['2026-12-12', 'short-weekday', 'Sat 12 Dec', '12月12日 周六'],
    ['2026-12-12', 'month', 'Dec 2026', '2026年12月'],
  ] as const)('%s, %s, reads "%s" and 「%s」', (day, style, en, zh) => {
    expect(formatDay(day, 'en', style)).toBe(en);
    expect(formatDay(day, 'zh', style)).toBe(zh);
  });

  it('has the weekday of the calendar, whatever the zone of the machine', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 }), (number) => {
        const date = new Date(number * 86_400_000);
        const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }).format(date);
        expect(formatDay(date.toISOString().slice(0, 10), 'en', 'full').slice(0, 3)).toBe(weekday);
      }),
    );
  });

  it('that is none comes back as it was written', () => {
    for (const text of ['', 'open', '2026-13-01', '2026-1-1']) expect(formatDay(text, 'en', 'full')).toBe(text);
  });
});

describe('Time to go', () => {
  it.each([
    [12, 'in 12 days', '12 天后'],
    [1, 'tomorrow', '明天'],
    [0, 'today', '今天'],
    [-1, 'yesterday', '昨天'],
    [-2, '2 days ago', '2 天前'],
    [1240, 'in 1,240 days', '1,240 天后'],
  ])('%i days reads "%s" and 「%s」', (days, en, zh) => {
    expect(formatDistance(days, 'en')).toBe(en);
    expect(formatDistance(days, 'zh')).toBe(zh);
  });

  it.each([
    [18, '18 days left', '还有 18 天'],
    [1, '1 day left', '还有 1 天'],
    [0, 'last day', '最后一天'],
    [-3, '3 days ago', '3 天前'],
  ])('%i days left reads "%s" and 「%s」', (days, en, zh) => {
    expect(formatDaysLeft(days, 'en')).toBe(en);
    expect(formatDaysLeft(days, 'zh')).toBe(zh);
  });

  it('is said from when on', () => {
    expect(formatSince('2026-11-21', 'en', 'short-weekday')).toBe('since Sat 21 Nov');
    expect(formatSince('2026-11-21', 'zh', 'short-weekday')).toBe('自 11月21日 周六起');
    expect(formatSince('2026-11-21', 'zh')).toBe('自 2026年11月21日起');
  });
});

describe('A number', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1240, '1,240'],
    [10_000, '10,000'],
    [-1234567.25, '-1,234,567.25'],
    [0.5, '0.5'],
  ])('%d reads %s', (value, text) => {
    expect(formatCount(value)).toBe(text);
  });

  it('of bytes is written as a size', () => {
    expect(formatSize(256 * 1024 ** 2)).toBe('256 MB');
    expect(formatSize(1_500)).toBe('1.5 kB');
  });

  it('is the same in every language', () => {
    expect(languages.map((language) => formatDistance(1_000_000, language).match(/[\d,]+/)?.[0])).toEqual(['1,000,000', '1,000,000']);
  });
});
