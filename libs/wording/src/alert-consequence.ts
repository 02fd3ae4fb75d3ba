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
  /** A day, "open", or `null` where it still falls short with this done. */
  readonly readyThrough: string | null;
  /** Specializations that it would cost, each from a day on. */
  readonly costs: readonly { readonly name: string; readonly on: string }[];
}

/** What a day costs one specialization. `before`, `after` and `needs` count what the fall is about. */
export const fallWords = defineWords({
  en: {
    'stops-studies': '{name} falls to {after, number} of {needs, number} and stops being ready',
    'stops-public': '{name} falls to {after, number} of {needs, number} public ones and stops being ready',
    'stops-categories': '{name} falls to {after, number} of {needs, number} categories and stops being ready',
    stays: '{name} falls to {after, number} and stays ready: it needs {needs, number}',
    'was-short': '{name} is not ready, and falls to {after, number} of {needs, number}',
    'stopped-studies': '{name} fell to {after, number} of {needs, number} and stopped being ready',
    'stopped-public': '{name} fell to {after, number} of {needs, number} public ones and stopped being ready',
    'stopped-categories': '{name} fell to {after, number} of {needs, number} categories and stopped being ready',
    stayed: '{name} fell to {after, number} and stayed ready: it needs {needs, number}',
    'had-been-short': '{name} was not ready, and fell to {after, number} of {needs, number}',
    nothing: 'No specialization counts fewer',
  },
  zh: {
    'stops-studies': '{name}：降至 {after, number}/{needs, number}，不再就绪',
    'stops-public': '{name}：公开案例降至 {after, number}/{needs, number}，不再就绪',
    'stops-categories': '{name}：类别降至 {after, number}/{needs, number}，不再就绪',
    stays: '{name}：降至 {after, number} 个，仍就绪（需 {needs, number} 个）',
    'was-short': '{name}：未就绪，且降至 {after, number}/{needs, number}',
    'stopped-studies': '{name}：已降至 {after, number}/{needs, number}，不再就绪',
    'stopped-public': '{name}：公开案例已降至 {after, number}/{needs, number}，不再就绪',
    'stopped-categories': '{name}：类别已降至 {after, number}/{needs, number}，不再就绪',
    stayed: '{name}：已降至 {after, number} 个，仍就绪（需 {needs, number} 个）',
    'had-been-short': '{name}：当时未就绪，且已降至 {after, number}/{needs, number}',
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
      'Cheapest way out: close {gaps, plural, one {1 gap} other {# gaps}} in {study}{through, select, _ {} short {; {name} still falls short then} other {; {name} then holds through {through}}}. Effort {points, number}.',
    'activate-draft':
      'The draft {study} meets everything{through, select, _ {} short {; activated, {name} still falls short} other {; activated, {name} holds through {through}}}.',
    link: 'Cheapest way out: link {study}{through, select, _ {} short {; {name} still falls short then} other {; {name} then holds through {through}}}. Effort {points, number}.',
    'correct-url':
      'Correct the address of {study}{through, select, _ {, and {name} holds} short {; {name} still falls short then} other {, and {name} holds through {through}}}.',
    'new-study':
      'No study at hand can close it: {name} takes {through, select, short {studies of new customers. Effort {points, number} for each.} other {a study of a new customer. Effort {points, number}.}}',
  },
  zh: {
    'close-gaps':
      '最省力的办法：补齐“{study}”的 {gaps, number} 处缺项{through, select, _ {} short {，但“{name}”仍不足} other {，“{name}”可保持到 {through}}}。工作量 {points, number}。',
    'activate-draft':
      '草稿“{study}”已满足全部要求{through, select, _ {} short {，但启用后“{name}”仍不足} other {，启用后“{name}”可保持到 {through}}}。',
    link: '最省力的办法：关联“{study}”{through, select, _ {} short {，但“{name}”仍不足} other {，“{name}”可保持到 {through}}}。工作量 {points, number}。',
    'correct-url':
      '更正“{study}”的网址，“{name}”{through, select, _ {即可保持就绪} short {更接近就绪，但仍不足} other {即可保持就绪至 {through}}}。',
    'new-study':
      '现有案例无法补上，“{name}”需要{through, select, short {多个新客户的案例，每个工作量 {points, number}。} other {一个新客户的案例。工作量 {points, number}。}}',
  },
});

/** What a way out costs elsewhere, where a study gives up its place for another. */
export const swapCostWords = defineWords({
  en: { cost: 'Swapped in today, it costs {name} on {day}' },
  zh: { cost: '若今日替换，会使“{name}”在 {day}失去就绪' },
});

/** "DevOps falls to 1 of 2 and stops being ready": of several shortfalls the first of studies, public ones, categories is said. */
export function fallSentence(fall: SaidFall, language: Language, format: FormatMessage, isPast = false): string {
  const { key, part } = reasonOf(fall, isPast);
  const message = fallWords[language][key];
  const values = { name: specializationName(fall.name), after: fall.after[part], needs: fall.needs[part] };
  return format(message, valuesFor(message, values, language), language);
}

/** What to do so that the specialization holds, with the study named by its customer where the reader may see it. */
export function wayOutSentence(way: SaidWayOut, specialization: string, language: Language, format: FormatMessage): string {
  const message = wayOutWords[language][way.kind];
  const study = way.customer ?? (way.title === null ? undefined : titleIn(language, way.title));
  const through = throughOf(way.readyThrough, language);
  const values = { gaps: way.gaps, through, study, name: specializationName(specialization), points: way.effort };
  return format(message, valuesFor(message, values, language), language);
}

/** What the way out would cost elsewhere, a sentence for each. */
export function swapCostSentences({ costs }: Pick<SaidWayOut, 'costs'>, language: Language, format: FormatMessage): string[] {
  const message = swapCostWords[language].cost;
  return costs.map(({ name, on }) => format(message, { name: specializationName(name), day: formatDay(on, language) }, language));
}

/** The values of `through` in the words: a written day, "short", or none where nothing ends it. */
function throughOf(readyThrough: string | null, language: Language): string | undefined {
  if (readyThrough === null) return 'short';
  return readyThrough === 'open' ? undefined : formatDay(readyThrough, language);
}

const parts: readonly (keyof Counts)[] = ['studies', 'public', 'categories'];

/** What it is short of after the fall: the first of studies, public ones, categories; nothing where it stays ready. */
export function shortPart({ after, needs }: SaidFall): keyof Counts | undefined {
  return parts.find((part) => after[part] < needs[part]);
}

function reasonOf(fall: SaidFall, isPast: boolean): { key: keyof (typeof fallWords)['en']; part: keyof Counts } {
  const short = shortPart(fall);
  if (short === undefined) return { key: isPast ? 'stayed' : 'stays', part: 'studies' };
  if (fall.stopsBeingReady) return { key: isPast ? `stopped-${short}` : `stops-${short}`, part: short };
  return { key: isPast ? 'had-been-short' : 'was-short', part: 'studies' };
}

/** Chinese sentences quote the name anyway. */
const titleIn = (language: Language, title: string): string => (language === 'en' ? `“${title}”` : title);
