import { always, type DayWindow } from './eligibility.js';
import type { Application } from './portfolio.js';
import { fold } from './text.js';
import type { CountingStudy } from './timeline.js';
import { addAnswer, answerOf, judgedSoFar, type SpecializationFacts, type StudyFacts, type Timed } from './verdict.js';

/** A study set against a specialization that is decided about. */
export interface Link {
  readonly study: StudyFacts;
  readonly specialization: SpecializationFacts;
  /** What the rows that depend on the specialization say, as bits; what the study alone says is in its facts. */
  readonly unmet: number;
  readonly unanswered: number;
  readonly windows: readonly Timed[];
  /** Index of the listed category that the application names, or -1 (rules 6.2). */
  readonly category: number;
}

export function linkStudy(study: StudyFacts, specialization: SpecializationFacts, application: Application | null): Link {
  const asked = judgedSoFar();
  for (const { code, ask } of specialization.asks) addAnswer(asked, code, answerOf(code, study, ask, application));
  const { unmet, unanswered } = asked.blocking;
  const category = specialization.categories.indexOf(fold(application?.category ?? ''));
  return { study, specialization, unmet, unanswered, windows: asked.windows, category };
}

/** The study with the days on which it counts, or `null` where it never does with nothing changed (rules 6.1). */
export function countingStudy(link: Link): CountingStudy | null {
  if (link.study.reading.study.status !== 'active' || hasGaps(link)) return null;
  return countingOn(link, daysMet(link));
}

/** Whether the linked study supports the specialization on the day of that number, whatever its status (rules 4). */
export function supportsOn(link: Link, day: number): boolean {
  const days = hasGaps(link) ? null : daysMet(link);
  return days !== null && day >= days.from && day < days.until;
}

/** Whether a blocking row that no day changes is not met. */
function hasGaps({ study: { blocking }, unmet, unanswered }: Link): boolean {
  return (blocking.unmet | blocking.unanswered | unmet | unanswered) !== 0;
}

/** The link as a study that counts on those days, whatever its gaps. */
export function countingOn({ study, category }: Link, days: DayWindow | null): CountingStudy | null {
  const { id, visibility } = study.reading.study;
  return days && { id, isPublic: visibility !== 'private', category, from: days.from, until: days.until };
}

/** The days on which no blocking row that depends on the day is unmet; `null` if there are none. */
export function daysMet({ study, windows }: Link): DayWindow | null {
  let { from, until } = always;
  for (const timed of [study.windows, windows]) {
    for (const window of timed) {
      if (window.kind !== 'blocking') continue;
      from = Math.max(from, window.from);
      until = Math.min(until, window.until);
    }
  }
  return from < until ? { from, until } : null;
}
