import type { Day } from '@caseboard/domain';
import { formatCount } from './count.js';
import type { Language } from './language.js';

/**
 * How a day is written.
 * `full`: Mon 30 Jun 2025 · 2025年6月30日 周一; `plain`: 30 Jun 2025 · 2025年6月30日; `short`: 30 Jun · 6月30日;
 * `short-weekday`: Mon 30 Jun · 6月30日 周一; `month`: Jun 2025 · 2025年6月.
 */
export type DayStyle = 'full' | 'plain' | 'short' | 'short-weekday' | 'month';

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const weekdays: { readonly [L in Language]: readonly string[] } = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
};

interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly weekday: string;
}

const patterns: { readonly [L in Language]: { readonly [S in DayStyle]: (day: DayParts) => string } } = {
  en: {
    full: ({ year, month, date, weekday }) => `${weekday} ${date} ${monthsEn[month - 1]} ${year}`,
    plain: ({ year, month, date }) => `${date} ${monthsEn[month - 1]} ${year}`,
    short: ({ month, date }) => `${date} ${monthsEn[month - 1]}`,
    'short-weekday': ({ month, date, weekday }) => `${weekday} ${date} ${monthsEn[month - 1]}`,
    month: ({ year, month }) => `${monthsEn[month - 1]} ${year}`,
  },
  zh: {
    full: ({ year, month, date, weekday }) => `${year}年${month}月${date}日 ${weekday}`,
    plain: ({ year, month, date }) => `${year}年${month}月${date}日`,
    short: ({ month, date }) => `${month}月${date}日`,
    'short-weekday': ({ month, date, weekday }) => `${month}月${date}日 ${weekday}`,
    month: ({ year, month }) => `${year}年${month}月`,
  },
};

/** Writes a calendar day, the same on every machine: no zone, no locale data. Anything that is no day comes back as it is. */
export function formatDay(day: Day | string, language: Language, style: DayStyle = 'plain'): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return day;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12) return day;
  const weekday = weekdays[language][weekdayOf(year, month, date)] ?? '';
  return patterns[language][style]({ year, month, date, weekday });
}

/** How far a day lies from today, in days: "in 12 days", "today", "2 days ago"; 「12 天后」、「今天」、「2 天前」. */
export function formatDistance(days: number, language: Language): string {
  const near = nearDays[language][days];
  if (near !== undefined) return near;
  const count = formatCount(Math.abs(days));
  if (language === 'zh') return days > 0 ? `${count} 天后` : `${count} 天前`;
  return days > 0 ? `in ${count} days` : `${count} days ago`;
}

const nearDays: { readonly [L in Language]: { readonly [days: number]: string } } = {
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
  zh: { [-1]: '昨天', 0: '今天', 1: '明天' },
};

/** What is left of a time: "18 days left", "last day"; 「还有 18 天」、「最后一天」. Days that are gone read as passed. */
export function formatDaysLeft(days: number, language: Language): string {
  if (days < 0) return formatDistance(days, language);
  if (days === 0) return language === 'zh' ? '最后一天' : 'last day';
  const count = formatCount(days);
  if (language === 'zh') return `还有 ${count} 天`;
  return days === 1 ? '1 day left' : `${count} days left`;
}

/** From when on: "since 21 Nov 2026"; 「自 2026年11月21日起」. */
export function formatSince(day: Day | string, language: Language, style: DayStyle = 'plain'): string {
  const written = formatDay(day, language, style);
  return language === 'en' ? `since ${written}` : `自 ${written}起`;
}

/** 0 is Sunday (Sakamoto's method, Gregorian calendar). */
function weekdayOf(year: number, month: number, date: number): number {
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + offset + date) % 7;
}
