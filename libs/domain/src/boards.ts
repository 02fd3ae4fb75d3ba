import { Board } from './board.js';
import { linkStudy, type Link } from './link.js';
import type { PlacedStudy } from './placed-study.js';
import type { SpecializationFacts, StudyFacts } from './verdict.js';

/** The boards of all specializations, in the order of the portfolio, and which of them moved. */
export class Boards {
  readonly #byCode = new Map<string, Board>();
  #moved = new Set<string>();

  get all(): Board[] {
    return [...this.#byCode.values()];
  }

  get codes(): string[] {
    return [...this.#byCode.keys()];
  }

  get(code: string): Board | null {
    return this.#byCode.get(code) ?? null;
  }

  /** The board on which the link stands. */
  of(link: Link): Board {
    return this.#byCode.get(codeOf(link)) as Board;
  }

  /** Puts an empty board at the end, or in the place of the one of the same code. */
  put(facts: SpecializationFacts): void {
    const { code } = facts.specialization;
    this.#moved.add(code);
    this.#byCode.set(code, new Board(facts, this.#byCode.get(code)?.index ?? this.#byCode.size));
  }

  /** Takes a board away; the others begin again, empty. */
  remove(code: string): void {
    const left = this.all.map(({ facts }) => facts).filter(({ specialization }) => specialization.code !== code);
    this.#byCode.clear();
    for (const facts of left) this.put({ ...facts });
  }

  /** The study's links in the order of its applications; those of `before` where neither it nor the entry changed. */
  linksOf(study: StudyFacts, before: PlacedStudy | null): Link[] {
    const kept = keptLinks(study, before);
    return [...study.applications.values()].flatMap((application) => {
      const facts = this.get(application.specialization)?.facts;
      return facts ? [kept.get(facts) ?? linkStudy(study, facts, application)] : [];
    });
  }

  /** Puts the new state of a study in the place of the old one; `null` where there is none. */
  move(before: PlacedStudy | null, after: PlacedStudy | null): void {
    for (const link of before?.links ?? []) if (!after?.facts.applications.has(codeOf(link))) this.#unlink(link);
    if (!after) return;
    const kept = new Set(before?.links);
    for (const link of after.links) if (!kept.has(link) && this.of(link).put(after.place, link)) this.#moved.add(codeOf(link));
  }

  /** The codes of those in which it may have changed who counts on which days, since this was last asked. */
  takeMoved(): ReadonlySet<string> {
    const moved = this.#moved;
    this.#moved = new Set();
    return moved;
  }

  /** A board that was taken away is gone with all that stood on it. */
  #unlink(link: Link): void {
    const code = codeOf(link);
    if (this.get(code)?.remove(link.study.reading.study.id)) this.#moved.add(code);
  }
}

function keptLinks(study: StudyFacts, before: PlacedStudy | null): ReadonlyMap<SpecializationFacts, Link> {
  return new Map(before?.facts === study ? before.links.map((link) => [link.specialization, link]) : []);
}

const codeOf = (link: Link): string => link.specialization.specialization.code;
