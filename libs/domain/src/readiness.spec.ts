import fc from 'fast-check';
import { addDays, dayNumber, type Day } from './day.js';
import { Engine } from './engine.js';
import type { Requirements, Study } from './portfolio.js';
import type { Readiness } from './readiness.js';
import { anApplication, aCustomer, aPortfolio, aSpecialization, aStudy, day } from './testing.js';

const asOf = day('2026-11-22');

function readinessOf(studies: readonly Study[], requires: Partial<Requirements> = {}, on: Day = asOf, warningDays?: number): Readiness {
  return new Engine(aPortfolio({ studies, specializations: [aSpecialization({ requires })] })).readiness(on, warningDays)[0] as Readiness;
}

const study = (id: string, more: Parameters<typeof aStudy>[0] = {}) => aStudy({ id, ...more });
const inCategory = (category: string | null) => ({ applications: [anApplication({ category })] });

test('the studies that support are active ones, in document order', () => {
  const studies = [
    study('s3'),
    study('s1', { status: 'draft' }),
    study('s2', { status: 'retired' }),
    study('s0'),
    study('s9', { title: '' }),
  ];
  expect(readinessOf(studies)).toMatchObject({
    status: 'ready',
    supporting: ['s3', 's0'],
    missing: { studies: 0, public: 0, categories: 0 },
  });
});

test('it lasts through the day before the loss that ends it', () => {
  const studies = [study('s1', { deployedOn: day('2025-08-31') }), study('s2'), study('s3', { deployedOn: day('2026-01-31') })];
  // s1 is spare; when s3 expires only s2 is left.
  expect(readinessOf(studies)).toMatchObject({ readyThrough: '2027-07-31', status: 'ready', becomesReadyOn: null });
});

test('a study that goes live on the day another expires keeps it ready', () => {
  const studies = [study('s1'), study('s2', { deployedOn: day('2025-06-30') }), study('s3', { deployedOn: day('2026-12-31') })];
  expect(readinessOf(studies)).toMatchObject({ readyThrough: '2027-12-30' });
});

test('nothing ends it where studies never age', () => {
  const studies = [study('s1'), study('s2')];
  expect(readinessOf(studies, { freshnessMonths: null })).toMatchObject({ readyThrough: 'open', status: 'ready' });
});

test('where nothing is asked it is ready without a study', () => {
  expect(readinessOf([], { studies: 0 })).toMatchObject({
    status: 'ready',
    readyThrough: 'open',
    spare: 0,
    critical: [],
    supporting: [],
  });
});

test('a planned go-live makes it ready on that day', () => {
  const studies = [study('s1'), study('s2', { deployedOn: day('2027-02-01') })];
  expect(readinessOf(studies)).toMatchObject({
    status: 'not-ready',
    becomesReadyOn: '2027-02-01',
    readyThrough: null,
    spare: -1,
    critical: [],
    missing: { studies: 1 },
  });
});

test('an unused study counts on the day of its acceptance and no longer on the day after', () => {
  const used = anApplication({ history: [{ state: 'accepted', on: asOf }] });
  const studies = [study('s1'), study('s2', { applications: [used] })];
  expect(readinessOf(studies, { unusedStudies: true })).toMatchObject({ status: 'at-risk', readyThrough: asOf });
  expect(readinessOf(studies, { unusedStudies: true }, addDays(asOf, 1))).toMatchObject({
    status: 'not-ready',
    supporting: ['s1'],
  });
});

test.each([
  [91, 'ready'],
  [90, 'ready'],
  [89, 'at-risk'],
  [0, 'at-risk'],
])('with %d days left it is %s', (left, status) => {
  // Both studies expire on 2027-12-31, so 2027-12-30 is the last ready day.
  const on = addDays(day('2027-12-30'), -left);
  expect(readinessOf([study('s1'), study('s2')], {}, on)).toMatchObject({ status, readyThrough: '2027-12-30' });
});

test('the warning window is a setting', () => {
  expect(readinessOf([study('s1'), study('s2')], {}, day('2027-12-01'), 20)).toMatchObject({ status: 'ready' });
});

describe('what is asked', () => {
  const privately = { visibility: 'private' as const };

  test('public and anonymous studies both count as public', () => {
    const studies = [study('s1', privately), study('s2', privately), study('s3', { visibility: 'anonymous' })];
    expect(readinessOf(studies, { public: 2 })).toMatchObject({
      status: 'not-ready',
      missing: { studies: 0, public: 1 },
      have: { studies: 3, public: 1 },
    });
    expect(readinessOf(studies, { public: 1 })).toMatchObject({ status: 'ready', spare: 0, critical: ['s3'] });
  });

  test('a category is covered when an application names it and the entry lists it, however it is written', () => {
    const requires = { studies: 1, categoriesCovered: 2, categories: ['Alpha', 'Beta', 'ALPHA', ' '] };
    const studies = [
      study('s1', inCategory('alpha ')),
      study('s2', inCategory('Gamma')),
      study('s3', inCategory(null)),
      study('s4', inCategory(' ')),
    ];
    expect(readinessOf(studies, requires)).toMatchObject({ status: 'not-ready', missing: { categories: 1 } });
    expect(readinessOf([...studies, study('s5', inCategory('BETA'))], requires)).toMatchObject({
      status: 'ready',
      spare: 0,
      critical: ['s1', 's5'],
    });
  });
});

