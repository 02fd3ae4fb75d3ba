import { dayNumber, type Day } from './day.js';
import type { FindingKind } from './eligibility.js';
import type { Link } from './link.js';
import type { Marks, StudyFacts, Timed } from './verdict.js';

/** The verdicts of every application, studies in document order and in each the order of its applications. */
export interface LinkedVerdicts {
  readonly studies: readonly string[];
  /** Codes in the order of the portfolio. */
  readonly specializations: readonly string[];
  /** The applications of study `n` are those from `offsets[n]` to `offsets[n + 1]`, excluded. */
  readonly offsets: Int32Array;
  /** For each application the index of its specialization, whether it supports, and its blocking gaps as bits (`bitOf`). */
  readonly specialization: Int32Array;
  readonly supports: Uint8Array;
  readonly unmet: Int32Array;
  readonly unanswered: Int32Array;
  /** For each study its gaps without any application: blocking ones, and advice, which depends on no specialization. */
  readonly studyUnmet: Int32Array;
  readonly studyUnanswered: Int32Array;
  readonly adviceUnmet: Int32Array;
  readonly adviceUnanswered: Int32Array;
}

/**
 * The gaps of a study and of its links as one row of numbers, because a walk over 40,000 links and their windows as
 * objects takes ten times as long. Four blocks of gaps, `unmet, unanswered, number of windows, (bit, from, until)…`:
 * blocking ones of the study, advice, and then for each link the index of its specialization and its block.
 */
export function packGaps({ blocking, advice, windows }: StudyFacts, links: readonly Link[], indexOf: (link: Link) => number): Int32Array {
  const packed: number[] = [];
  pushBlock(packed, blocking, windows, 'blocking');
  pushBlock(packed, advice, windows, 'advice');
  for (const link of links) {
    packed.push(indexOf(link));
    pushBlock(packed, link, link.windows, 'blocking');
  }
  return new Int32Array(packed);
}

interface Packed {
  readonly id: string;
  readonly gaps: Int32Array;
  readonly links: readonly Link[];
}

/** All verdicts at a day. */
export function linkedVerdicts(studies: readonly Packed[], specializations: readonly string[], asOf: Day): LinkedVerdicts {
  const day = dayNumber(asOf);
  const verdicts = room(studies, specializations);
  let at = 0;
  for (let n = 0; n < studies.length; n++) {
    const { gaps } = studies[n] as Packed;
    const unmet = (verdicts.studyUnmet[n] = unmetOn(gaps, 0, day));
    const unanswered = (verdicts.studyUnanswered[n] = gaps[1] as number);
    const advice = afterBlock(gaps, 0);
    verdicts.adviceUnmet[n] = unmetOn(gaps, advice, day);
    verdicts.adviceUnanswered[n] = gaps[advice + 1] as number;
    for (let link = afterBlock(gaps, advice); link < gaps.length; link = afterBlock(gaps, link + 1)) {
      verdicts.specialization[at] = gaps[link] as number;
      verdicts.unmet[at] = unmet | unmetOn(gaps, link + 1, day);
      verdicts.unanswered[at] = unanswered | (gaps[link + 2] as number);
      verdicts.supports[at] = verdicts.unmet[at] || verdicts.unanswered[at] ? 0 : 1;
      at++;
    }
    verdicts.offsets[n + 1] = at;
  }
  return verdicts;
}

function pushBlock(packed: number[], { unmet, unanswered }: Omit<Marks, 'applies'>, windows: readonly Timed[], kind: FindingKind): void {
  const count = packed.push(unmet, unanswered, 0) - 1;
  for (const window of windows) {
    if (window.kind !== kind) continue;
    packed.push(window.bit, window.from, window.until);
    packed[count] = (packed[count] as number) + 1;
  }
}

function unmetOn(gaps: Int32Array, block: number, day: number): number {
  let unmet = gaps[block] as number;
  const end = afterBlock(gaps, block);
  for (let window = block + 3; window < end; window += 3) {
    if (day < (gaps[window + 1] as number) || day >= (gaps[window + 2] as number)) unmet |= gaps[window] as number;
  }
  return unmet;
}

function afterBlock(gaps: Int32Array, block: number): number {
  return block + 3 + 3 * (gaps[block + 2] as number);
}

function room(studies: readonly Packed[], specializations: readonly string[]): LinkedVerdicts {
  const links = studies.reduce((sum, study) => sum + study.links.length, 0);
  return {
    studies: studies.map(({ id }) => id),
    specializations,
    offsets: new Int32Array(studies.length + 1),
    specialization: new Int32Array(links),
    supports: new Uint8Array(links),
    unmet: new Int32Array(links),
    unanswered: new Int32Array(links),
    studyUnmet: new Int32Array(studies.length),
    studyUnanswered: new Int32Array(studies.length),
    adviceUnmet: new Int32Array(studies.length),
    adviceUnanswered: new Int32Array(studies.length),
  };
}
