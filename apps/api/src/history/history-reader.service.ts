import { Injectable } from '@nestjs/common';
import type { FieldFault } from '@caseboard/contracts';
import type { Day, History, Known, RecordChange, Revision, Specialization } from '@caseboard/domain';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { breathing } from '../platform/breathe.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { LastFew } from '../platform/last-few.js';
import { Refusal } from '../platform/refusal.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { readDays } from './days.js';
import { entriesUpTo, firstEntry, type Entry } from './entries.js';
import { pastSnapshot, type Past } from './past-snapshot.js';
import { Replay } from './replay.js';

/** Which part of the past is asked for. */
export interface HistoryQuery {
  /** What was known at its end is what the history begins with. */
  readonly startsOn: Day;
  /** What was written later on that day is told as a change. */
  readonly startsAfter?: number | undefined;
  /** The last day whose changes are told. */
  readonly until: Day;
  /** Nothing that was written later is told. */
  readonly upTo: number;
  /** The day that it is, or was when the question was first asked: nothing counts as written later. */
  readonly today: Day;
  /** The catalog that a reset goes back to: the present one, unless the question was first asked under another. */
  readonly shipped?: readonly Specialization[] | undefined;
}

const everyRevision = 2 ** 31 - 1;

/** Rebuilds what was known when, out of the record of changes alone. */
@Injectable()
export class HistoryReader {
  private readonly pasts = new LastFew<Day, Snapshot>(3);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The first day that the record can tell of; null where nothing was ever written. */
  async knownSince(today: Day): Promise<Day | null> {
    const { manager } = this.database;
    const first = await firstEntry(manager);
    return first && (await readDays(manager, this.clock, { today, upTo: everyRevision }))(first);
  }

  /** A day that the record can tell of, up to today; any other is refused by name. */
  async recordedDay(text: string, path: string, present: Snapshot): Promise<Day> {
    const { today } = present;
    const day = present.asOf(text, path);
    const since = (await this.knownSince(today)) ?? today;
    if (day > today) throw refusalOf({ path, value: text, reason: 'day-out-of-range', params: { from: since, to: today } });
    if (day < since) throw refusalOf({ path, value: text, reason: 'before-record', params: { from: since } });
    return day;
  }

  async read(query: HistoryQuery): Promise<History> {
    let start: Known | null = null;
    const revisions: (Revision & { changes: RecordChange[] })[] = [];
    const { startsOn, startsAfter = everyRevision } = query;
    const replay = await this.walk(query, ({ on, replay, entry }) => {
      if (on <= startsOn && entry.revision <= startsAfter) return void replay.apply(entry);
      start ??= replay.known();
      const change = replay.apply(entry);
      const last = revisions.at(-1);
      if (last?.revision === entry.revision) last.changes.push(change);
      else revisions.push({ revision: entry.revision, on, changes: [change] });
    });
    return { startsOn, start: start ?? replay.known(), revisions };
  }

  /** What was known at the end of a day, to be asked like the present. A day that is over does not change, so it is kept. */
  async knownOn(day: Day, today: Day): Promise<Snapshot> {
    const found = this.pasts.get(day);
    if (found) return found;
    const made = this.past(day, today).then((past) => pastSnapshot(past, day));
    if (day < today) this.pasts.keep(day, made);
    return made;
  }

  private async past(day: Day, today: Day): Promise<Past> {
    let last = 0;
    const replay = await this.walk({ startsOn: day, until: day, upTo: everyRevision, today }, ({ replay, entry }) => {
      last = entry.revision;
      replay.apply(entry);
    });
    return { ...replay.known(), revision: last, ownCodes: replay.ownCodes };
  }

  /** Entry by entry, each with the day it was written on; answers what stands after the last. */
  private async walk(query: HistoryQuery, step: (at: Step) => void): Promise<Replay> {
    const replay = new Replay(query.shipped ?? builtInSpecializations);
    const { manager } = this.database;
    const dayOf = await readDays(manager, this.clock, query);
    const breathe = breathing();
    let on = '' as Day;
    for await (const part of entriesUpTo(manager, query.upTo)) {
      for (const entry of part) {
        // Two processes may differ in what time it is; revisions have one order.
        on = later(on, dayOf(entry));
        if (on > query.until) return replay;
        step({ on, replay, entry });
        await breathe();
      }
    }
    return replay;
  }
}

interface Step {
  readonly on: Day;
  readonly replay: Replay;
  readonly entry: Entry;
}

const refusalOf = (fault: FieldFault) => new Refusal('invalid-fields', {}, [fault]);
const later = (a: Day, b: Day): Day => (a > b ? a : b);
