import type { PlacedStudy } from './board.js';
import { dayNumber, type Day } from './day.js';
import { always, type FindingCode } from './eligibility.js';
import { unfixableBits } from './effort.js';
import { industrySpeaksFor, prepareFit, servicesSpeakFor, type Fit } from './fit.js';
import type { ServiceIndex } from './services.js';
import { addAnswer, answerOf, bitOf, judgedSoFar, ruleOf, unmetOn, type SpecializationFacts, type StudyFacts } from './verdict.js';

/** Every study against every specialization at a day. The pair of study `n` and specialization `s` is at `s * studies.length + n`. */
export interface Pairs {
  /** Ids in document order. */
  readonly studies: readonly string[];
  /** Codes in the order of the portfolio. */
  readonly specializations: readonly string[];
  /** Blocking gaps of each pair as bits (`bitOf`). */
  readonly unmet: Int32Array;
  readonly unanswered: Int32Array;
  /** 1 where the study has an application to the specialization. */
  readonly linked: Uint8Array;
  /** Gaps of advice of each study: they do not depend on the specialization. */
  readonly adviceUnmet: Int32Array;
  readonly adviceUnanswered: Int32Array;
}

/** Whether the pair has no application and every blocking gap can be closed (rules 7.2). */
export function couldSupportAt({ linked, unmet }: Pairs, pair: number): boolean {
  return linked[pair] === 0 && ((unmet[pair] as number) & unfixableBits) === 0;
}

/**
 * The answers of all studies to everything that any specialization asks, each different ask answered once, laid out so
 * that all pairs at a day are a few passes over arrays.
 */
export class PairTable {
  readonly #asks = new Map<string, AskColumn>();
  readonly #columns: readonly SpecializationColumn[];
  readonly #columnOf: ReadonlyMap<SpecializationFacts, number>;
  readonly #linked: Uint8Array;
  #evidence: Uint8Array | null = null;

