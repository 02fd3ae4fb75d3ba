import type { Counts } from '@caseboard/domain';
import { formatDay } from './day.js';
import { defineWords, type Language } from './language.js';
import { valuesFor } from './message.js';
import { specializationName } from './specialization-name.js';

/** Fills an ICU message, with whatever formatter the place has. */
export type FormatMessage = (message: string, values: Record<string, string | number>, language: Language) => string;

/** A specialization that counts fewer studies from a day on, as the contracts carry it. */
export interface SaidFall {
  readonly name: string;
  readonly before: Counts;
  readonly after: Counts;
  readonly needs: Counts;
  readonly stopsBeingReady: boolean;
}

/** The cheapest way out of a loss, as the contracts carry it. */
export interface SaidWayOut {
  readonly kind: 'close-gaps' | 'activate-draft' | 'link' | 'correct-url' | 'new-study';
  readonly title: string | null;
  readonly customer: string | null;
  readonly gaps: number;
  readonly effort: number;
  /** A day, `null`, or "open". */
  readonly readyThrough: string | null;
}

/** What a day costs one specialization. `before`, `after` and `needs` count what the fall is about. */
export const fallWords = defineWords({
  en: {
    'stops-studies': '{name} falls to {after, number} of {needs, number} and stops being ready',
    'stops-public': '{name} falls to {after, number} of {needs, number} public ones and stops being ready',
    'stops-categories': '{name} falls to {after, number} of {needs, number} categories and stops being ready',
    stays: '{name} falls to {after, number} and stays ready: it needs {needs, number}',
    'was-short': '{name} is not ready, and falls to {after, number} of {needs, number}',
    nothing: 'No specialization counts fewer',
  },
  zh: {
    'stops-studies': '{name}：降至 {after, number}/{needs, number}，不再就绪',
    'stops-public': '{name}：公开案例降至 {after, number}/{needs, number}，不再就绪',
    'stops-categories': '{name}：类别降至 {after, number}/{needs, number}，不再就绪',
    stays: '{name}：降至 {after, number} 个，仍就绪（需 {needs, number} 个）',
    'was-short': '{name}：未就绪，且降至 {after, number}/{needs, number}',
    nothing: '没有专业认证因此减少',
  },
});

/** Other studies that expire on the same day and count for one of the same specializations. `titles` is a list. */
export const togetherWords = defineWords({
  en: { together: '{count, plural, one {On the same day expires} other {On the same day expire}} {titles}' },
  zh: { together: '{count, plural, =1 {同日到期的还有：} other {同日到期的还有 # 个：}}{titles}' },
});

/** The one thing to do about a loss. */
export const wayOutWords = defineWords<SaidWayOut['kind']>({
  en: {
    'close-gaps':
      'Cheapest way out: close {gaps, plural, one {1 gap} other {# gaps}} in {study}{through, select, _ {} other {; {name} then holds through {through}}}. Effort {points, number}.',
    'activate-draft': 'The draft {study} meets everything{through, select, _ {} other {; activated, {name} holds through {through}}}.',
    link: 'Cheapest way out: link {study}{through, select, _ {} other {; {name} then holds through {through}}}. Effort {points, number}.',
    'correct-url': 'Correct the address of {study}, and {name} holds{through, select, _ {} other { through {through}}}.',
    'new-study': 'No study at hand can close it: {name} takes a study of a new customer. Effort {points, number}.',
  },
  zh: {
    'close-gaps':
      '最省力的办法：补齐“{study}”的 {gaps, number} 处缺项{through, select, _ {} other {，“{name}”可保持到 {through}}}。工作量 {points, number}。',
    'activate-draft': '草稿“{study}”已满足全部要求{through, select, _ {} other {，启用后“{name}”可保持到 {through}}}。',
    link: '最省力的办法：关联“{study}”{through, select, _ {} other {，“{name}”可保持到 {through}}}。工作量 {points, number}。',
    'correct-url': '更正“{study}”的网址，“{name}”即可保持就绪{through, select, _ {} other {至 {through}}}。',
    'new-study': '现有案例无法补上，“{name}”需要一个新客户的案例。工作量 {points, number}。',
  },
});

/** "DevOps falls to 1 of 2 and stops being ready": of several shortfalls the first of studies, public ones, categories is said. */
export function fallSentence(fall: SaidFall, language: Language, format: FormatMessage): string {
  const { key, part } = reasonOf(fall);
  const message = fallWords[language][key];
  const values = { name: specializationName(fall.name), after: fall.after[part], needs: fall.needs[part] };
  return format(message, valuesFor(message, values, language), language);
}

/** What to do so that the specialization holds, with the study named by its customer where the reader may see it. */
export function wayOutSentence(way: SaidWayOut, specialization: string, language: Language, format: FormatMessage): string {
  const message = wayOutWords[language][way.kind];
  const study = way.customer ?? (way.title === null ? undefined : titleIn(language, way.title));
  const through = way.readyThrough === null || way.readyThrough === 'open' ? undefined : formatDay(way.readyThrough, language);
  const values = { gaps: way.gaps, through, study, name: specializationName(specialization), points: way.effort };
  return format(message, valuesFor(message, values, language), language);
}

const parts: readonly (keyof Counts)[] = ['studies', 'public', 'categories'];

/** What it is short of after the fall: the first of studies, public ones, categories; nothing where it stays ready. */
export function shortPart({ after, needs }: SaidFall): keyof Counts | undefined {
  return parts.find((part) => after[part] < needs[part]);
}

function reasonOf(fall: SaidFall): { key: keyof (typeof fallWords)['en']; part: keyof Counts } {
  const short = shortPart(fall);
  if (short === undefined) return { key: 'stays', part: 'studies' };
  return fall.stopsBeingReady ? { key: `stops-${short}`, part: short } : { key: 'was-short', part: 'studies' };
}

/** Chinese sentences quote the name anyway. */
const titleIn = (language: Language, title: string): string => (language === 'en' ? `“${title}”` : title);
