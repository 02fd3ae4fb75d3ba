import fc from 'fast-check';
import { oracle, plusDays, type World } from '../test-cases/oracle/oracle.js';
import { fallsByTheRules } from '../test-cases/oracle/oracle-falls.js';
import { randomCase } from '../test-cases/oracle/random-portfolio.js';
import { awsServices } from './catalog/aws-services.js';
import { spacedLegalForms, unspacedLegalForms } from './catalog/legal-forms.js';
import { compareHarm, fallsOf, fallsOn, harmOf, type Fall, type Harm } from './consequence.js';
import { addDays, dayNumber, type Day } from './day.js';
import { knownSpecializations } from './document.js';
import { Engine } from './engine.js';
import { expiresOn } from './freshness.js';
import type { Requirements, Study } from './portfolio.js';
import { anApplication, aPortfolio, aSpecialization, aStudy, day } from './testing.js';
import { Timeline, type CountingStudy } from './timeline.js';

const expiry = day('2027-12-31'); // of what went live on 2026-06-30

function fallsIn(studies: readonly Study[], requires: Partial<Requirements> = {}, on: Day = expiry): Fall[] {
  const engine = new Engine(aPortfolio({ studies, specializations: [aSpecialization({ requires })] }));
  return fallsOn(on, [['ecs', engine.timeline('ecs') as Timeline]]);
}
const study = (id: string, more: Parameters<typeof aStudy>[0] = {}) => aStudy({ id, ...more });
const later = { deployedOn: day('2026-09-30') };

test('a study that expires leaves one fewer, and what asks for two stops being ready', () => {
  expect(fallsIn([study('s1'), study('s2', later)])).toEqual([
    {
      specialization: 'ecs',
      before: { studies: 2, public: 2, categories: 0 },
      after: { studies: 1, public: 1, categories: 0 },
      needs: { studies: 2, public: 0, categories: 0 },
      stopsBeingReady: true,
      studies: ['s1'],
    },
  ]);
});

test('nothing falls on the days beside it', () => {
  const studies = [study('s1'), study('s2', later)];
  expect(fallsIn(studies, {}, addDays(expiry, -1))).toEqual([]);
  expect(fallsIn(studies, {}, addDays(expiry, 1))).toEqual([]);
});

test('studies that expire on one day are named together, in document order', () => {
  const [fall] = fallsIn([study('s9'), study('s2', later), study('s1'), study('s3', later)]);
  expect(fall).toMatchObject({ studies: ['s9', 's1'], before: { studies: 4 }, after: { studies: 2 }, stopsBeingReady: false });
});

test('where it is short already it falls further and stops nothing', () => {
  expect(fallsIn([study('s1')])).toMatchObject([{ before: { studies: 1 }, after: { studies: 0 }, stopsBeingReady: false }]);
});

test('a study that goes live on the very day is not set against the loss', () => {
  const falls = fallsIn([study('s1'), study('s2', later), study('s3', { deployedOn: expiry })]);
  expect(falls).toMatchObject([{ after: { studies: 1 }, stopsBeingReady: true }]);
});

test('the loss of the last public one, or of the only one of a category, ends it too', () => {
  const hidden = { ...later, visibility: 'private' as const };
  expect(fallsIn([study('s1'), study('s2', hidden), study('s3', hidden)], { public: 1 })).toMatchObject([
    { after: { studies: 2, public: 0 }, stopsBeingReady: true },
  ]);
  const spread = { categories: ['A', 'B'], categoriesCovered: 2 };
  const inCategory = (category: string) => ({ applications: [anApplication({ category })] });
  const studies = [
    study('s1', inCategory('A')),
    study('s2', { ...later, ...inCategory('B') }),
    study('s3', { ...later, ...inCategory('B') }),
  ];
  expect(fallsIn(studies, spread)).toMatchObject([{ after: { studies: 2, categories: 1 }, stopsBeingReady: true }]);
});

test('a study that an acceptance ends is no expiry', () => {
  const used = anApplication({ history: [{ state: 'accepted', on: addDays(expiry, -1) }] });
  const studies = [study('s1'), study('s2', later), study('s3', { ...later, applications: [used] })];
  expect(fallsIn(studies, { unusedStudies: true })).toMatchObject([{ studies: ['s1'], before: { studies: 3 }, after: { studies: 2 } }]);
  expect(fallsIn(studies.slice(1), { unusedStudies: true })).toEqual([]);
});

test('drafts, retired ones and those with gaps fall nowhere', () => {
  expect(fallsIn([study('s1', { status: 'draft' }), study('s2', { status: 'retired' }), study('s3', { title: '' })])).toEqual([]);
});

test('a study has part in the falls that name it', () => {
  const [fall] = fallsIn([study('s1'), study('s2', later)]) as [Fall];
  const falls = [fall, { ...fall, specialization: 'eks', studies: ['s3', 's1'] }, { ...fall, specialization: 'rds', studies: ['s3'] }];
  expect(fallsOf('s1', falls).map(({ specialization }) => specialization)).toEqual(['ecs', 'eks']);
  expect(fallsOf('s2', falls)).toEqual([]);
});

test('harm weighs targets by their weight, held ones by 1, and only what stops being ready', () => {
  const [fall] = fallsIn([study('s1'), study('s2', later)]) as [Fall];
  const of = (specialization: string, stopsBeingReady = true): Fall => ({ ...fall, specialization, stopsBeingReady });
  const partner = {
    ...aPortfolio().partner,
    heldSpecializations: ['held', 'both'],
    targets: [
      { specialization: 'target', weight: 5, submitOn: null },
      { specialization: 'both', weight: 3, submitOn: null },
    ],
  };
  const harm = (...falls: Fall[]) => harmOf(falls, partner, expiry, 'a1');
  expect(harm()).toEqual({ weight: 0, falls: 0, day: expiry, id: 'a1' });
  expect(harm(of('target'), of('held'), of('other'))).toMatchObject({ weight: 6, falls: 3 });
  expect(harm(of('both'), of('target', false))).toMatchObject({ weight: 3, falls: 2 });
});

