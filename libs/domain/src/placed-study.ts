import type { Link } from './link.js';
import { packGaps } from './linked-verdicts.js';
import type { StudyFacts } from './verdict.js';

/** A study and its place in the document order. */
export class PlacedStudy {
  readonly id: string;
  #gaps: Int32Array | null = null;

  constructor(
    readonly place: number,
    readonly facts: StudyFacts,
    /** In the order of its applications. */
    readonly links: readonly Link[],
    /** The place of the link's specialization in the order of the portfolio. */
    readonly indexOf: (link: Link) => number,
  ) {
    this.id = facts.reading.study.id;
  }

  /** Those of the study and of its links (`packGaps`), packed when they are first asked for. */
  get gaps(): Int32Array {
    return (this.#gaps ??= packGaps(this.facts, this.links, this.indexOf));
  }
}
