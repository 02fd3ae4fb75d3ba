/** Makes the report: one fold over the record of changes, and what follows from where it ends. */
import { addMonths, dayNumber, type Day } from '../day.js';
import { legalEntities } from '../customers.js';
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
  const making = reporting(history, asked);
  for (let step = making.next(); ; step = making.next()) if (step.done) return step.value;
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
  const situation = situationOf(replay);
  const losses = lossesAhead(situation, to);
  yield 0.92;
  const changes = walk.changes.slice(earlier);
  const decisions = yield* at(0.95, decisionsFor(situation, { asOf: to, losses, changes, daysPerPoint: asked.daysPerPoint }));
  const targets = targetStandings(situation, to);
  const { standing, states } = walk;
  const timelines = targets.map(({ specialization: code }) => [code, replay.engine.timeline(code) as Timeline] as const);
  const { partner } = replay.records;
  const told = {
    headline: headlineOf(standing, targets),
    now: standing,
    before,
    targets,
    changes,
    trend: [...pastTrend(trendFrom, first, walk.changes), ...trendAhead(to, addMonths(to, trendMonths), timelines)],
    losses,
    gains: gainsAhead(situation, to),
    crowdedMonths: crowdedMonthsOf(losses),
    singlePoints: singlePointsOf(situation, to),
    decisions,
    shape: shapeOf(situation, to),
    value: businessValueOf(asked.facts, {
      statuses: new Map([...states].map(([code, { status }]) => [code, status])),
      heldSpecializations: partner.heldSpecializations,
    }),
    trust: trustOf(situation, to, replay.touchedOn, knownSince),
  };
  yield 0.99;
  return {
    from,
    to,
    knownSince,
    partner: partner.legalName,
    warningDays: replay.records.warningDays,
    ...told,
    ...namedIn(told, replay),
  };
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
