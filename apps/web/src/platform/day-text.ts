import { useMemo } from 'react';
import { daysBetween, partsOf, weekday } from './calendar';
import { instant, now } from './today';
import { useLanguage, type Language } from './words';

/** `full` Mon 30 Jun 2025 · `plain` 30 Jun 2025 · `short` 30 Jun (this year's) · `month` Jun ’25 · `week` Mon 30 Jun. */
export type DayStyle = 'full' | 'plain' | 'short' | 'month' | 'week' | 'long-month';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const longMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
export const weekdays = { en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] } as const;

const styles: { [L in Language]: { [S in DayStyle]: (day: string) => string } } = {
  en: {
    full: (day) => `${weekdays.en[weekday(day)]} ${styles.en.plain(day)}`,
    plain: (day) => `${styles.en.short(day)} ${partsOf(day).year}`,
    short: (day) => `${partsOf(day).day} ${months[partsOf(day).month - 1]}`,
    week: (day) => `${weekdays.en[weekday(day)]} ${styles.en.short(day)}`,
    month: (day) => `${months[partsOf(day).month - 1]} ’${day.slice(2, 4)}`,
    'long-month': (day) => `${longMonths[partsOf(day).month - 1]} ${partsOf(day).year}`,
  },
  zh: {
    full: (day) => `${styles.zh.plain(day)} ${weekdays.zh[weekday(day)]}`,
    plain: (day) => `${partsOf(day).year}年${styles.zh.short(day)}`,
    short: (day) => `${partsOf(day).month}月${partsOf(day).day}日`,
    week: (day) => `${styles.zh.short(day)} ${weekdays.zh[weekday(day)]}`,
    month: (day) => `${day.slice(2, 4)}年${partsOf(day).month}月`,
    'long-month': (day) => `${partsOf(day).year}年${partsOf(day).month}月`,
  },
};

/** A calendar day in words. */
export function dayText(day: string, language: Language, style: DayStyle = 'plain'): string {
  return styles[language][style](day);
}

/** "in 12 days", "today", "2 days ago"; "12 天后". */
export function distanceText(from: string, to: string, language: Language): string {
  const days = daysBetween(from, to);
  if (days === 0) return language === 'zh' ? '今天' : 'today';
  const count = Math.abs(days).toLocaleString('en');
  if (language === 'zh') return days > 0 ? `${count} 天后` : `${count} 天前`;
  const unit = Math.abs(days) === 1 ? 'day' : 'days';
  return days > 0 ? `in ${count} ${unit}` : `${count} ${unit} ago`;
}

/** When something happened: "3 min ago", later the day and hour. Takes an instant of the API, not a business day. */
export function momentText(iso: string, language: Language): string {
  const minutes = Math.floor((now() - instant(iso).getTime()) / 60_000);
  if (minutes < 1) return language === 'zh' ? '刚刚' : 'just now';
  if (minutes < 60) return language === 'zh' ? `${minutes} 分钟前` : `${minutes} min ago`;
  if (minutes < 24 * 60) return language === 'zh' ? `${Math.floor(minutes / 60)} 小时前` : `${Math.floor(minutes / 60)} h ago`;
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
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