test('the most harmful come first: weight, then falls, then the earlier day, then the id', () => {
  const harm = (weight: number, falls: number, on: string, id: string): Harm => ({ weight, falls, day: day(on), id });
  const ordered = [
    harm(5, 1, '2027-05-14', 'a'),
    harm(1, 9, '2027-05-14', 'a'),
    harm(0, 2, '2027-06-01', 'a'),
    harm(0, 1, '2027-05-01', 'b'),
    harm(0, 1, '2027-05-14', 'a'),
    harm(0, 1, '2027-05-14', 'b'),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(ordered, { minLength: ordered.length }), (mixed) => {
      expect([...mixed].sort(compareHarm)).toEqual(ordered);
    }),
  );
  expect(compareHarm(ordered[0] as Harm, ordered[0] as Harm)).toBe(0);
});

test.each(Array.from({ length: 6 }, (_, i) => i))('a plain reading of the rules finds the same falls, part %i', (part) => {
  const data = { services: awsServices, legalForms: { latin: spacedLegalForms, cjk: unspacedLegalForms } };
  for (let seed = part * 10; seed < part * 10 + 10; seed += 1) {
    const { portfolio, builtIn, asOf } = randomCase(seed);
    const known = knownSpecializations(builtIn, portfolio.specializations);
    const world: World = { portfolio, known, ...data };
    const engine = new Engine(portfolio, { known, services: awsServices });
    const timelines = portfolio.specializations.map(({ code }) => [code, engine.timeline(code) as Timeline] as const);
    for (const on of daysOf(world, asOf)) {
      expect({ seed, on, falls: fallsOn(on as Day, timelines) }).toEqual({ seed, on, falls: fallsByTheRules(world, on) });
    }
  }
});

/** Every expiry that `assess` tells, and the days beside it. */
function daysOf(world: World, asOf: string): string[] {
  const { studies } = oracle(world, asOf) as { studies: { verdicts: { expiresOn: string | null }[] }[] };
  const expiries = studies.flatMap(({ verdicts }) => verdicts.flatMap(({ expiresOn }) => expiresOn ?? []));
  return [...new Set(expiries)].flatMap((one) => [plusDays(one, -1), one, plusDays(one, 1)]).sort();
}

test('what stops is what the readiness without these studies says', () => {
  for (let seed = 200; seed < 300; seed += 1) {
    const { portfolio, builtIn, asOf } = randomCase(seed);
    const known = knownSpecializations(builtIn, portfolio.specializations);
    const engine = new Engine(portfolio, { known, services: awsServices });
    for (const [code, timeline] of portfolio.specializations.map(({ code }) => [code, engine.timeline(code) as Timeline] as const)) {
      for (const on of [asOf, ...timeline.flips.map((flip) => addDays(asOf, flip - dayNumber(asOf)))]) {
        const [fall] = fallsOn(on, [[code, timeline]]);
        if (!fall) continue;
        const before = engine.readinessOf(code, addDays(on, -1));
        const after = engine.readinessIf(code, addDays(on, -1), { lose: [...fall.studies] });
        expect([fall.before, fall.after]).toEqual([before?.have, after?.have]);
        expect(fall.stopsBeingReady).toBe(before?.status !== 'not-ready' && after?.status === 'not-ready');
      }
    }
  }
});

/** 300,000 links to 89 specializations; the studies went live over so many days. */
function manyTimelines(count: number, days: number): (readonly [string, Timeline])[] {
  const windows = Array.from({ length: days }, (_, n) => {
    const from = addDays(day('2026-01-01'), n);
    return { from: dayNumber(from), until: dayNumber(expiresOn(from, 18) as Day) };
  });
  const studies: CountingStudy[][] = Array.from({ length: 89 }, () => []);
  for (let n = 0; n < count; n++)
    for (let link = 0; link < 3; link++) {
      const window = windows[n % days] as (typeof windows)[number];
      studies[(n * 7 + link * 31) % 89]?.push({ id: `s${n}`, isPublic: n % 2 === 0, category: -1, ...window });
    }
  return studies.map((some, n) => [`sp${n}`, new Timeline(some, aSpecialization().requires, 0)] as const);
}

/** Processor time, so that what else the machine does is no matter. */
function millisecondsFor(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

test('the falls of 90 days among 100,000 studies take less than two seconds', () => {
  const timelines = manyTimelines(100_000, 200);
  let all = 0;
  const took = millisecondsFor(() => {
    for (let n = 0; n < 90; n++) if (fallsOn(addDays(day('2027-07-03'), n), timelines).length === 89) all++;
  });
  expect(all).toBeGreaterThan(80);
  expect(took).toBeLessThan(2_000);
});

test('where 100,000 studies expire on one day, each finds its falls at once', () => {
  const studies = Array.from({ length: 100_000 }, (_, n) => `s${n}`);
  const [fall] = fallsIn([study('s1'), study('s2', later)]) as [Fall];
  const falls = ['ecs', 'eks', 'rds'].map((specialization) => ({ ...fall, specialization, studies }));
  let found = 0;
  const took = millisecondsFor(() => {
    for (const id of studies) found += fallsOf(id, falls).length;
  });
  expect(found).toBe(300_000);
  expect(took).toBeLessThan(2_000);
});
