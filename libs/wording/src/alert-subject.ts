import { daysBetween, isAboutStudy, type AlertKind, type Day } from '@caseboard/domain';
import { shortPart, type FormatMessage, type SaidFall } from './alert-consequence.js';
import { subjectCostWords, subjectCountWords, subjectWords } from './alert-mail.js';
import { formatDay, type DayStyle } from './day.js';
import type { Language, Words } from './language.js';
import { valuesFor } from './message.js';
import { specializationName } from './specialization-name.js';

/** What a subject says of an alert, as the contracts carry it; names as the reader may see them. */
export interface SaidAlert {
  readonly kind: AlertKind;
  readonly subject: { readonly id: string; readonly title: string; readonly customer: string | null };
  readonly day: string;
  readonly consequence: { readonly falls: readonly SaidFall[] };
}

export interface SubjectSettings {
  readonly today: string;
  readonly language: Language;
  readonly format: FormatMessage;
}

/**
 * The subject of a digest, its alerts most harmful first: "AnyBank expires Fri 14 May; DevOps falls to 1 of 2", "3 case studies
 * need you; DevOps stops being ready on 14 May".
 */
export function digestSubject(alerts: readonly SaidAlert[], settings: SubjectSettings): string {
  const [first] = alerts;
  if (alerts.length === 1 && first) return join([eventOf(first, settings), costOf(first, settings)], settings);
  const count = countOf(alerts, settings);
  return join([count, lossesOf(alerts, 'short', settings) ?? firstDayOf(alerts, settings)], settings);
}

/** The subject of the managers' mail on losses of readiness: "DevOps stops being ready on Fri 14 May". */
export function lossSubject(alerts: readonly SaidAlert[], settings: SubjectSettings): string {
  return lossesOf(alerts, 'short-weekday', settings) ?? digestSubject(alerts, settings);
}

/** The customer where the reader may see it, else the title; a specialization by its short name. One line. */
export function subjectName({ kind, subject }: Pick<SaidAlert, 'kind' | 'subject'>): string {
  const name = isAboutStudy(kind) ? (subject.customer ?? subject.title) : specializationName(subject.title);
  return name.replace(/\s+/g, ' ').trim();
}

const pastOf = {
  'study-expiry': 'study-expired',
  'consent-end': 'consent-ended',
  'applications-close': 'applications-closed',
  'programme-end': 'programme-ended',
  renewal: 'renewal-due',
} as const satisfies Record<AlertKind, string>;

function eventOf(alert: SaidAlert, settings: SubjectSettings): string {
  const key = alert.day <= settings.today ? pastOf[alert.kind] : alert.kind;
  const values = { subject: subjectName(alert), day: written(alert.day, 'short-weekday', settings) };
  return say(subjectWords, key, values, settings);
}

/** What the first loss costs, else the first fall, and how many more there are. */
function costOf({ day, consequence: { falls } }: SaidAlert, settings: SubjectSettings): string | null {
  const fall = falls.find(({ stopsBeingReady }) => stopsBeingReady) ?? falls[0];
  if (!fall) return null;
  const short = shortPart(fall);
  const part = short ?? 'studies';
  const values = { name: specializationName(fall.name), after: fall.after[part], needs: fall.needs[part] };
  const isPast = day <= settings.today;
  const key = short ?? 'stays';
  const cost = say(subjectCostWords, isPast ? `fell-${key}` : key, values, settings);
  return falls.length === 1 ? cost : say(subjectCostWords, isPast ? 'fell-more' : 'more', { cost, more: falls.length - 1 }, settings);
}

function countOf(alerts: readonly SaidAlert[], settings: SubjectSettings): string {
  const key = alerts.every(({ kind }) => isAboutStudy(kind)) ? 'studies' : 'mixed';
  return say(subjectCountWords, key, { count: new Set(alerts.map(({ subject }) => subject.id)).size }, settings);
}

/** The worst loss by name, how many more specializations are lost, and the first day; what is lost already before what will be. */
function lossesOf(alerts: readonly SaidAlert[], style: DayStyle, settings: SubjectSettings): string | null {
  const losses = alerts.flatMap(({ day, consequence }) =>
    consequence.falls.filter(({ stopsBeingReady }) => stopsBeingReady).map(({ name }) => ({ name, day })),
  );
  if (losses.length === 0) return null;
  const gone = losses.filter(({ day }) => day <= settings.today);
  const lost = new Set(gone.map(({ name }) => name));
  const ahead = losses.filter(({ name }) => !lost.has(name));
  const tell = (tense: 'stopped' | 'stops', of: typeof losses) => {
    const more = new Set(of.map(({ name }) => name)).size - 1;
    const values = { name: specializationName(of[0]?.name ?? ''), day: written(earliest(of), style, settings), more };
    return say(subjectCostWords, more > 0 ? `${tense}-more` : tense, values, settings);
  };
  if (gone.length === 0) return tell('stops', losses);
  const stopped = tell('stopped', gone);
  if (ahead.length === 0) return stopped;
  const values = { stopped, ahead: new Set(ahead.map(({ name }) => name)).size, day: written(earliest(ahead), style, settings) };
  return say(subjectCostWords, 'and-ahead', values, settings);
}

function firstDayOf(alerts: readonly SaidAlert[], settings: SubjectSettings): string {
  return say(subjectCostWords, 'first', { day: written(earliest(alerts), 'short-weekday', settings) }, settings);
}

const earliest = (days: readonly { readonly day: string }[]): string => days.map(({ day }) => day).sort()[0] ?? '';

/** A day far from today is written with its year. */
function written(day: string, style: DayStyle, { today, language }: SubjectSettings): string {
  const isNear = Math.abs(daysBetween(today as Day, day as Day)) < 300;
  return formatDay(day, language, isNear ? style : 'plain');
}

function say<K extends string>(words: Words<K>, key: K, values: Readonly<Record<string, unknown>>, settings: SubjectSettings): string {
  const message = words[settings.language][key];
  return settings.format(message, valuesFor(message, values, settings.language), settings.language);
}

const glue: { readonly [L in Language]: string } = { en: '; ', zh: '；' };
const join = (parts: readonly (string | null)[], { language }: SubjectSettings): string =>
  parts.filter((part) => part !== null).join(glue[language]);
