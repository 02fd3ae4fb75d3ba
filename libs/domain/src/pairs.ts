import { dayNumber, type Day } from './day.js';
import { always, type FindingCode } from './eligibility.js';
import { unfixableBits } from './effort.js';
import { industrySpeaksFor, prepareFit, servicesSpeakFor, type Fit } from './fit.js';
import { linkedVerdicts } from './linked-verdicts.js';
import type { PlacedStudy } from './placed-study.js';
import type { ServiceIndex } from './services.js';
import { addAnswer, answerOf, bitOf, judgedSoFar, ruleOf, type SpecializationFacts, type StudyFacts } from './verdict.js';

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

  /** Puts the new state of a study in the place of the old one, if that is in the table. */
  replace(before: PlacedStudy, after: PlacedStudy): void {
    const n = this.studies.indexOf(before);
    if (n >= 0) this.#set(n, after);
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
    const codes = this.specializations.map(({ specialization }) => specialization.code);
    const linked = linkedVerdicts(this.studies, codes, asOf);
    for (const ask of this.#asks.values()) ask.moveTo(dayNumber(asOf));
    const size = this.studies.length;
    const unmet = new Int32Array(size * codes.length);
    const unanswered = new Int32Array(size * codes.length);
    this.#columns.forEach(({ asks, unlinked }, s) => {
      const [from, to] = [s * size, (s + 1) * size];
      unite(unmet.subarray(from, to), unlinked.unmet, [linked.studyUnmet, ...asks.flatMap((ask) => ask.unmetNow ?? [])]);
      unite(unanswered.subarray(from, to), unlinked.unanswered, [linked.studyUnanswered, ...asks.flatMap((ask) => ask.unanswered ?? [])]);
    });
    // Pairs with an application have answers of their own to the rows about it.
    for (let n = 0; n < size; n++) {
      for (let link = linked.offsets[n] as number; link < (linked.offsets[n + 1] as number); link++) {
        const pair = (linked.specialization[link] as number) * size + n;
        unmet[pair] = linked.unmet[link] as number;
        unanswered[pair] = linked.unanswered[link] as number;
      }
    }
    const { studies, adviceUnmet, adviceUnanswered } = linked;
    return {
      studies,
      specializations: codes,
      unmet,
      unanswered,
      linked: this.#linked.slice(),
      adviceUnmet,
      adviceUnanswered,
    };
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
    return {
      asks,
      unlinked: unlinked.blocking,
      fit: prepareFit(specialization.specialization, this.services),
      industries: new Map(),
    };
  }

  #askColumn(code: FindingCode, ask: unknown): AskColumn {
    const key = `${code} ${JSON.stringify(ask)}`;
    const column = this.#asks.get(key) ?? new AskColumn(code, ask, this.studies.length);
    this.#asks.set(key, column);
    return column;
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

/** What every study answers to one ask of one row: bits, `null` where none is set for any study. */
class AskColumn {
  unanswered: Int32Array | null = null;
  unmetNow: Int32Array | null = null;
  #unmet: Int32Array | null = null;
  #windows: { readonly from: Int32Array; readonly until: Int32Array } | null = null;

  constructor(
    readonly code: FindingCode,
    readonly ask: unknown,
    readonly size: number,
  ) {}

  set(n: number, study: StudyFacts): void {
    const answer = answerOf(this.code, study, this.ask, null);
    const bit = bitOf(this.code);
    const window = typeof answer === 'object' && answer !== null ? answer : always;
    if (answer === 'unmet') this.#unmet ??= new Int32Array(this.size);
    if (answer === 'unanswered') this.unanswered ??= new Int32Array(this.size);
    if (window !== always) this.#windows ??= this.#alwaysMet();
    if (this.#unmet) this.#unmet[n] = answer === 'unmet' ? bit : 0;
    if (this.unanswered) this.unanswered[n] = answer === 'unanswered' ? bit : 0;
    if (this.#windows) [this.#windows.from[n], this.#windows.until[n]] = [window.from, window.until];
  }

  /** Makes `unmetNow` say what is unmet on the day. */
  moveTo(day: number): void {
    this.unmetNow = this.#unmet;
    if (!this.#windows) return;
    const { from, until } = this.#windows;
    const bit = bitOf(this.code);
    const unmet = this.#unmet?.slice() ?? new Int32Array(this.size);
    for (let n = 0; n < unmet.length; n++) {
      if (day < (from[n] as number) || day >= (until[n] as number)) unmet[n] = (unmet[n] as number) | bit;
    }
    this.unmetNow = unmet;
  }

  #alwaysMet() {
    return { from: new Int32Array(this.size).fill(always.from), until: new Int32Array(this.size).fill(always.until) };
  }
}

function industrySpeaks(industry: string, { fit, industries }: SpecializationColumn): boolean {
  const known = industries.get(industry);
  if (known !== undefined) return known;
  const speaks = industrySpeaksFor(industry, fit);
  industries.set(industry, speaks);
  return speaks;
}

/** Every bit of the constant and of the columns, place by place; three columns in one pass, because memory is what is slow. */
function unite(into: Int32Array, constant: number, columns: readonly Int32Array[]): void {
  let more = constant;
  for (let c = 0; c < columns.length; c += 3) {
    const first = columns[c] as Int32Array;
    const [second, third] = [columns[c + 1] ?? first, columns[c + 2] ?? first];
    for (let n = 0; n < into.length; n++) {
      into[n] = (into[n] as number) | more | (first[n] as number) | (second[n] as number) | (third[n] as number);
    }
    more = 0;
  }
}
