import { Board, type Supposition } from './board.js';
import type { Day } from './day.js';
import { unitsBelow } from './legal-entity.js';
import { linkStudy, type Link } from './link.js';
import type { Customer, Portfolio, Specialization, Study } from './portfolio.js';
import { linkedVerdicts, type LinkedVerdicts } from './linked-verdicts.js';
import { PairTable } from './pairs.js';
import { PlacedStudy } from './placed-study.js';
import { usualWarningDays, type Readiness } from './readiness.js';
import type { ServiceIndex } from './services.js';
import { contextOf, readStudy, type KnownFacts, type RuleContext } from './study-reading.js';
import type { Timeline } from './timeline.js';
import { judge, prepareSpecialization, prepareStudy, type SpecializationFacts, type StudyFacts, type Verdict } from './verdict.js';

/** A supposed change, in ids of studies: `count` taken as counting, `lose` taken as retired. */
export interface SupposedIds {
  readonly count?: readonly string[];
  readonly lose?: readonly string[];
}

/**
 * A portfolio prepared so that readiness at any day is answered at once (rules 4 and 6). Texts are read once, when a
 * study is put in; a change of one study touches only the specializations it is linked to, a change of a catalog entry
 * only the studies linked to it. A change of what the partner holds takes a new engine.
 */
export class Engine {
  readonly #context: RuleContext;
  readonly #customers: Map<string, Customer>;
  /** In document order: a study put in again keeps its place. */
  readonly #studies = new Map<string, PlacedStudy>();
  readonly #boards = new Map<string, Board>();
  readonly #indexOf = (link: Link): number => this.#boardOf(link).index;
  /** Ids of the studies of each customer. */
  readonly #studiesOf = new Map<string, Set<string>>();
  #nextPlace = 0;
  #moved = new Set<string>();
  #pairs: PairTable | null = null;

  constructor(portfolio: Portfolio, facts: KnownFacts = {}) {
    const context = contextOf(portfolio, facts);
    this.#customers = new Map(context.customers);
    this.#context = { ...context, customers: this.#customers };
    for (const one of portfolio.specializations) this.#putBoard(one);
    for (const study of portfolio.studies) this.setStudy(study);
  }

