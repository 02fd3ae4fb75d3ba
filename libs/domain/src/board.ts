import { dayNumber, type Day } from './day.js';
import type { DayWindow } from './eligibility.js';
import { expiresOn } from './freshness.js';
import { countingOn, countingStudy, daysMet, linkStudy, type Link } from './link.js';
import type { PlacedStudy } from './placed-study.js';
import { readinessAt, type Readiness } from './readiness.js';
import { sameCounting, Timeline, type CountingStudy } from './timeline.js';
import type { SpecializationFacts, StudyFacts } from './verdict.js';

interface Placed {
  readonly place: number;
  readonly counting: CountingStudy | null;
}

interface Counting extends Placed {
  readonly counting: CountingStudy;
}

/** A supposed change, to see what a specialization would become; nothing is stored. */
export interface Supposition {
  /** Studies taken as active with every gap closed that is not a matter of days. */
  readonly count?: readonly PlacedStudy[];
  /** Ids of studies taken as retired. */
  readonly lose?: readonly string[];
}

/** One specialization and the studies linked to it. What counts on which day is worked out when it is first asked. */
export class Board {
  readonly #studies = new Map<string, Placed>();
  /** Those that count on some day, in document order. */
  #counting: readonly Counting[] | null = null;
  #timeline: Timeline | null = null;

  constructor(
    readonly facts: SpecializationFacts,
    /** In the order of the portfolio. */
    readonly index: number,
  ) {}

  /** Ids of the studies that have an application to it. */
  get linked(): string[] {
    return [...this.#studies.keys()];
  }

  /** Whether what counts on which days changed by it. */
  put(place: number, link: Link): boolean {
    const { id } = link.study.reading.study;
    const before = this.#studies.get(id);
    const now = { place, counting: countingStudy(link) };
    this.#studies.set(id, now);
    return !countsAlike(before, now) && this.#forget();
  }

  /** Whether what counts on which days changed by it. */
  remove(id: string): boolean {
    const before = this.#studies.get(id);
    this.#studies.delete(id);
    return Boolean(before?.counting) && this.#forget();
  }

  get timeline(): Timeline {
    this.#timeline ??= this.#timelineOf(this.#inOrder);
    return this.#timeline;
  }

  readiness(asOf: Day, warningDays: number): Readiness {
    return readinessAt(this.facts.specialization, this.timeline, asOf, warningDays);
  }

  /** What the readiness would be if some studies counted and others were gone. */
  readinessIf(asOf: Day, supposition: Supposition, warningDays: number): Readiness {
    return readinessAt(this.facts.specialization, this.timelineIf(asOf, supposition), asOf, warningDays);
  }

  /** Who would count on which days if some studies counted from `asOf` on and others were gone. */
  timelineIf(asOf: Day, { count = [], lose = [] }: Supposition): Timeline {
    const supposed = new Set([...lose, ...count.map(({ id }) => id)]);
    const others = this.#inOrder.filter(({ counting }) => !supposed.has(counting.id));
    const added = count.map(({ place, facts }) => ({ place, counting: this.#supposed(facts, asOf, others) }));
    return this.#timelineOf([...others, ...added.filter(counts)].sort(byPlace));
  }

  get #inOrder(): readonly Counting[] {
    this.#counting ??= [...this.#studies.values()].filter(counts).sort(byPlace);
    return this.#counting;
  }

  #forget(): true {
    this.#counting = null;
    this.#timeline = null;
    return true;
  }

  #timelineOf(placed: readonly Counting[]): Timeline {
    const studies = placed.map(({ counting }) => counting);
    return new Timeline(studies, this.facts.specialization.requires, this.facts.categories.length);
  }

  /**
   * The study as if its gaps were closed: a go-live that is not given is taken as `asOf`, and where a spread is asked
   * and no listed category is named, the first that no other study covers (rules 7.2).
   */
  #supposed(study: StudyFacts, asOf: Day, others: readonly Counting[]): CountingStudy | null {
    const { requires, code } = this.facts.specialization;
    const link = linkStudy(study, this.facts, study.applications.get(code) ?? null);
    const day = dayNumber(asOf);
    const counting = countingOn(link, this.#supposedDays(link, asOf));
    if (!counting || counting.category >= 0 || requires.categoriesCovered === 0) return counting;
    const covered = new Set(others.flatMap(({ counting: other }) => (other.from <= day && day < other.until ? other.category : [])));
    return { ...counting, category: this.facts.categories.findIndex((_, category) => !covered.has(category)) };
  }

  #supposedDays(link: Link, asOf: Day): DayWindow | null {
    const days = daysMet(link);
    if (!days || link.study.reading.study.deployedOn !== null) return days;
    const expiry = expiresOn(asOf, this.facts.specialization.requires.freshnessMonths);
    const from = Math.max(days.from, dayNumber(asOf));
    const until = expiry === null ? days.until : Math.min(days.until, dayNumber(expiry));
    return from < until ? { from, until } : null;
  }
}

/** Most edits change a text and leave open nothing that was not, so that what is worked out may stay. */
function countsAlike(before: Placed | undefined, now: Placed): boolean {
  const [one, other] = [before?.counting ?? null, now.counting];
  if (!one || !other) return one === other;
  return before?.place === now.place && sameCounting(one, other);
}

const counts = (placed: Placed): placed is Counting => placed.counting !== null;
const byPlace = (one: Placed, other: Placed) => one.place - other.place;