describe('the lifecycle', () => {
  test.each([
    [null, null, true],
    ['2026-11-22', null, true],
    ['2026-11-21', null, false],
    [null, '2026-11-23', true],
    [null, '2026-11-22', false],
    ['2027-01-01', '2026-11-22', false],
  ])('with applications until %s and an end on %s it is open to applications: %p', (until, ends, appliable) => {
    const lifecycle = {
      newApplicationsUntil: until && day(until),
      endsOn: ends && day(ends),
      reported: { endsOn: '2000-01-01' },
    } as never;
    const [answer] = new Engine(aPortfolio({ specializations: [aSpecialization({ lifecycle, requires: { studies: 1 } })] })).readiness(
      asOf,
    );
    expect(answer).toMatchObject({ appliable, status: 'ready' });
  });
});

describe('for any portfolio', () => {
  const someStudy = fc.record({
    deployedOn: fc.option(fc.integer({ min: 0, max: 60 }).map((n) => addDays(asOf, 10 * (n - 50)))),
    visibility: fc.constantFrom<Study['visibility'][]>('public', 'anonymous', 'private'),
    status: fc.constantFrom<Study['status'][]>('active', 'active', 'active', 'draft', 'retired'),
    category: fc.constantFrom('Alpha', 'Beta', 'Gamma', null),
    accepted: fc.option(fc.integer({ min: -200, max: 200 }).map((n) => addDays(asOf, n))),
  });
  const someStudies = fc.array(someStudy, { maxLength: 9 }).map((list) =>
    list.map(({ category, accepted, ...more }, n) =>
      study(`s${n}`, {
        ...more,
        applications: [anApplication({ category, history: accepted ? [{ state: 'accepted', on: accepted }] : [] })],
      }),
    ),
  );
  const asked = fc.record({
    studies: fc.integer({ min: 0, max: 4 }),
    public: fc.integer({ min: 0, max: 3 }),
    categoriesCovered: fc.integer({ min: 0, max: 3 }),
    categories: fc.constant(['Alpha', 'Beta', 'Gamma']),
    unusedStudies: fc.boolean(),
    freshnessMonths: fc.constantFrom(0, 6, 18, null),
  });
  const ready = (answer: Readiness) => answer.status !== 'not-ready';

  test('it is ready on every day through readyThrough and not on the day after', () => {
    fc.assert(
      fc.property(someStudies, asked, (studies, requires) => {
        const answer = readinessOf(studies, requires);
        const { readyThrough } = answer;
        if (readyThrough === null || readyThrough === 'open') return;
        expect(ready(readinessOf(studies, requires, addDays(readyThrough, 1)))).toBe(false);
        const left = dayNumber(readyThrough) - dayNumber(asOf);
        for (const days of [0, Math.floor(left / 2), left]) expect(ready(readinessOf(studies, requires, addDays(asOf, days)))).toBe(true);
      }),
    );
  });

  test('it is ready on becomesReadyOn and not the day before; without one it stays not ready', () => {
    fc.assert(
      fc.property(someStudies, asked, (studies, requires) => {
        const answer = readinessOf(studies, requires);
        if (ready(answer)) return;
        if (answer.becomesReadyOn) {
          expect(ready(readinessOf(studies, requires, answer.becomesReadyOn))).toBe(true);
          expect(ready(readinessOf(studies, requires, addDays(answer.becomesReadyOn, -1)))).toBe(false);
        } else for (let days = 0; days < 2000; days += 50) expect(ready(readinessOf(studies, requires, addDays(asOf, days)))).toBe(false);
      }),
    );
  });

  test('one more study never makes it less ready', () => {
    fc.assert(
      fc.property(someStudies, asked, (studies, requires) => {
        const fewer = readinessOf(studies.slice(1), requires);
        const more = readinessOf(studies, requires);
        if (ready(fewer)) expect(ready(more)).toBe(true);
        expect(more.spare).toBeGreaterThanOrEqual(fewer.spare);
        expect(more.missing.studies).toBeLessThanOrEqual(fewer.missing.studies);
      }),
    );
  });

  test('any loss as large as the spare leaves it ready, and some larger one does not', () => {
    fc.assert(
      fc.property(someStudies, asked, (studies, requires) => {
        const answer = readinessOf(studies, requires);
        if (!ready(answer)) return expect(answer.spare).toBe(-1);
        const without = (lost: readonly string[]) =>
          ready(
            readinessOf(
              studies.filter(({ id }) => !lost.includes(id)),
              requires,
            ),
          );
        const losses = subsets(answer.supporting);
        for (const lost of losses) if (lost.length <= answer.spare) expect(without(lost)).toBe(true);
        const larger = losses.filter((lost) => lost.length === answer.spare + 1);
        expect(larger.length === 0 || larger.some((lost) => !without(lost))).toBe(true);
        expect(answer.critical).toEqual(answer.supporting.filter((id) => !without([id])));
      }),
      { numRuns: 60 },
    );
  });

  test('the order of the studies changes nothing but the order of the answer', () => {
    fc.assert(
      fc.property(someStudies, asked, (studies, requires) => {
        const there = readinessOf(studies, requires);
        const back = readinessOf([...studies].reverse(), requires);
        expect({ ...back, supporting: [...back.supporting].reverse(), critical: [...back.critical].reverse() }).toEqual(there);
      }),
    );
  });
});

function subsets(ids: readonly string[]): string[][] {
  return ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]);
}

test('two specializations are judged apart, each by its own application', () => {
  const specializations = [aSpecialization(), aSpecialization({ code: 'eks', requires: { studies: 1, services: [] } })];
  const studies = [study('s1', { applications: [anApplication({ specialization: 'eks' })] }), study('s2')];
  const answers = new Engine(aPortfolio({ specializations, studies, customers: [aCustomer()] })).readiness(asOf);
  expect(answers.map(({ code, supporting }) => [code, supporting])).toEqual([
    ['ecs', ['s2']],
    ['eks', ['s1']],
  ]);
});