  /** The readiness of every specialization at a day, in the order of the portfolio (rules 6). */
  readiness(asOf: Day, warningDays = usualWarningDays): Readiness[] {
    return [...this.#boards.values()].map((board) => board.readiness(asOf, warningDays));
  }

  /** The readiness of one specialization; `null` for a code that is not decided about. */
  readinessOf(code: string, asOf: Day, warningDays = usualWarningDays): Readiness | null {
    return this.#boards.get(code)?.readiness(asOf, warningDays) ?? null;
  }

  /**
   * What the readiness would be if the studies of `count` were active with every gap closed that is not a matter of
   * days, linked or not, and those of `lose` retired. Unknown ids change nothing.
   */
  readinessIf(code: string, asOf: Day, supposed: SupposedIds, warningDays = usualWarningDays): Readiness | null {
    return this.#boards.get(code)?.readinessIf(asOf, this.#supposition(supposed), warningDays) ?? null;
  }

  /** The same as a timeline: what charts of a supposed change are drawn from. */
  timelineIf(code: string, asOf: Day, supposed: SupposedIds): Timeline | null {
    return this.#boards.get(code)?.timelineIf(asOf, this.#supposition(supposed)) ?? null;
  }

  /** Who counts on which days for a specialization: what charts are drawn from. The same object until that changes. */
  timeline(code: string): Timeline | null {
    return this.#boards.get(code)?.timeline ?? null;
  }

  /** The codes of those in which it may have changed who counts on which days, since this was last asked. */
  takeMoved(): ReadonlySet<string> {
    const moved = this.#moved;
    this.#moved = new Set();
    return moved;
  }

  /** The verdict on a study for a specialization, linked or not; `null` where either is unknown. */
  verdict(id: string, code: string, asOf: Day): Verdict | null {
    const study = this.study(id);
    const specialization = this.specialization(code);
    return study && specialization && judge(study, specialization, asOf);
  }

  /** The verdicts of all applications at a day. */
  verdicts(asOf: Day): LinkedVerdicts {
    return linkedVerdicts([...this.#studies.values()], [...this.#boards.keys()], asOf);
  }

  /** Every study against every specialization: gaps at any day, and what speaks for the pair. */
  get pairs(): PairTable {
    // A study put in since is not in the table; it may be gone again, if it was only asked about.
    if (this.#pairs?.studies.length !== this.#studies.size) this.#pairs = null;
    this.#pairs ??= new PairTable([...this.#studies.values()], this.specializations, this.#context.services);
    return this.#pairs;
  }

  /** The prepared study; `null` for an unknown id. */
  study(id: string): StudyFacts | null {
    return this.#studies.get(id)?.facts ?? null;
  }

  /** Every prepared study, in document order. */
  get studies(): StudyFacts[] {
    return [...this.#studies.values()].map(({ facts }) => facts);
  }

  /** The links of a study to specializations that are decided about, in the order of its applications. */
  linksOf(id: string): readonly Link[] {
    return this.#studies.get(id)?.links ?? [];
  }

  /** Which names mean the same service. */
  get services(): ServiceIndex {
    return this.#context.services;
  }

  specialization(code: string): SpecializationFacts | null {
    return this.#boards.get(code)?.facts ?? null;
  }

  /** Every prepared specialization, in the order of the portfolio. */
  get specializations(): SpecializationFacts[] {
    return [...this.#boards.values()].map(({ facts }) => facts);
  }

  /** Prepares a study as this portfolio sees it, without putting it in: for checks while one types. */
  prepareStudy(study: Study): StudyFacts {
    return prepareStudy(readStudy(study, this.#context));
  }

  /** Prepares a specialization as this portfolio sees it, without putting it in. */
  prepareSpecialization(specialization: Specialization): SpecializationFacts {
    return prepareSpecialization(specialization, this.#context.services);
  }

  /** Puts a study in, at the end, or its new state in the place of the old one. */
  setStudy(study: Study): void {
    this.#place(this.prepareStudy(study), this.#studies.get(study.id)?.place ?? this.#nextPlace++);
  }

  removeStudy(id: string): void {
    const placed = this.#studies.get(id);
    if (!placed) return;
    for (const link of placed.links) this.#unlink(id, codeOf(link));
    this.#studies.delete(id);
    this.#noteCustomer(id, placed.facts.reading.study.customer, null);
    if (this.#pairs?.studies.includes(placed)) this.#pairs = null;
  }

  /** Puts a specialization in, at the end, or its new state in the place of the old one; no text is read again. */
  setSpecialization(specialization: Specialization): void {
    const { code } = specialization;
    const linked = this.#boards.get(code)?.linked ?? this.#appliedTo(code);
    this.#putBoard(specialization);
    this.#linkAnew(linked);
  }

  removeSpecialization(code: string): void {
    if (!this.#boards.has(code)) return;
    const left = this.specializations.filter(({ specialization }) => specialization.code !== code);
    this.#boards.clear();
    for (const { specialization } of left) this.#putBoard(specialization);
    this.#linkAnew([...this.#studies.keys()]);
  }

  #appliedTo(code: string): string[] {
    return [...this.#studies.values()].filter(({ facts }) => facts.applications.has(code)).map(({ id }) => id);
  }

  #putBoard(specialization: Specialization): void {
    const { code } = specialization;
    this.#moved.add(code);
    this.#boards.set(code, new Board(this.prepareSpecialization(specialization), this.#boards.get(code)?.index ?? this.#boards.size));
  }

  #linkAnew(ids: readonly string[]): void {
    this.#pairs = null;
    for (const { facts, place } of ids.flatMap((id) => this.#studies.get(id) ?? [])) this.#place(facts, place);
  }

  #place(facts: StudyFacts, place: number): void {
    const { id, applications } = facts.reading.study;
    const before = this.#studies.get(id);
    // Where the study is the same as it was, so are its links to entries that are.
    const kept = new Map(before?.facts === facts ? before.links.map((link) => [link.specialization, link]) : []);
    const links = applications.flatMap((application) => {
      const board = this.#boards.get(application.specialization);
      return board ? [kept.get(board.facts) ?? linkStudy(facts, board.facts, application)] : [];
    });
    const placed = new PlacedStudy(place, facts, links, this.#indexOf);
    this.#studies.set(id, placed);
    this.#noteCustomer(id, before?.facts.reading.study.customer ?? null, facts.reading.study.customer);
    if (before) this.#pairs?.replace(before, placed);
    // A board that another entry took the place of is gone, and with it what stood on it.
    for (const link of before?.links ?? []) if (!facts.applications.has(codeOf(link))) this.#unlink(id, codeOf(link));
    for (const link of links) {
      if (!kept.has(link.specialization) && this.#boardOf(link).put(place, link)) this.#moved.add(codeOf(link));
    }
  }

  /** Puts a customer in; the studies of it and of what is below it are judged anew. */
  setCustomer(customer: Customer): void {
    this.#changeCustomer(customer.id, () => this.#customers.set(customer.id, customer));
  }

  removeCustomer(id: string): void {
    this.#changeCustomer(id, () => this.#customers.delete(id));
  }

  #changeCustomer(id: string, change: () => void): void {
    change();
    const concerned = [...unitsBelow(id, this.#customers)].flatMap((customer) => [...(this.#studiesOf.get(customer) ?? [])]);
    for (const study of concerned) this.setStudy((this.#studies.get(study) as PlacedStudy).facts.reading.study);
  }

  #unlink(id: string, code: string): void {
    if (this.#boards.get(code)?.remove(id)) this.#moved.add(code);
  }

  #noteCustomer(study: string, before: string | null, after: string | null): void {
    if (before === after) return;
    if (before !== null) this.#studiesOf.get(before)?.delete(study);
    if (after === null) return;
    const own = this.#studiesOf.get(after);
    if (own) own.add(study);
    else this.#studiesOf.set(after, new Set([study]));
  }

  #supposition({ count = [], lose = [] }: SupposedIds): Supposition {
    return { count: count.flatMap((id) => this.#studies.get(id) ?? []), lose };
  }

  #boardOf(link: Link): Board {
    return this.#boards.get(codeOf(link)) as Board;
  }
}

const codeOf = (link: Link): string => link.specialization.specialization.code;
