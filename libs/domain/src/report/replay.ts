import type { Day } from '../day.js';
import { Engine } from '../engine.js';
import type { KnownFacts } from '../study-reading.js';
import type { History, RecordChange, Revision } from './history.js';
import { namedSpecialization, namedStudy, Records } from './records.js';
import type { NamedSpecialization, NamedStudy } from './report.js';

/**
 * The record of changes done again, revision by revision. Its methods are generators that can be left after each record,
 * so that a process may answer others meanwhile; what stands is asked between revisions only.
 */
export class Replay {
  readonly records: Records;
  /** As they last stood, for whoever is told of what is gone. */
  readonly gone = { studies: new Map<string, NamedStudy>(), specializations: new Map<string, NamedSpecialization>() };
  /** The day of the last revision that touched the study; none where it is before the record. */
  readonly touchedOn = new Map<string, Day>();
  readonly #revisions: Iterator<Revision>;
  #next: Revision | null;
  #engine: Engine | null = null;

  constructor(
    { start, revisions }: History,
    readonly services: KnownFacts['services'] = [],
  ) {
    this.records = new Records(start);
    this.#revisions = revisions[Symbol.iterator]();
    this.#next = this.#read();
  }

  /** The next revision; `null` where none is left. */
  get next(): Pick<Revision, 'on' | 'revision'> | null {
    return this.#next;
  }

  /** Does the next revision, and tells the engine of it. */
  *step(): Generator<void, Revision> {
    const revision = this.#next;
    if (!revision) throw new Error('There is no revision left.');
    for (const change of revision.changes) {
      this.#apply(change, revision.on);
      yield;
    }
    this.#next = this.#read();
    return revision;
  }

  /** Does every revision up to the end of the day, or up to one before it. */
  *skipTo(day: Day, last = Infinity): Generator<void> {
    while (this.#next && this.#next.on <= day && this.#next.revision <= last) yield* this.step();
  }

  /** Makes the engine for what stands; from here on it is told of every change. */
  *prepare(): Generator<void, Engine> {
    const { portfolio } = this.records;
    // What the partner holds is behind advice only, which no status rests on: so it takes no new engine when it changes.
    const partner = { ...portfolio.partner, heldSpecializations: [] };
    const engine = new Engine({ ...portfolio, partner, studies: [] }, { services: this.services });
    for (const study of portfolio.studies) {
      engine.setStudy(study);
      yield;
    }
    return (this.#engine = engine);
  }

  /** The engine made by `prepare`. */
  get engine(): Engine {
    if (!this.#engine) throw new Error('The engine is made by `prepare`.');
    return this.#engine;
  }

  #read(): Revision | null {
    const { value, done } = this.#revisions.next();
    return done ? null : value;
  }

  #apply(change: RecordChange, on: Day): void {
    this.#remember(change, on);
    this.records.apply(change);
    if (this.#engine) tell(this.#engine, change);
  }

  #remember({ kind, id, after }: RecordChange, on: Day): void {
    if (kind === 'study') this.touchedOn.set(id, on);
    if (after !== null) return;
    const { studies, specializations } = this.records;
    const [study, specialization] = [studies.get(id), specializations.get(id)];
    if (kind === 'study' && study) this.gone.studies.set(id, namedStudy(study));
    if (kind === 'specialization' && specialization) this.gone.specializations.set(id, namedSpecialization(specialization));
  }
}

function tell(engine: Engine, { kind, id, after }: RecordChange): void {
  switch (kind) {
    case 'study':
      return after ? engine.setStudy(after) : engine.removeStudy(id);
    case 'customer':
      return after ? engine.setCustomer(after) : engine.removeCustomer(id);
    case 'specialization':
      return after ? engine.setSpecialization(after) : engine.removeSpecialization(id);
    case 'settings':
      return undefined;
  }
}
