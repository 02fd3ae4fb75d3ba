import type { Supposition } from './board.js';
import { Boards } from './boards.js';
import type { Day } from './day.js';
import { unitsBelow } from './legal-entity.js';
import type { Link } from './link.js';
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
  readonly #boards = new Boards();
  readonly #indexOf = (link: Link): number => this.#boards.of(link).index;
  /** Ids of the studies of each customer. */
  readonly #studiesOf = new Map<string, Set<string>>();
  #nextPlace = 0;
  #pairs: PairTable | null = null;

  constructor(portfolio: Portfolio, facts: KnownFacts = {}) {
    const context = contextOf(portfolio, facts);
    this.#customers = new Map(context.customers);
    this.#context = { ...context, customers: this.#customers };
    for (const one of portfolio.specializations) this.#boards.put(this.prepareSpecialization(one));
    for (const study of portfolio.studies) this.setStudy(study);
  }

  /** The readiness of every specialization at a day, in the order of the portfolio (rules 6). */
  readiness(asOf: Day, warningDays = usualWarningDays): Readiness[] {
    return this.#boards.all.map((board) => board.readiness(asOf, warningDays));
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
    return this.#boards.takeMoved();
  }

  /** The verdict on a study for a specialization, linked or not; `null` where either is unknown. */
  verdict(id: string, code: string, asOf: Day): Verdict | null {
    const study = this.study(id);
    const specialization = this.specialization(code);
    return study && specialization && judge(study, specialization, asOf);
  }

  /** The verdicts of all applications at a day. */
  verdicts(asOf: Day): LinkedVerdicts {
    return linkedVerdicts([...this.#studies.values()], this.#boards.codes, asOf);
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
    return this.#boards.all.map(({ facts }) => facts);
  }

  /** Prepares a study as this portfolio sees it, without putting it in: for checks while one types. */
  prepareStudy(study: Study): StudyFacts {
    const before = this.study(study.id);
    return prepareStudy(readStudy(study, this.#context, before?.reading), before);
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
    this.#boards.move(placed, null);
    this.#studies.delete(id);
    this.#noteCustomer(id, placed.facts.reading.study.customer, null);
    if (this.#pairs?.studies.includes(placed)) this.#pairs = null;
  }

  /** Puts a specialization in, at the end, or its new state in the place of the old one; no text is read again. */
  setSpecialization(specialization: Specialization): void {
    const { code } = specialization;
    const linked = this.#boards.get(code)?.linked ?? this.#appliedTo(code);
    this.#boards.put(this.prepareSpecialization(specialization));
    this.#linkAnew(linked);
  }

  removeSpecialization(code: string): void {
    if (!this.#boards.get(code)) return;
    this.#boards.remove(code);
    this.#linkAnew([...this.#studies.keys()]);
  }

  #appliedTo(code: string): string[] {
    return [...this.#studies.values()].filter(({ facts }) => facts.applications.has(code)).map(({ id }) => id);
  }

  #linkAnew(ids: readonly string[]): void {
    this.#pairs = null;
    for (const { facts, place } of ids.flatMap((id) => this.#studies.get(id) ?? [])) this.#place(facts, place);
  }

  #place(facts: StudyFacts, place: number): void {
    const { id, customer } = facts.reading.study;
    const before = this.#studies.get(id) ?? null;
    const placed = new PlacedStudy(place, facts, this.#boards.linksOf(facts, before), this.#indexOf);
    this.#studies.set(id, placed);
    this.#noteCustomer(id, before?.facts.reading.study.customer ?? null, customer);
    if (before) this.#pairs?.replace(before, placed);
    this.#boards.move(before, placed);
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
}
