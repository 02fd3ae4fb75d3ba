/** How many studies count for one specialization on every day, with nothing changed (rules 6.1 to 6.4). */
import { always } from './eligibility.js';
import type { Requirements } from './portfolio.js';
import type { Counts } from './readiness.js';

/** An active study and the days, as day numbers, on which it supports the specialization. */
export interface CountingStudy {
  readonly id: string;
  /** Public or anonymous (rules 3.2). */
  readonly isPublic: boolean;
  /** Index of the listed category that its application names, or -1. */
  readonly category: number;
  readonly from: number;
  readonly until: number;
}

export function sameCounting(one: CountingStudy, other: CountingStudy): boolean {
  return one.from === other.from && one.until === other.until && one.isPublic === other.isPublic && one.category === other.category;
}

/** What counts on one day. `byCategory` holds the number of studies for each listed category. */
export interface Tally {
  studies: number;
  public: number;
  categories: number;
  readonly byCategory: Int32Array;
}

/** Enough studies, enough public ones, enough categories covered (rules 6.2). */
export function isReady(tally: Tally, requires: Requirements): boolean {
  return tally.studies >= requires.studies && tally.public >= requires.public && tally.categories >= requires.categoriesCovered;
}

/** The counting studies of one specialization in document order, and the days on which it turns ready or not ready. */
export class Timeline {
  readonly #from: Int32Array;
  readonly #until: Int32Array;
  #columns: Columns | null = null;
  #endings: ReadonlyMap<number, CountingStudy[]> | null = null;
  /** In increasing order; before the first it is ready only if nothing is asked. */
  readonly flips: readonly number[];

  constructor(
    readonly studies: readonly CountingStudy[],
    readonly requires: Requirements,
    readonly listedCategories: number,
  ) {
    this.#from = new Int32Array(studies.map(({ from }) => from));
    this.#until = new Int32Array(studies.map(({ until }) => until));
    this.flips = this.#findFlips();
  }

  /** The studies that count on the day, in document order. */
  countingOn(day: number): CountingStudy[] {
    const counting: CountingStudy[] = [];
    for (let n = 0; n < this.#from.length; n++) {
      if ((this.#from[n] as number) <= day && day < (this.#until[n] as number)) counting.push(this.studies[n] as CountingStudy);
    }
    return counting;
  }

  /** The studies that count on the day before and not on the day, in document order. */
  endingOn(day: number): CountingStudy[] {
    this.#endings ??= this.#findEndings();
    return this.#endings.get(day) ?? [];
  }

  /** What counts on the day. */
  tallyOn(day: number): Tally {
    const { isPublic, category } = (this.#columns ??= columnsOf(this.studies));
    const tally = this.#nothing();
    const { byCategory } = tally;
    for (let n = 0; n < this.#from.length; n++) {
      if ((this.#from[n] as number) > day || day >= (this.#until[n] as number)) continue;
      tally.studies++;
      tally.public += isPublic[n] as number;
      if ((category[n] as number) >= 0) (byCategory[category[n] as number] as number)++;
    }
    tally.categories = byCategory.reduce((covered, size) => (size > 0 ? covered + 1 : covered), 0);
    return tally;
  }

  tallyOf(studies: readonly CountingStudy[]): Tally {
    const tally = this.#nothing();
    for (const study of studies) count(tally, study, 1);
    return tally;
  }

  /** The first day after `day` on which the specialization turns ready or not ready, or `null`. */
  nextFlip(day: number): number | null {
    let [low, high] = [0, this.flips.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.flips[middle] as number) > day) high = middle;
      else low = middle + 1;
    }
    return this.flips[low] ?? null;
  }

  /** The days after `from` and up to `to` on which a study begins or ceases to count, each once, in order. */
  changesBetween(from: number, to: number): number[] {
    const days = [...this.#from, ...this.#until].filter((day) => from < day && day <= to);
    return [...new Set(days)].sort((a, b) => a - b);
  }

  /** By day, so that asking for each day of a year costs no more than the studies that end on it. */
  #findEndings(): ReadonlyMap<number, CountingStudy[]> {
    const endings = new Map<number, CountingStudy[]>();
    for (const study of this.studies) {
      const same = endings.get(study.until);
      if (same) same.push(study);
      else endings.set(study.until, [study]);
    }
    return endings;
  }

  #findFlips(): number[] {
    const flips: number[] = [];
    const tally = this.#nothing();
    let ready = isReady(tally, this.requires);
    const events = this.#events();
    for (let n = 0; n < events.length;) {
      const day = Math.floor((events[n] as number) / eventsPerDay);
      for (; n < events.length && Math.floor((events[n] as number) / eventsPerDay) === day; n++) {
        const event = (events[n] as number) - day * eventsPerDay;
        count(tally, this.studies[event >> 1] as CountingStudy, event & 1 ? -1 : 1);
      }
      if (isReady(tally, this.requires) === ready) continue;
      ready = !ready;
      flips.push(day);
    }
    return flips;
  }

  /** Every beginning and end as one number, `day * eventsPerDay + 2 * study + (is an end)`, in order of days. */
  #events(): Float64Array {
    const events = new Float64Array(2 * this.#from.length);
    let size = 0;
    for (let n = 0; n < this.#from.length; n++) {
      const until = this.#until[n] as number;
      events[size++] = (this.#from[n] as number) * eventsPerDay + 2 * n;
      if (until !== always.until) events[size++] = until * eventsPerDay + 2 * n + 1;
    }
    return events.subarray(0, size).sort();
  }

  #nothing(): Tally {
    return { studies: 0, public: 0, categories: 0, byCategory: new Int32Array(this.listedCategories) };
  }
}

/** What the studies are, without the studies: over 100,000 of them a tally is several times as fast. */
interface Columns {
  readonly isPublic: Uint8Array;
  readonly category: Int32Array;
}

function columnsOf(studies: readonly CountingStudy[]): Columns {
  return {
    isPublic: Uint8Array.from(studies, ({ isPublic }) => (isPublic ? 1 : 0)),
    category: Int32Array.from(studies, ({ category }) => category),
  };
}

export const countsOf = ({ studies, public: shown, categories }: Tally): Counts => ({ studies, public: shown, categories });

/** What is asked, as counts to set beside what there is. */
export const needsOf = ({ studies, public: shown, categoriesCovered }: Requirements): Counts => ({
  studies,
  public: shown,
  categories: categoriesCovered,
});

/** The tally when some of the studies in it are gone. */
export function without(tally: Tally, gone: readonly CountingStudy[]): Tally {
  const left = { ...tally, byCategory: tally.byCategory.slice() };
  for (const study of gone) count(left, study, -1);
  return left;
}

/** More events than a day can have: twice the most studies of a document, with room. */
const eventsPerDay = 2 ** 22;

function count(tally: Tally, { isPublic, category }: CountingStudy, by: 1 | -1): void {
  tally.studies += by;
  if (isPublic) tally.public += by;
  if (category < 0) return;
  const before = tally.byCategory[category] as number;
  tally.byCategory[category] = before + by;
  if (before === 0) tally.categories++;
  else if (before + by === 0) tally.categories--;
}
