/** What the rules say of one study and one specialization at one day: bits while computing, findings when read. */
import { dayNumber, type Day } from './day.js';
import {
  rules,
  findingCodes,
  type Answer,
  type DayWindow,
  type FindingCode,
  type FindingKind,
  type FindingOutcome,
  type Rule,
} from './eligibility.js';
import { expiresOn } from './freshness.js';
import type { Application, Specialization } from './portfolio.js';
import type { ServiceIndex } from './services.js';
import { hasSame, type StudyReading } from './study-reading.js';
import { fold } from './text.js';

/** One bit for each code of a kind (`bitOf`). A code that applies and stands in neither gap is met. */
export interface Marks {
  readonly applies: number;
  readonly unmet: number;
  readonly unanswered: number;
}

/** An answer that depends on the day. */
export interface Timed extends DayWindow {
  readonly kind: FindingKind;
  readonly bit: number;
}

/** What the rules about the study alone say, judged once. */
export interface StudyFacts {
  readonly reading: StudyReading;
  readonly applications: ReadonlyMap<string, Application>;
  readonly blocking: Marks;
  readonly advice: Marks;
  readonly windows: readonly Timed[];
}

/** A specialization with what it asks made ready to be compared. */
export interface SpecializationFacts {
  readonly specialization: Specialization;
  readonly asks: readonly { readonly code: FindingCode; readonly ask: unknown }[];
  /** Listed categories, folded, each once, none blank (rules 6.2). */
  readonly categories: readonly string[];
}

export interface Verdict {
  readonly specialization: string;
  readonly supports: boolean;
  readonly expiresOn: Day | null;
  readonly blocking: Marks;
  readonly advice: Marks;
}

export interface Finding {
  readonly code: FindingCode;
  readonly kind: FindingKind;
  readonly outcome: FindingOutcome;
}

/** The row of the table for a code. */
export function ruleOf(code: FindingCode): Rule {
  return rules[code];
}

/** The bit of a code among those of its kind: 24 blocking ones and 10 of advice, each within 32. */
export function bitOf(code: FindingCode): number {
  return bits[code];
}

/** Judges the study once for all specializations; `before` is what was judged of it last, whose text may be the same. */
export function prepareStudy(reading: StudyReading, before: StudyFacts | null = null): StudyFacts {
  const judged = judgedSoFar();
  for (const code of findingCodes) {
    const rule = ruleOf(code);
    if (rule.of !== 'study') continue;
    const isKnown = before && rule.searches && hasSame(rule.searches, before.reading, reading);
    addAnswer(judged, code, isKnown ? outcomeIn(before[rule.kind], code) : rule.judge(reading));
  }
  const applications = new Map(reading.study.applications.map((application) => [application.specialization, application]));
  return { reading, applications, ...judged };
}

export function prepareSpecialization(specialization: Specialization, services: ServiceIndex): SpecializationFacts {
  const asks = findingCodes.flatMap((code) => {
    const rule = ruleOf(code);
    if (rule.of === 'study') return [];
    const ask = rule.asks(specialization.requires, services);
    return ask === null ? [] : [{ code, ask }];
  });
  const categories = [...new Set(specialization.requires.categories.map(fold))].filter((category) => category !== '');
  return { specialization, asks, categories };
}

/** Judges one study for one specialization at a day (rules 4). */
export function judge(study: StudyFacts, { specialization, asks }: SpecializationFacts, asOf: Day): Verdict {
  const application = study.applications.get(specialization.code) ?? null;
  const judged = judgedSoFar(study);
  for (const { code, ask } of asks) addAnswer(judged, code, answerOf(code, study, ask, application));
  const day = dayNumber(asOf);
  const blocking = marksOn(judged, 'blocking', day);
  return {
    specialization: specialization.code,
    supports: application !== null && (blocking.unmet | blocking.unanswered) === 0,
    expiresOn: expiresOn(study.reading.study.deployedOn, specialization.requires.freshnessMonths),
    blocking,
    advice: marksOn(judged, 'advice', day),
  };
}

/** Every finding of the verdict, in the order of the table. */
export function findingsOf(verdict: Pick<Verdict, FindingKind>): Finding[] {
  return findingCodes.flatMap((code) => {
    const { kind } = ruleOf(code);
    const outcome = outcomeIn(verdict[kind], code);
    return outcome === null ? [] : [{ code, kind, outcome }];
  });
}

/** `null` where the code does not apply. */
function outcomeIn({ applies, unmet, unanswered }: Marks, code: FindingCode): FindingOutcome | null {
  const bit = bitOf(code);
  if (!(applies & bit)) return null;
  return unanswered & bit ? 'unanswered' : unmet & bit ? 'unmet' : 'met';
}

/** The findings that are not met. */
export function gapsOf(verdict: Pick<Verdict, FindingKind>): Finding[] {
  return findingsOf(verdict).filter(({ outcome }) => outcome !== 'met');
}

/** How many blocking findings are not met. */
export function gapCount({ blocking }: Pick<Verdict, 'blocking'>): number {
  return bitCount(blocking.unmet | blocking.unanswered);
}

/** How many bits are set. */
export function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** What the row says of the study for one ask; rows about the study alone are in its facts already. */
export function answerOf(code: FindingCode, study: StudyFacts, ask: unknown, application: Application | null): Answer {
  const rule = ruleOf(code);
  if (rule.of === 'study') return rule.judge(study.reading);
  return rule.of === 'ask' ? rule.judge(study.reading, ask) : rule.judge(application, ask);
}

/** Answers collected as bits and windows. */
export type Judged = { readonly [K in FindingKind]: { -readonly [M in keyof Marks]: Marks[M] } } & {
  readonly windows: Timed[];
};

/** A new collection that begins with what was judged before. */
export function judgedSoFar(start?: Pick<StudyFacts, FindingKind | 'windows'>): Judged {
  if (start) return { blocking: { ...start.blocking }, advice: { ...start.advice }, windows: [...start.windows] };
  const none: Marks = { applies: 0, unmet: 0, unanswered: 0 };
  return { blocking: { ...none }, advice: { ...none }, windows: [] };
}

export function addAnswer(judged: Judged, code: FindingCode, answer: Answer): void {
  if (answer === null) return;
  const { kind } = ruleOf(code);
  const bit = bitOf(code);
  judged[kind].applies |= bit;
  if (answer === 'unmet' || answer === 'unanswered') judged[kind][answer] |= bit;
  if (typeof answer === 'object') judged.windows.push({ kind, bit, from: answer.from, until: answer.until });
}

const bits = bitsByKind();

function bitsByKind(): { readonly [C in FindingCode]: number } {
  const next: { [K in FindingKind]: number } = { blocking: 0, advice: 0 };
  return Object.fromEntries(findingCodes.map((code) => [code, 1 << next[rules[code].kind]++])) as {
    [C in FindingCode]: number;
  };
}

function marksOn(judged: Pick<StudyFacts, FindingKind | 'windows'>, kind: FindingKind, day: number): Marks {
  let { unmet } = judged[kind];
  for (const window of judged.windows) {
    if (window.kind === kind && (day < window.from || day >= window.until)) unmet |= window.bit;
  }
  return { ...judged[kind], unmet };
}
