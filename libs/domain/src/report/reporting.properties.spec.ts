import fc from 'fast-check';
import { oracle } from '../../test-cases/oracle/oracle.js';
import { daysOfHistory, portfolioByHand, randomHistory } from '../../test-cases/oracle/random-history.js';
import { awsServices } from '../catalog/aws-services.js';
import { spacedLegalForms, unspacedLegalForms } from '../catalog/legal-forms.js';
import { addDays, type Day } from '../day.js';
import { Engine } from '../engine.js';
import { finish } from '../finish.js';
import type { Specialization } from '../portfolio.js';
import type { ReadinessStatus } from '../readiness.js';
import { indexServices } from '../services.js';
import { noValue } from '../testing.js';
import type { History } from './history.js';
import { knownOn } from './records.js';
import { Replay } from './replay.js';
import type { Report } from './report.js';
import { report } from './reporting.js';
import { applyChange } from './trend.js';
import { Walk, type State } from './walk.js';

const services = indexServices(awsServices);
/** Seeds, so that a failure prints a number and not a history. */
const seeds = fc.integer({ min: 0, max: 1_000_000 });
const twoDays = fc
  .tuple(fc.integer({ min: 0, max: daysOfHistory }), fc.integer({ min: 0, max: daysOfHistory }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

const reported = (history: History, from: number, to: number): Report =>
  report(history, {
    from: addDays(history.startsOn, from),
    to: addDays(history.startsOn, to),
    facts: noValue,
    daysPerPoint: 2,
    services,
  });

/** Every state as a fresh engine gives it, over what was known on the day. */
function statesOn(history: History, day: Day): Map<string, State> {
  const { portfolio, warningDays } = knownOn(history, day);
  const targets = new Set(portfolio.partner.targets.map(({ specialization }) => specialization));
  const readiness = new Engine(portfolio, { services }).readiness(day, warningDays);
  return new Map(readiness.map(({ code, status }) => [code, { status, isTarget: targets.has(code) }]));
}

const sorted = (states: ReadonlyMap<string, State>) => [...states].sort(([a], [b]) => (a < b ? -1 : 1));

test('for any two days, the changes applied to the one give the other, each from where the one before left it', () => {
  fc.assert(
    fc.property(seeds, twoDays, (seed, [from, to]) => {
      const history = randomHistory(seed);
      const { changes } = reported(history, from, to);
      const states = statesOn(history, addDays(history.startsOn, from));
      for (const change of changes) {
        expect(states.get(change.specialization)?.status ?? null).toBe(change.before);
        if (change.before !== null) expect(states.get(change.specialization)?.isTarget).toBe(change.wasTarget);
        expect([change.before, change.wasTarget]).not.toEqual([change.after, change.isTarget]);
        applyChange(states, change);
      }
      expect(sorted(states)).toEqual(sorted(statesOn(history, addDays(history.startsOn, to))));
    }),
    { numRuns: 50 },
  );
});

test('going day by day over 18 months of edits, every day stands as a fresh engine over what was known says', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const history = randomHistory(seed);
      const replay = new Replay(history, services);
      finish(replay.prepare());
      const walk = new Walk(replay, history.startsOn);
      for (let n = 0; n <= daysOfHistory; n++) {
        const day = addDays(history.startsOn, n);
        finish(walk.to(day));
        expect({ day, states: [...walk.states] }).toEqual({ day, states: [...statesOn(history, day)] });
      }
    }),
    { numRuns: 6 },
  );
}, 60_000);

test('what was known on a day is the last state of every record, read by hand', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 0, max: daysOfHistory }), (seed, n) => {
      const history = randomHistory(seed);
      const day = addDays(history.startsOn, n);
      expect(knownOn(history, day).portfolio).toEqual(portfolioByHand(history, day));
    }),
    { numRuns: 50 },
  );
});

test('a plain second reading of the rules finds the same targets ready, at risk and not ready', () => {
  const data = { services: awsServices, legalForms: { latin: spacedLegalForms, cjk: unspacedLegalForms } };
  fc.assert(
    fc.property(seeds, twoDays, (seed, [from, to]) => {
      const history = randomHistory(seed);
      const { now, before } = reported(history, from, to);
      for (const [standing, n] of [
        [before, from],
        [now, to],
      ] as const) {
        const day = addDays(history.startsOn, n);
        const { portfolio, warningDays } = knownOn(history, day);
        const isTarget = (code: string) => portfolio.partner.targets.some(({ specialization }) => specialization === code);
        const { specializations } = oracle({ portfolio, known: everKnown(history), ...data }, day) as {
          specializations: { code: string; readyThrough: string | null; supporting: string[] }[];
        };
        const statusOf = (readyThrough: string | null): ReadinessStatus => {
          if (readyThrough === null) return 'not-ready';
          return readyThrough < addDays(day, warningDays) ? 'at-risk' : 'ready'; // "open" sorts after every day
        };
        const codes = (status: ReadinessStatus) =>
          specializations.filter((one) => isTarget(one.code) && statusOf(one.readyThrough) === status).map(({ code }) => code);
        const counting = new Set(specializations.flatMap(({ supporting }) => supporting));
        expect(standing).toEqual({
          ready: codes('ready'),
          atRisk: codes('at-risk'),
          notReady: codes('not-ready'),
          activeStudies: portfolio.studies.filter(({ status }) => status === 'active').map(({ id }) => id),
          countingStudies: portfolio.studies.map(({ id }) => id).filter((id) => counting.has(id)),
        });
      }
    }),
    // A customer called otherwise between the two days, with the same study anonymous on both.
    { numRuns: 15, examples: [[674713, [0, 13]]] },
  );
}, 60_000);

