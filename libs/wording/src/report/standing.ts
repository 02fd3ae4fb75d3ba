import { addMonths, daysBetween, monthStarts, type Day, type ReadinessStatus, type Report, type TargetStanding } from '@caseboard/domain';
import type { Language } from '../language.js';
import { joinList } from '../message.js';
import { readinessWords } from '../status.js';
import type { Figure, PageMark, Sentence, Stretch, TargetRow, TargetTable, Tick } from './report-page.js';
import { counting, ofSpecializations, ofStudies, sentence, together, type Saying } from './saying.js';
import { figureWords, headlineWords, targetWords } from './standing-words.js';

/** The one judgement. */
export function headlineOf({ headline }: Report, s: Saying): Sentence {
  const { targets, fileable, lapsing, lastLapse } = headline;
  if (targets.length === 0) return sentence('', s.say(headlineWords, 'no-targets'));
  const how = fileable.length === 0 ? 'none' : fileable.length < targets.length ? 'some' : 'all';
  const judged = s.say(headlineWords, how, {
    count: targets.length,
    targets: spelled(targets.length, s.language),
    fileable: begin(spelled(fileable.length, s.language)),
  });
  const lists = [targets, fileable, lapsing].map(ofSpecializations);
  if (lapsing.length === 0 || lastLapse === null) return sentence('', judged, ...lists);
  const lapse = s.say(headlineWords, lapsing.length === fileable.length ? 'lapse-all' : 'lapse', {
    count: lapsing.length,
    lapsing: spelled(lapsing.length, s.language),
    day: s.day(lastLapse),
  });
  return sentence('', together([judged, lapse], s.language), ...lists);
}

/** Ready, at risk, not ready among the targets, and the studies that count; each beside that of the last report. */
export function figuresOf({ now, before, from, to }: Report, s: Saying): Figure[] {
  const then = (value: number) =>
    s.say(figureWords, 'before', { day: s.day(from, from.slice(0, 4) === to.slice(0, 4) ? 'short' : 'plain'), value });
  const targets = standings.map(([mark, part]): Figure => ({
    mark,
    label: readinessWords[s.language][mark],
    now: counting(ofSpecializations(now[part])),
    before: before && counting(ofSpecializations(before[part]), then),
    of: null,
  }));
  const studies: Figure = {
    mark: 'counts',
    label: figureWords[s.language].counts,
    now: counting(ofStudies(now.countingStudies)),
    before: before && counting(ofStudies(before.countingStudies), then),
    of: counting(ofStudies(now.activeStudies), (value) => s.say(figureWords, 'of', { value })),
  };
  return [...targets, studies];
}

export const standings = [
  ['ready', 'ready'],
  ['at-risk', 'atRisk'],
  ['not-ready', 'notReady'],
] as const satisfies readonly (readonly [ReadinessStatus & PageMark, keyof Report['now']])[];

export function targetsOf({ targets, to }: Report, s: Saying): TargetTable {
  const { heading, target, status, studies, unchanged, ahead, none } = targetWords[s.language];
  return {
    heading,
    heads: { target, status, studies, unchanged, ahead },
    months: ticksOf(to, addMonths(to, 12), (month) => month % 3 === 1, s),
    rows: targets.map((each) => rowOf(each, to, s)),
    none: targets.length === 0 ? none : null,
  };
}

function rowOf(target: TargetStanding, to: Day, s: Saying): TargetRow {
  const { specialization, status, have, needs, readyThrough, spare } = target;
  return {
    code: specialization,
    name: s.name(specialization),
    fullName: s.fullName(specialization),
    status,
    statusWord: readinessWords[s.language][status],
    have: counting(ofStudies(target.supporting)),
    needs: needs.studies,
    haveOfNeeds: `${have.studies}/${needs.studies}`,
    unchanged: unchangedOf(target, s),
    readyThrough: readyThrough === 'open' ? null : readyThrough,
    missing: readyThrough === null ? s.short(target.missing) : '',
    spare,
    notes: notesOf(target, s),
    ribbon: ribbonOf(target, to),
    ahead: joinAhead(target, s),
  };
}

function unchangedOf({ readyThrough, missing, becomesReadyOn }: TargetStanding, s: Saying): string {
  if (readyThrough === 'open') return s.say(targetWords, 'open');
  if (readyThrough !== null) return s.say(targetWords, 'through', { day: s.day(readyThrough) });
  const short = s.short(missing);
  return becomesReadyOn === null ? short : s.say(targetWords, 'becomes', { short, day: s.day(becomesReadyOn) });
}

function notesOf({ held, submitOn, appliable }: TargetStanding, s: Saying): string[] {
  return [
    ...(held ? [s.say(targetWords, 'held')] : []),
    ...(submitOn ? [s.say(targetWords, 'submit', { day: s.day(submitOn) })] : []),
    ...(appliable ? [] : [s.say(targetWords, 'closed')]),
  ];
}

function ribbonOf({ ahead }: TargetStanding, to: Day): Stretch[] {
  const place = placeIn(to, addMonths(to, 12));
  return ahead
    .map(({ from, status }, at): Stretch => {
      const next = ahead[at + 1];
      return { from, start: place(from), end: next ? place(next.from) : 1, status };
    })
    .filter(({ start, end }) => end > start);
}

function joinAhead({ ahead }: TargetStanding, s: Saying): string {
  const parts = ahead.map(({ from, status }, at) => {
    const word = readinessWords[s.language][status];
    return at === 0 ? word : s.say(targetWords, 'from', { status: word, day: s.day(from) });
  });
  return joinList(parts, s.language);
}

/** Where a day lies between two others, from 0 to 1; days outside lie on the edge. */
export function placeIn(start: Day, end: Day): (day: Day) => number {
  const length = daysBetween(start, end);
  return (day) => Math.min(1, Math.max(0, daysBetween(start, day) / length));
}

/** The beginnings of the months asked for. What begins so late that its label would not fit is left out. */
export function ticksOf(start: Day, end: Day, isShown: (month: number) => boolean, s: Saying): Tick[] {
  const place = placeIn(start, end);
  return monthStarts(start, 26)
    .filter((day) => day >= start && day < end && isShown(Number(day.slice(5, 7))) && place(day) < 0.93)
    .map((day) => ({ at: place(day), label: daysBetween(start, end) > 400 ? s.day(day, 'month') : shortMonth(day, s) }));
}

/** "Jan", 「1月」: the short day without its number. */
const shortMonth = (day: Day, s: Saying): string =>
  s
    .day(day, 'month')
    .replace(/^\d+年/, '')
    .replace(/ \d+$/, '');

const numbersEn = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const;
const spelled = (value: number, language: Language): string => (language === 'en' ? numbersEn[value] : undefined) ?? String(value);
const begin = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
