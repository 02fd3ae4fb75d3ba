import type { PlacedStudy } from './board.js';
import { dayNumber, type Day } from './day.js';
import { unmetOn } from './verdict.js';

/** The verdicts of every application, studies in document order and in each the order of its applications. */
export interface LinkedVerdicts {
  readonly studies: readonly string[];
  /** The links of study `n` are those from `offsets[n]` to `offsets[n + 1]`, excluded. */
  readonly offsets: Int32Array;
  /** For each link. */
  readonly specializations: readonly string[];
  readonly supports: Uint8Array;
  readonly unmet: Int32Array;
  readonly unanswered: Int32Array;
  /** For each study: advice does not depend on the specialization. */
  readonly adviceUnmet: Int32Array;
  readonly adviceUnanswered: Int32Array;
}

export function linkedVerdicts(placed: readonly PlacedStudy[], asOf: Day): LinkedVerdicts {
  const day = dayNumber(asOf);
  const count = placed.reduce((sum, { links }) => sum + links.length, 0);
  const verdicts = {
    studies: placed.map(({ facts }) => facts.reading.study.id),
    offsets: new Int32Array(placed.length + 1),
    specializations: new Array<string>(count),
    supports: new Uint8Array(count),
    unmet: new Int32Array(count),
    unanswered: new Int32Array(count),
    adviceUnmet: new Int32Array(placed.length),
    adviceUnanswered: new Int32Array(placed.length),
  };
  let at = 0;
  placed.forEach(({ facts, links }, n) => {
    const unmet = unmetOn(facts, 'blocking', day);
    for (const { asked, specialization } of links) {
      verdicts.specializations[at] = specialization.specialization.code;
      const gaps = (verdicts.unmet[at] = unmet | unmetOn(asked, 'blocking', day)) | (verdicts.unanswered[at] = facts.blocking.unanswered | asked.blocking.unanswered);
      verdicts.supports[at++] = gaps === 0 ? 1 : 0;
    }
    verdicts.offsets[n + 1] = at;
    verdicts.adviceUnmet[n] = unmetOn(facts, 'advice', day);
    verdicts.adviceUnanswered[n] = facts.advice.unanswered;
  });
  return verdicts;
}
