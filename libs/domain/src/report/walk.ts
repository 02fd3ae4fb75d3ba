import { dayNumber, dayOfNumber, type Day } from '../day.js';
import type { Counts, ReadinessStatus } from '../readiness.js';
import { statusOn } from '../steps.js';
import { countsOf, needsOf, type Timeline } from '../timeline.js';
import { causeOfDay, causeOfRevision, type Stand } from './causes.js';
import type { Revision } from './history.js';
import type { Replay } from './replay.js';
import type { Standing, StatusChange } from './report.js';

/** A specialization as the walk has it. */
interface Place extends Stand {
  /** The next day number on which its status can change by itself. */
  readonly turn: number;
}

/**
 * Walks the days of the record: first what a day itself does, then its writes one by one, each of them one step. Every
 * change of a status on the way, of any specialization, is in {@link changes}, so that their sum is the difference.
 */
export class Walk {
  readonly changes: StatusChange[] = [];
  readonly #places = new Map<string, Place>();
  #targets: ReadonlySet<string>;
  #day: number;

  /** Begins at the end of a day, with the engine of the replay made for that moment. */
  constructor(
    readonly replay: Replay,
    begin: Day,
  ) {
    this.#day = dayNumber(begin);
    this.#targets = targetsOf(replay);
    for (const code of replay.records.specializations.keys()) this.#put(code, this.#timeline(code));
  }

  get day(): Day {
    return dayOfNumber(this.#day);
  }

  /** Where every specialization stands, and whether it is a target. */
  get states(): Map<string, State> {
    return new Map([...this.#places].map(([code, { status }]) => [code, { status, isTarget: this.#targets.has(code) }]));
  }

  /** Goes on to the end of the day, or to a revision before it. */
  *to(day: Day, last = Infinity): Generator<void> {
    for (let next = this.replay.next; next && next.on <= day && next.revision <= last; next = this.replay.next) {
      yield* this.#passDays(dayNumber(next.on));
      this.#compare(yield* this.replay.step());
    }
    yield* this.#passDays(dayNumber(day));
  }

  /** What stands now. */
  get standing(): Standing {
    const targets = [...this.#places].filter(([code]) => this.#targets.has(code));
    const codes = (status: ReadinessStatus) => targets.flatMap(([code, place]) => (place.status === status ? [code] : []));
    const counting = new Set([...this.#places.values()].flatMap(({ timeline }) => timeline.countingOn(this.#day).map(({ id }) => id)));
    const active = [...this.replay.records.studies.values()].filter(({ status }) => status === 'active').map(({ id }) => id);
    return {
      ready: codes('ready'),
      atRisk: codes('at-risk'),
      notReady: codes('not-ready'),
      activeStudies: active,
      countingStudies: active.filter((id) => counting.has(id)),
    };
  }

  *#passDays(last: number): Generator<void> {
    for (let turn = this.#nextTurn(); turn <= last; turn = this.#nextTurn()) {
      this.#day = turn;
      for (const [code, place] of this.#places) if (place.turn === turn) this.#turn(code, place);
      yield;
    }
    this.#day = Math.max(this.#day, last);
  }

  #nextTurn(): number {
    let next = Infinity;
    for (const { turn } of this.#places.values()) if (turn < next) next = turn;
    return next;
  }

  #turn(code: string, before: Place): void {
    const { timeline } = before;
    const { status } = this.#put(code, timeline);
    if (status === before.status) return;
    const isTarget = this.#targets.has(code);
    this.changes.push({
      on: this.day,
      revision: null,
      specialization: code,
      before: before.status,
      after: status,
      wasTarget: isTarget,
      isTarget,
      had: countsOf(timeline.tallyOn(this.#day - 1)),
      has: countsOf(timeline.tallyOn(this.#day)),
      needs: needsOf(timeline.requires),
      cause: causeOfDay(timeline, this.#day, before.status, status),
    });
  }

  #compare(revision: Revision): void {
    const { records, engine } = this.replay;
    const were = this.#targets;
    const moved = engine.takeMoved();
    // A write of studies and customers touches few specializations; any other may touch all.
    const isAboutAll = revision.changes.some(({ kind }) => kind === 'settings' || kind === 'specialization');
    if (isAboutAll) {
      this.#targets = targetsOf(this.replay);
      for (const [code, before] of this.#places) if (!records.specializations.has(code)) this.#note(revision, code, before, null, were);
    }
    for (const code of isAboutAll ? records.specializations.keys() : moved) {
      const before = this.#places.get(code) ?? null;
      const timeline = this.#timeline(code);
      const isTouched = before?.timeline !== timeline || before.warningDays !== records.warningDays;
      const after = isTouched ? this.#put(code, timeline) : before;
      const isSame = before?.status === after.status && were.has(code) === this.#targets.has(code);
      if (!isSame) this.#note(revision, code, before, after, were);
    }
  }

  #note(revision: Revision, code: string, before: Place | null, after: Place | null, were: ReadonlySet<string>): void {
    if (!after) this.#places.delete(code);
    const isTarget = this.#targets.has(code);
    this.changes.push({
      on: this.day,
      revision: revision.revision,
      specialization: code,
      before: before?.status ?? null,
      after: after?.status ?? null,
      wasTarget: were.has(code),
      isTarget,
      had: this.#counts(before),
      has: this.#counts(after),
      needs: needsOf(((after ?? before) as Place).timeline.requires),
      cause: causeOfRevision(revision, this.#day, before, after, isTarget),
    });
  }

  #put(code: string, timeline: Timeline): Place {
    const { warningDays } = this.replay.records;
    const place = {
      timeline,
      status: statusOn(timeline, this.#day, warningDays),
      warningDays,
      turn: nextTurnOf(timeline, this.#day, warningDays),
    };
    this.#places.set(code, place);
    return place;
  }

  #counts(stand: Stand | null): Counts {
    return stand ? countsOf(stand.timeline.tallyOn(this.#day)) : { studies: 0, public: 0, categories: 0 };
  }

  #timeline(code: string): Timeline {
    return this.replay.engine.timeline(code) as Timeline;
  }
}

export interface State {
  readonly status: ReadinessStatus;
  readonly isTarget: boolean;
}

function targetsOf({ records }: Replay): ReadonlySet<string> {
  return new Set(records.partner.targets.map(({ specialization }) => specialization));
}

/** The first day after `day` on which it turns ready or not ready, or a coming loss begins to be near. */
function nextTurnOf({ flips }: Timeline, day: number, warningDays: number): number {
  let next = Infinity;
  for (const flip of flips) {
    if (flip > day) next = Math.min(next, flip);
    if (flip - warningDays > day) next = Math.min(next, flip - warningDays);
  }
  return next;
}
