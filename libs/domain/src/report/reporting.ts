/** Makes the report: one fold over the record of changes, and what follows from where it ends. */
import { addMonths, dayNumber, type Day } from '../day.js';
import { legalEntities } from '../customers.js';
import { finish } from '../finish.js';
import type { Situation } from '../situation.js';
import type { KnownFacts } from '../study-reading.js';
import type { Timeline } from '../timeline.js';
import { crowdedMonthsOf, gainsAhead, lossesAhead, singlePointsOf } from './ahead.js';
import type { ValueFacts } from './business-value.js';
import { decisionsFor } from './decisions.js';
import type { History } from './history.js';
import { namedIn } from './named.js';
import { Replay } from './replay.js';
import type { Report } from './report.js';
import { shapeOf } from './shape.js';
import { headlineOf, targetStandings } from './targets.js';
import { pastTrend, trendAhead } from './trend.js';
import { trustOf } from './trust.js';
import { businessValueOf } from './value.js';
import { Walk } from './walk.js';

export interface Asked {
  /** The day of the report before. */
  readonly from: Day;
  /** The last revision that it knew: what was written later on its day is news. Without it all of the day was known. */
  readonly fromRevision?: number | undefined;
  /** The day it speaks of, as known at its end; never before `from`. */
  readonly to: Day;
  readonly facts: ValueFacts;
  /** Working days for each point of effort (a setting). */
  readonly daysPerPoint: number;
  readonly services?: KnownFacts['services'];
}

/** Months that the trend goes back and ahead. */
const trendMonths = 12;

/** The report, run to its end at once. */
export function report(history: History, asked: Asked): Report {
  return finish(reporting(history, asked));
}

/**
 * The report, made in steps between which others may be answered; it yields how far it is, from 0 to 1. The same history
 * and days give the same report.
 */
export function* reporting(history: History, asked: Asked): Generator<number, Report> {
  const { from, to, fromRevision } = asked;
  const knownSince = history.startsOn;
  const trendFrom = latest(knownSince, addMonths(to, -trendMonths));
  const begin = latest(knownSince, from < trendFrom ? from : trendFrom);
  const replay = new Replay(history, asked.services);
  yield* at(0, replay.skipTo(begin, begin === from ? fromRevision : undefined));
  yield* at(0.05, replay.prepare());
  const walk = new Walk(replay, begin);
  const first = walk.states;
  const done = () => 0.1 + 0.8 * share(begin, walk.day, to);
  yield* at(done, walk.to(from, fromRevision));
  const before = from < knownSince ? null : walk.standing;
  const earlier = walk.changes.length;
  yield* at(done, walk.to(to));
  const trend = pastTrend(trendFrom, first, walk.changes);
  yield 0.91;
  return yield* told({ asked, knownSince, replay, walk, before, changes: walk.changes.slice(earlier), trend });
}

interface Walked extends Pick<Report, 'knownSince' | 'before' | 'changes'> {
  readonly asked: Asked;
  readonly replay: Replay;
  readonly walk: Walk;
  /** As far as it lies behind. */
  readonly trend: Report['trend'];
}

/** What follows from where the walk ended. */
function* told({ asked, knownSince, replay, walk, before, changes, trend }: Walked): Generator<number, Report> {
  const { from, to, facts, daysPerPoint } = asked;
  const { records, engine } = replay;
  const { legalName, heldSpecializations } = records.partner;
  const situation = situationOf(replay);
  const now = walk.standing;
  yield 0.915;
  const losses = lossesAhead(situation, to);
  yield 0.92;
  const decisions = yield* at(0.93, decisionsFor(situation, { asOf: to, losses, changes, daysPerPoint }));
  const targets = targetStandings(situation, to);
  yield 0.96;
  const timelines = targets.map(({ specialization: code }) => [code, engine.timeline(code) as Timeline] as const);
  const ahead = {
    trend: [...trend, ...trendAhead(to, addMonths(to, trendMonths), timelines)],
    gains: gainsAhead(situation, to),
    singlePoints: singlePointsOf(situation, to),
  };
  yield 0.97;
  const shape = yield* at(0.975, shapeOf(situation, to));
  yield 0.98;
  const statuses = new Map([...walk.states].map(([code, { status }]) => [code, status]));
  const all = {
    headline: headlineOf(now, targets),
    now,
    before,
    targets,
    changes,
    ...ahead,
    losses,
    crowdedMonths: crowdedMonthsOf(losses),
    decisions,
    shape,
    value: businessValueOf(facts, { statuses, heldSpecializations }),
    trust: trustOf(situation, to, replay.touchedOn, knownSince),
  };
  yield 0.99;
  return { from, to, knownSince, partner: legalName, warningDays: records.warningDays, ...all, ...namedIn(all, replay) };
}

/** Runs to its end what yields nothing, yielding how far the report is. */
function* at<T>(done: number | (() => number), steps: Generator<void, T>): Generator<number, T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    yield typeof done === 'number' ? done : done();
  }
}

function situationOf({ records, engine }: Replay): Situation {
  const { portfolio, warningDays, studies, specializations } = records;
  const entities = legalEntities(portfolio.customers);
  const memos = new Map<string, unknown>();
  return {
    portfolio,
    engine,
    warningDays,
    study: (id) => studies.get(id),
    specialization: (code) => specializations.get(code),
    entityOf: (customer) => entities.get(customer) ?? null,
    memo: <T>(key: string, make: () => T): T => {
      if (!memos.has(key)) memos.set(key, make());
      return memos.get(key) as T;
    },
  };
}

function share(begin: Day, now: Day, end: Day): number {
  const length = dayNumber(end) - dayNumber(begin);
  return length <= 0 ? 1 : Math.min(1, (dayNumber(now) - dayNumber(begin)) / length);
}

const latest = (one: Day, other: Day): Day => (one > other ? one : other);