test('whatever is spoken of has its name beside it', () => {
  fc.assert(
    fc.property(seeds, twoDays, (seed, [from, to]) => {
      const history = randomHistory(seed);
      const { specializations, studies, ...told } = reported(history, from, to);
      const spoken = stringsIn(told);
      const [codes, ids] = [specializations.map(({ code }) => code), studies.map(({ id }) => id)];
      expect(spoken.filter((text) => /^(sp|b)\d+$/.test(text) && !codes.includes(text))).toEqual([]);
      expect(spoken.filter((text) => /^s\d+$/.test(text) && !ids.includes(text))).toEqual([]);
      expect([codes.length, ids.length]).toEqual([new Set(codes).size, new Set(ids).size]);
    }),
    { numRuns: 50 },
  );
});

test('the lists agree with each other', () => {
  fc.assert(
    fc.property(seeds, twoDays, (seed, [from, to]) => {
      const history = randomHistory(seed);
      const made = reported(history, from, to);
      const { now, targets, headline, trend, losses, shape, decisions } = made;
      const same = (one: readonly string[], other: readonly string[]) => expect([...one].sort()).toEqual([...other].sort());
      const all = targets.map(({ specialization }) => specialization);
      same([...now.ready, ...now.atRisk, ...now.notReady], all);
      same(headline.targets, all);
      same(headline.fileable, [...now.ready, ...now.atRisk]);
      same(headline.lapsing, now.atRisk);
      const past = trend.filter(({ isAhead }) => !isAhead);
      same(past.at(-1)?.fileable ?? [], headline.fileable);
      same(past.at(-1)?.targets ?? [], all);
      expect(past[0]?.on).toBe(addDays(history.startsOn, Math.max(0, past[0] ? daysFrom(history.startsOn, past[0].on) : 0)));
      expect(trend.map(({ on }) => on)).toEqual([...new Set(trend.map(({ on }) => on))].sort());
      for (const { isAhead, on } of trend) expect(isAhead).toBe(on > made.to);
      for (const target of targets) {
        expect(target.ahead[0]).toEqual({ from: made.to, status: target.status });
        expect(target.have.studies).toBe(target.supporting.length);
        const falls = target.ahead.filter(({ status }, n) => status === 'not-ready' && n > 0).map(({ from: on }) => on);
        same(
          falls,
          losses.filter(({ specialization }) => specialization === target.specialization).map(({ on }) => on),
        );
      }
      for (const groups of [shape.byIndustry, shape.byVisibility, shape.byAge])
        same(
          groups.flatMap(({ studies }) => studies),
          now.activeStudies,
        );
      expect(new Set(shape.byService.flatMap(({ studies }) => studies))).toEqual(new Set(now.activeStudies));
      expect(decisions.length).toBeLessThanOrEqual(5);
      expect(new Set(decisions.map(({ specialization }) => specialization)).size).toBe(decisions.length);
    }),
    { numRuns: 50 },
  );
});

test('a report is the same when it is made again, and its days are those between', () => {
  fc.assert(
    fc.property(seeds, twoDays, (seed, [from, to]) => {
      const history = randomHistory(seed);
      const made = reported(history, from, to);
      expect(reported(history, from, to)).toEqual(made);
      expect(JSON.parse(JSON.stringify(made))).toEqual(made);
      const days = made.changes.map(({ on }) => on);
      expect(days).toEqual([...days].sort());
      for (const on of days) expect(on > made.from && on <= made.to).toBe(true);
    }),
    { numRuns: 6 },
  );
});

test('what changed by a write names a study that the write touched, or whose customer it did', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const history = randomHistory(seed);
      for (const { revision, cause } of reported(history, 0, daysOfHistory).changes) {
        if (revision === null) expect(cause.code).toBe('studies');
        if (cause.code === 'studies') expect(cause.events).not.toEqual([]);
        expect(cause.code).not.toBe('partner');
        if (revision === null || cause.code !== 'studies') continue;
        const changes = [...history.revisions].find((one) => one.revision === revision)?.changes ?? [];
        for (const { study, event } of cause.events) {
          const isOwn = changes.some(({ kind, id }) => kind === 'study' && id === study);
          if (event === 'customer-changed') expect(changes.some(({ kind }) => kind === 'customer')).toBe(true);
          else if (!event.endsWith('-soon')) expect(isOwn).toBe(true);
        }
      }
    }),
    { numRuns: 50 },
  );
});

/** Entries that studies may still name. */
function everKnown({ start, revisions }: History): Specialization[] {
  const changed = [...revisions].flatMap(({ changes }) =>
    changes.flatMap((one) => (one.kind === 'specialization' ? (one.after ?? []) : [])),
  );
  return [...start.portfolio.specializations, ...changed];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
