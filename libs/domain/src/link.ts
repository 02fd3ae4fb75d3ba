import { always, type DayWindow } from './eligibility.js';
import type { Application } from './portfolio.js';
import { fold } from './text.js';
import type { CountingStudy } from './timeline.js';
import { addAnswer, answerOf, judgedSoFar, type Judged, type SpecializationFacts, type StudyFacts } from './verdict.js';

/** A study set against a specialization that is decided about. */
export interface Link {
  readonly study: StudyFacts;
  readonly specialization: SpecializationFacts;
  /** What the rows that depend on the specialization say; what the study alone says is in its facts. */
  readonly asked: Judged;
  /** Index of the listed category that the application names, or -1 (rules 6.2). */
  readonly category: number;
}

export function linkStudy(study: StudyFacts, specialization: SpecializationFacts, application: Application | null): Link {
  const asked = judgedSoFar();
  for (const { code, ask } of specialization.asks) addAnswer(asked, code, answerOf(code, study, ask, application));
  const category = specialization.categories.indexOf(fold(application?.category ?? ''));
  return { study, specialization, asked, category };
}

/** The study with the days on which it counts, or `null` where it never does with nothing changed (rules 6.1). */
export function countingStudy(link: Link): CountingStudy | null {
  const { study, asked } = link;
  const gaps = study.blocking.unmet | study.blocking.unanswered | asked.blocking.unmet | asked.blocking.unanswered;
  if (study.reading.study.status !== 'active' || gaps !== 0) return null;
  return countingOn(link, daysMet(link));
}

/** The link as a study that counts on those days, whatever its gaps. */
export function countingOn({ study, category }: Link, days: DayWindow | null): CountingStudy | null {
  const { id, visibility } = study.reading.study;
  return days && { id, isPublic: visibility !== 'private', category, from: days.from, until: days.until };
}

/** The days on which no blocking row that depends on the day is unmet; `null` if there are none. */
export function daysMet({ study, asked }: Link): DayWindow | null {
  let { from, until } = always;
  for (const windows of [study.windows, asked.windows]) {
    for (const window of windows) {
      if (window.kind !== 'blocking') continue;
      from = Math.max(from, window.from);
      until = Math.min(until, window.until);
    }
  }
  return from < until ? { from, until } : null;
}
