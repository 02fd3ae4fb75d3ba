import type { Counts, Day, Report } from '@caseboard/domain';
import type { FormatMessage } from '../alert-consequence.js';
import { formatCount } from '../count.js';
import { formatDay, type DayStyle } from '../day.js';
import type { Language, Words } from '../language.js';
import { joinList, valuesFor } from '../message.js';
import { missingWords } from '../missing.js';
import { specializationName } from '../specialization-name.js';
import type { Counted, CountedText, SaidLabels, Sentence } from './report-page.js';
import { reportWords } from './standing-words.js';

/** How one reader's report is worded. */
export interface Saying {
  readonly language: Language;
  say<K extends string>(words: Words<K>, key: K, values?: Readonly<Record<string, unknown>>): string;
  day(day: Day | string, style?: DayStyle): string;
  /** The short name of a specialization. */
  name(code: string): string;
  fullName(code: string): string;
  /** The customer of a study, or what it is called for this reader. */
  study(id: string): string;
  /** Names in a sentence: the first few, and how many more there are. Chinese sentences quote each. */
  studies(ids: readonly string[]): string;
  names(codes: readonly string[]): string;
  person(address: string): string;
  short(missing: Counts): string;
}

export interface SayingSettings {
  readonly language: Language;
  readonly format: FormatMessage;
}

export function sayingOf(report: Report, labels: SaidLabels, { language, format }: SayingSettings): Saying {
  const specializations = new Map(report.specializations.map(({ code, name }) => [code, oneLine(name)]));
  const fullName = (code: string) => specializations.get(code) ?? code;
  const name = (code: string) => specializationName(fullName(code));
  const study = (id: string) => oneLine(labels.studies[id]?.label ?? '') || reportWords[language].unnamed;
  const say: Saying['say'] = (words, key, values = {}) => {
    const message = words[language][key];
    return begun(format(message, valuesFor(message, whole(values), language), language), language);
  };
  const listed = (members: readonly string[]) => {
    const shown = members.slice(0, members.length > mostNamed ? mostNamed - 1 : mostNamed).map((member) => quoted(member, language));
    const more = members.length - shown.length;
    const all = more > 0 ? [...shown, say(reportWords, 'more', { count: more })] : shown;
    return language === 'zh'
      ? joinList(all, language)
      : [joinList(all.slice(0, -1), language), ...all.slice(-1)].filter(Boolean).join(' and ');
  };
  return {
    language,
    say,
    name,
    fullName,
    study,
    day: (day, style = 'plain') => formatDay(day, language, style),
    studies: (ids) => listed([...new Set(ids.map(study))]),
    names: (codes) => listed(codes.map(name)),
    person: (address) => oneLine(labels.people[address] ?? '') || address,
    short: (missing) =>
      say(missingWords, 'short', {
        parts: countParts.filter((part) => missing[part] > 0).map((part) => say(missingWords, part, { count: missing[part] })),
      }),
  };
}

export const countParts = ['studies', 'public', 'categories'] as const satisfies readonly (keyof Counts)[];

/** What a shortfall is said of: the first of studies, public ones, categories that is short; studies where nothing is. */
export const partOf = (has: Counts, needs: Counts): keyof Counts => countParts.find((part) => has[part] < needs[part]) ?? 'studies';

export const ofStudies = (ids: readonly string[]): Counted => ({ kind: 'study', ids });
export const ofSpecializations = (ids: readonly string[]): Counted => ({ kind: 'specialization', ids });

/** A number as the length of the list that it counts. */
export const counting = (counted: Counted, write: (value: number) => string = formatCount): CountedText => ({
  value: counted.ids.length,
  text: write(counted.ids.length),
  counted,
});

export const sentence = (lead: string, text: string, ...rests: readonly Counted[]): Sentence => ({
  lead,
  text,
  rests: rests.filter(({ ids }) => ids.length > 0),
});

const gap: { readonly [L in Language]: string } = { en: ' ', zh: '' };
/** Sentences one after another. */
export const together = (sentences: readonly (string | null)[], language: Language): string =>
  sentences.filter((each) => each !== null && each !== '').join(gap[language]);

/** Sentences name so many at most; all of them open from the number. */
const mostNamed = 6;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const quoted = (name: string, language: Language): string => (language === 'zh' ? `“${name}”` : name);
/** A report cuts no name: texts go in as lists of one, which are never shortened. */
const whole = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'string' && value !== '' ? [value] : value]));

/** English sentences may begin with what a customer is called: "an anonymous insurer". */
const begun = (text: string, language: Language): string =>
  language === 'en' && /^an? /.test(text) ? text[0]?.toUpperCase() + text.slice(1) : text;