  constructor(
    readonly studies: PlacedStudy[],
    readonly specializations: readonly SpecializationFacts[],
    readonly services: ServiceIndex,
  ) {
    this.#columns = specializations.map((specialization) => this.#columnFor(specialization));
    this.#columnOf = new Map(specializations.map((specialization, s) => [specialization, s]));
    this.#linked = new Uint8Array(studies.length * specializations.length);
    studies.forEach((study, n) => this.#set(n, study));
  }

  /** Puts the new state of a study in the place of the old one. */
  replace(before: PlacedStudy, after: PlacedStudy): void {
    this.#set(this.studies.indexOf(before), after);
  }

  #set(n: number, study: PlacedStudy): void {
    this.studies[n] = study;
    for (const ask of this.#asks.values()) ask.set(n, study.facts);
    for (let s = 0; s < this.#columns.length; s++) this.#linked[s * this.studies.length + n] = 0;
    for (const link of study.links) this.#linked[this.#pairOf(link.specialization, n)] = 1;
    if (this.#evidence) this.#findEvidence(this.#evidence, n, study.facts);
  }

  /** The gaps of all pairs at a day. */
  at(asOf: Day): Pairs {
    const day = dayNumber(asOf);
    const size = this.studies.length;
    const unmet = Int32Array.from(this.studies, ({ facts }) => unmetOn(facts, 'blocking', day));
    const unanswered = Int32Array.from(this.studies, ({ facts }) => facts.blocking.unanswered);
    for (const ask of this.#asks.values()) ask.moveTo(day);
    const pairs: Pairs = {
      studies: this.studies.map(({ facts }) => facts.reading.study.id),
      specializations: this.specializations.map(({ specialization }) => specialization.code),
      unmet: new Int32Array(size * this.#columns.length),
      unanswered: new Int32Array(size * this.#columns.length),
      linked: this.#linked.slice(),
      adviceUnmet: Int32Array.from(this.studies, ({ facts }) => unmetOn(facts, 'advice', day)),
      adviceUnanswered: Int32Array.from(this.studies, ({ facts }) => facts.advice.unanswered),
    };
    this.#columns.forEach(({ asks, unlinked }, s) => {
      const [from, to] = [s * size, (s + 1) * size];
      unite(pairs.unmet.subarray(from, to), unmet, unlinked.unmet, asks.map((ask) => ask.unmetNow));
      unite(pairs.unanswered.subarray(from, to), unanswered, unlinked.unanswered, asks.map((ask) => ask.unanswered));
    });
    this.#judgeLinks(pairs, unmet, unanswered, day);
    return pairs;
  }

  /** 1 for each pair where something in the study speaks for the specialization (`speaksFor`), linked or not. */
  get evidence(): Uint8Array {
    if (this.#evidence) return this.#evidence;
    const evidence = new Uint8Array(this.studies.length * this.#columns.length);
    this.studies.forEach(({ facts }, n) => this.#findEvidence(evidence, n, facts));
    return (this.#evidence = evidence);
  }

  #columnFor(specialization: SpecializationFacts): SpecializationColumn {
    const unlinked = judgedSoFar();
    const asks: AskColumn[] = [];
    for (const { code, ask } of specialization.asks) {
      const rule = ruleOf(code);
      if (rule.of === 'application') addAnswer(unlinked, code, rule.judge(null, ask));
      else asks.push(this.#askColumn(code, ask));
    }
    return { asks, unlinked: unlinked.blocking, fit: prepareFit(specialization.specialization, this.services), industries: new Map() };
  }

  #askColumn(code: FindingCode, ask: unknown): AskColumn {
    const key = `${code} ${JSON.stringify(ask)}`;
    const column = this.#asks.get(key) ?? new AskColumn(code, ask, this.studies.length);
    this.#asks.set(key, column);
    return column;
  }

  /** Pairs with an application have answers of their own to the rows about it. */
  #judgeLinks(pairs: Pairs, unmet: Int32Array, unanswered: Int32Array, day: number): void {
    this.studies.forEach(({ links }, n) => {
      for (const { specialization, asked } of links) {
        const pair = this.#pairOf(specialization, n);
        pairs.unmet[pair] = (unmet[n] as number) | unmetOn(asked, 'blocking', day);
        pairs.unanswered[pair] = (unanswered[n] as number) | asked.blocking.unanswered;
      }
    });
  }

  #findEvidence(evidence: Uint8Array, n: number, { reading }: StudyFacts): void {
    const industries = [reading.customer?.industry, reading.legalEntity?.industry].filter((industry) => typeof industry === 'string');
    this.#columns.forEach((column, s) => {
      const speaks = servicesSpeakFor(reading.serviceIds, column.fit) || industries.some((industry) => industrySpeaks(industry, column));
      evidence[s * this.studies.length + n] = speaks ? 1 : 0;
    });
  }

  #pairOf(specialization: SpecializationFacts, n: number): number {
    return (this.#columnOf.get(specialization) as number) * this.studies.length + n;
  }
}

interface SpecializationColumn {
  readonly asks: readonly AskColumn[];
  /** Gaps in the rows about the application where there is none. */
  readonly unlinked: { readonly unmet: number; readonly unanswered: number };
  readonly fit: Fit;
  /** Industries already compared: there are few of them. */
  readonly industries: Map<string, boolean>;
}

/** What every study answers to one ask of one row. */
class AskColumn {
  readonly unanswered: Int32Array;
  readonly #unmet: Int32Array;
  readonly #from: Int32Array;
  readonly #until: Int32Array;
  #timed = false;
  unmetNow: Int32Array;

  constructor(
    readonly code: FindingCode,
    readonly ask: unknown,
    size: number,
  ) {
    this.unanswered = new Int32Array(size);
    this.#unmet = new Int32Array(size);
    this.#from = new Int32Array(size).fill(always.from);
    this.#until = new Int32Array(size).fill(always.until);
    this.unmetNow = this.#unmet;
  }

  set(n: number, study: StudyFacts): void {
    const answer = answerOf(this.code, study, this.ask, null);
    const timed = typeof answer === 'object' && answer !== null;
    this.#unmet[n] = answer === 'unmet' ? bitOf(this.code) : 0;
    this.unanswered[n] = answer === 'unanswered' ? bitOf(this.code) : 0;
    this.#from[n] = timed ? answer.from : always.from;
    this.#until[n] = timed ? answer.until : always.until;
    if (timed && !this.#timed) [this.#timed, this.unmetNow] = [true, new Int32Array(this.#unmet.length)];
  }

  /** Makes `unmetNow` say what is unmet on the day. */
  moveTo(day: number): void {
    if (!this.#timed) return;
    const bit = bitOf(this.code);
    for (let n = 0; n < this.unmetNow.length; n++) {
      const outside = day < (this.#from[n] as number) || day >= (this.#until[n] as number);
      this.unmetNow[n] = (this.#unmet[n] as number) | (outside ? bit : 0);
    }
  }
}

function industrySpeaks(industry: string, { fit, industries }: SpecializationColumn): boolean {
  const known = industries.get(industry);
  if (known !== undefined) return known;
  const speaks = industrySpeaksFor(industry, fit);
  industries.set(industry, speaks);
  return speaks;
}

/** Every bit of the base, of the constant and of the other columns, place by place. */
function unite(into: Int32Array, base: Int32Array, constant: number, columns: readonly Int32Array[]): void {
  for (let n = 0; n < into.length; n++) into[n] = (base[n] as number) | constant;
  for (const column of columns) {
    for (let n = 0; n < into.length; n++) into[n] = (into[n] as number) | (column[n] as number);
  }
}
