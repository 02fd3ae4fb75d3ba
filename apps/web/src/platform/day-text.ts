import { formatDay, formatDistance } from '@caseboard/wording';
import { useMemo } from 'react';
import { daysBetween, partsOf } from './calendar';
import { instant, now } from './today';
import { useLanguage, type Language } from './words';

/** `full` Mon 30 Jun 2025 · `plain` 30 Jun 2025 · `short` 30 Jun · `week` Mon 30 Jun · `month` Jun ’25 · `bare-month` Jun · `long-month` June 2025. */
export type DayStyle = 'full' | 'plain' | 'short' | 'week' | 'month' | 'bare-month' | 'long-month';

const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
export const weekdays = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
} as const;

const styles: { [S in DayStyle]: (day: string, language: Language) => string } = {
  full: (day, language) => formatDay(day, language, 'full'),
  plain: (day, language) => formatDay(day, language, 'plain'),
  short: (day, language) => formatDay(day, language, 'short'),
  week: (day, language) => formatDay(day, language, 'short-weekday'),
  month: (day, language) =>
    language === 'zh' ? formatDay(day, language, 'month').slice(2) : formatDay(day, language, 'month').replace(/ \d\d/, ' ’'),
  'bare-month': (day, language) => styles.month(day, language).replace(/ ’\d\d$|^\d\d年/, ''),
  'long-month': (day, language) =>
    language === 'zh' ? formatDay(day, language, 'month') : `${longMonths[partsOf(day).month - 1]} ${partsOf(day).year}`,
};

/** A calendar day in words. */
export function dayText(day: string, language: Language, style: DayStyle = 'plain'): string {
  return styles[style](day, language);
}

/** "in 12 days", "today", "2 days ago"; "12 天后". */
export function distanceText(from: string, to: string, language: Language): string {
  return formatDistance(daysBetween(from, to), language);
}

/** When something happened: "3 min ago", later the day and hour. Takes an instant of the API, not a business day. */
export function momentText(iso: string, language: Language): string {
  const minutes = Math.floor((now() - instant(iso).getTime()) / 60_000);
  if (minutes >= 0 && minutes < 1) return language === 'zh' ? '刚刚' : 'just now';
  if (minutes > 0 && minutes < 60) return language === 'zh' ? `${minutes} 分钟前` : `${minutes} min ago`;
  if (minutes > 0 && minutes < 24 * 60)
    return language === 'zh' ? `${Math.floor(minutes / 60)} 小时前` : `${Math.floor(minutes / 60)} h ago`;
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return format.format(instant(iso));
}

/** The same three, bound to the reader's language. */
export function useDays() {
  const language = useLanguage();
  return useMemo(
    () => ({
      day: (day: string, style: DayStyle = 'plain') => dayText(day, language, style),
      distance: (from: string, to: string) => distanceText(from, to, language),
      moment: (iso: string) => momentText(iso, language),
    }),
    [language],
  );
}
