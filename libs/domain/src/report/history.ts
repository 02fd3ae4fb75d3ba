/** What was known when: the portfolio as it once stood, and every change that was recorded since. */
import type { Day } from '../day.js';
import type { Customer, Partner, Portfolio, Specialization, Study } from '../portfolio.js';

/** Everything the verdicts of one moment rest on. */
export interface Known {
  readonly portfolio: Portfolio;
  readonly warningDays: number;
}

/** The partner's own facts as they are recorded. */
export interface RecordedSettings extends Partner {
  readonly warningDays: number;
}

interface Recorded<K extends string, R> {
  readonly kind: K;
  readonly id: string;
  /** What the record of changes calls it: `edit`, `activate`, `retire`, `import`, … */
  readonly action: string;
  /** The whole record; `null` where it was not there, or is no longer. A catalog entry that is reset is as shipped. */
  readonly before: R | null;
  readonly after: R | null;
}

export type RecordChange =
  | Recorded<'study', Study>
  | Recorded<'customer', Customer>
  | Recorded<'specialization', Specialization>
  | Recorded<'settings', RecordedSettings>;

/** What one write changed, all at once. */
export interface Revision {
  readonly revision: number;
  /**
   * The organisation's calendar day, in the time zone that it had then. Never earlier than that of the revision before:
   * where a move of the time zone turned the day back, those before it have the earlier day too.
   */
  readonly on: Day;
  readonly changes: readonly RecordChange[];
}

/** `start` is what was known at the end of `startsOn`; the revisions, in order, are all those after it. */
export interface History {
  readonly startsOn: Day;
  readonly start: Known;
  readonly revisions: Iterable<Revision>;
}
