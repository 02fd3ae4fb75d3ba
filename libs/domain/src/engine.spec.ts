import fc from 'fast-check';
import { awsServices } from './catalog/aws-services.js';
import { builtInSpecializations } from './catalog/specializations.js';
import { addDays, dayNumber, type Day } from './day.js';
import { Engine } from './engine.js';
import { couldSupport, prepareFit, speaksFor } from './fit.js';
import { couldSupportAt } from './pairs.js';
import type { Customer, Portfolio, Study } from './portfolio.js';
import { indexServices } from './services.js';
import { flipsOf, statusOn, stepsOf } from './steps.js';
import { anApplication, aCustomer, aPortfolio, aSpecialization, aStudy, day } from './testing.js';
import { judge } from './verdict.js';

const asOf = day('2026-11-22');
const services = indexServices(awsServices);
const specializations = [
  ...builtInSpecializations.slice(0, 2),
  aSpecialization({
    code: 'unused',
    requires: { supportServices: true, unusedStudies: true, services: [], freshnessMonths: null },
  }),
  aSpecialization({
    code: 'spread',
    requires: { categoryPerStudy: true, categories: ['Alpha', 'Beta'], categoriesCovered: 2, freshnessMonths: 6 },
  }),
];
const codes = specializations.map(({ code }) => code);

const someApplication = fc.record({
  specialization: fc.constantFrom(...codes),
  relevance: fc.constantFrom('x', ''),
  category: fc.constantFrom(null, 'Alpha', 'beta', 'x'),
  history: fc.constantFrom([], [{ state: 'accepted' as const, on: asOf }], [{ state: 'accepted' as const, on: day('2026-01-01') }]),
});
const someStudy = fc
  .record({
    id: fc.constantFrom('s1', 's2', 's3', 's4', 's5'),
    customer: fc.constantFrom('c1', 'c2', 'c3', null),
    status: fc.constantFrom<Study['status'][]>('active', 'draft', 'retired'),
    visibility: fc.constantFrom<Study['visibility'][]>('public', 'anonymous', 'private'),
    title: fc.constantFrom('A title', '', 'For Nordsee'),
    deployedOn: fc.constantFrom<(Day | null)[]>(null, day('2025-05-21'), day('2025-05-22'), asOf, day('2027-01-01')),
    stage: fc.constantFrom<Study['stage'][]>('production', 'pilot', null),
    services: fc.constantFrom(
      [],
      [{ name: 'ECS', usage: 'x' }],
      [
        { name: 'Amazon S3', usage: '' },
        { name: 'Amazon Bedrock', usage: '' },
      ],
    ),
    offeredExternally: fc.constantFrom(true, false, null),
    diagrams: fc.constantFrom(0, 1),
    consent: fc.constantFrom<Study['consent'][]>({ state: 'granted', until: asOf }, { state: 'asked', until: null }),
    applications: fc.uniqueArray(someApplication, { maxLength: 5, selector: ({ specialization }) => specialization }),
  })
  .map((more) => aStudy(more));
const someCustomer = fc
  .record({
    id: fc.constantFrom('c1', 'c2', 'c3'),
    kind: fc.constantFrom<Customer['kind'][]>('legal-entity', 'unit'),
    partOf: fc.constantFrom('c1', 'c2', 'c3', null),
    relation: fc.constantFrom<Customer['relation'][]>('external', 'internal'),
    industry: fc.constantFrom('Education', 'Telecommunications', ' ', null),
    legalName: fc.constantFrom('Nordsee GmbH', 'Kiel AG'),
  })
  .map((more) => aCustomer({ aliases: [], ...more }));
const byId = { selector: ({ id }: { id: string }) => id };
const somePortfolio = fc
  .record({ studies: fc.uniqueArray(someStudy, byId), customers: fc.uniqueArray(someCustomer, byId) })
  .map((more): Portfolio => aPortfolio({ specializations, ...more }));
const someDay = fc.constantFrom(asOf, addDays(asOf, 1), day('2025-06-01'), day('2027-03-01'));

test('verdicts of all applications at once are the ones explained one by one', () => {
  fc.assert(
    fc.property(somePortfolio, someDay, (portfolio, on) => {
      const engine = new Engine(portfolio, { services });
      const all = engine.verdicts(on);
      portfolio.studies.forEach((study, n) => {
        const facts = engine.study(study.id)!;
        study.applications.forEach(({ specialization }, a) => {
          const one = judge(facts, engine.specialization(specialization)!, on);
          const at = all.offsets[n]! + a;
          expect(all.specializations[all.specialization[at]!]).toBe(specialization);
          expect([all.supports[at] === 1, all.unmet[at], all.unanswered[at]]).toEqual([
            one.supports,
            one.blocking.unmet,
            one.blocking.unanswered,
          ]);
          expect([all.adviceUnmet[n], all.adviceUnanswered[n]]).toEqual([one.advice.unmet, one.advice.unanswered]);
        });
        expect(all.offsets[n + 1]! - all.offsets[n]!).toBe(study.applications.length);
      });
    }),
  );
});

test('all pairs at once are the ones explained one by one, also after edits', () => {
  fc.assert(
    fc.property(somePortfolio, fc.array(someStudy, { maxLength: 3 }), someDay, (portfolio, edits, on) => {
      const engine = new Engine(portfolio, { services });
      void engine.pairs.evidence;
      for (const study of edits) engine.setStudy(study);
      const pairs = engine.pairs.at(on);
      engine.studies.forEach((facts, n) => {
        engine.specializations.forEach((specialization, s) => {
          const one = judge(facts, specialization, on);
          const pair = s * pairs.studies.length + n;
          expect([pairs.unmet[pair], pairs.unanswered[pair]]).toEqual([one.blocking.unmet, one.blocking.unanswered]);
          expect(couldSupportAt(pairs, pair)).toBe(couldSupport(facts, specialization, one));
          expect(engine.pairs.evidence[pair] === 1).toBe(speaksFor(facts.reading, prepareFit(specialization.specialization, services)));
        });
        expect(pairs.studies[n]).toBe(facts.reading.study.id);
      });
    }),
    { numRuns: 50 },
  );
});

test('edits one by one lead to what a new engine says', () => {
  const change = fc.oneof(
    someStudy.map((study) => ({ study })),
    someCustomer.map((customer) => ({ customer })),
    fc.constantFrom('s1', 's2', 's3').map((lose) => ({ lose })),
    fc.constantFrom('c1', 'c2').map((drop) => ({ drop })),
  );
  fc.assert(
    fc.property(somePortfolio, fc.array(change, { maxLength: 6 }), someDay, (portfolio, changes, on) => {
      const engine = new Engine(portfolio, { services });
      engine.readiness(on);
      void engine.pairs.evidence;
      let { studies, customers } = portfolio;
      for (const change of changes) {
        if ('study' in change) [studies] = [put(studies, change.study), engine.setStudy(change.study)];
        else if ('customer' in change) [customers] = [put(customers, change.customer), engine.setCustomer(change.customer)];
        else if ('lose' in change) [studies] = [studies.filter(({ id }) => id !== change.lose), engine.removeStudy(change.lose)];
        else [customers] = [customers.filter(({ id }) => id !== change.drop), engine.removeCustomer(change.drop)];
      }
      const fresh = new Engine({ ...portfolio, studies, customers }, { services });
      expect(engine.readiness(on)).toEqual(fresh.readiness(on));
      expect(engine.verdicts(on)).toEqual(fresh.verdicts(on));
      expect(engine.pairs.at(on)).toEqual(fresh.pairs.at(on));
      expect(engine.pairs.evidence).toEqual(fresh.pairs.evidence);
    }),
  );
});

test('a study that is put in only to be asked about leaves everything as it was', () => {
  fc.assert(
    fc.property(somePortfolio, someStudy, someDay, (portfolio, study, on) => {
      const engine = new Engine(portfolio, { services });
      const table = engine.pairs;
      const before = [engine.readiness(on), engine.pairs.at(on)];
      engine.setStudy({ ...study, id: '(new)' });
      engine.removeStudy('(new)');
      expect(engine.pairs).toBe(table);
      expect([engine.readiness(on), engine.pairs.at(on)]).toEqual(before);
    }),
  );
});

test('readiness counts exactly the active studies whose verdict supports', () => {
  fc.assert(
    fc.property(somePortfolio, someDay, (portfolio, on) => {
      const engine = new Engine(portfolio, { services });
      for (const { code, supporting } of engine.readiness(on)) {
        const expected = portfolio.studies.filter(({ id, status }) => status === 'active' && engine.verdict(id, code, on)!.supports);
        expect(supporting).toEqual(expected.map(({ id }) => id));
      }
    }),
  );
});

function put<T extends { readonly id: string }>(list: readonly T[], record: T): readonly T[] {
  return list.some(({ id }) => id === record.id) ? list.map((old) => (old.id === record.id ? record : old)) : [...list, record];
}

describe('what would be', () => {
  const draft = aStudy({ id: 'draft', status: 'draft', title: '', deployedOn: null, stage: null, applications: [] });
  const engine = new Engine(aPortfolio({ studies: [aStudy(), draft] }));

  test('a draft with its gaps closed makes it ready', () => {
    expect(engine.readinessOf('ecs', asOf)).toMatchObject({ status: 'not-ready' });
    expect(engine.readinessIf('ecs', asOf, { count: ['draft'] })).toMatchObject({
      status: 'ready',
      supporting: ['s1', 'draft'],
      readyThrough: '2027-12-30',
    });
  });

  test('a swap counts one and loses the other', () => {
    expect(engine.readinessIf('ecs', asOf, { count: ['draft'], lose: ['s1'] })).toMatchObject({
      status: 'not-ready',
      supporting: ['draft'],
    });
    expect(engine.readinessOf('ecs', asOf)).toMatchObject({ supporting: ['s1'] });
  });

  test('nothing is known of a code that is not decided about', () => {
    expect(engine.readinessIf('other', asOf, {})).toBeNull();
    expect(engine.readinessOf('other', asOf)).toBeNull();
    expect(engine.verdict('s1', 'other', asOf)).toBeNull();
  });
});

describe('the steps of readiness', () => {
  const studies = [
    aStudy({ id: 's1', deployedOn: day('2025-06-30') }),
    aStudy({ id: 's2', deployedOn: day('2026-06-30') }),
    aStudy({ id: 's3', deployedOn: day('2027-03-01') }),
  ];
  const timeline = new Engine(aPortfolio({ studies })).timeline('ecs')!;

  test('say what is lost and gained on which day', () => {
    expect(stepsOf(timeline, asOf, day('2028-01-31'))).toEqual([
      { from: '2026-11-22', supporting: 2, status: 'at-risk', lost: [], gained: [] },
      { from: '2026-12-31', supporting: 1, status: 'not-ready', lost: ['s1'], gained: [] },
      { from: '2027-03-01', supporting: 2, status: 'ready', lost: [], gained: ['s3'] },
      { from: '2027-10-02', supporting: 2, status: 'at-risk', lost: [], gained: [] },
      { from: '2027-12-31', supporting: 1, status: 'not-ready', lost: ['s2'], gained: [] },
    ]);
  });

  test('flip with the studies behind them', () => {
    expect(flipsOf(timeline, asOf, day('2027-12-30'))).toEqual([
      { on: '2026-12-31', from: 'at-risk', to: 'not-ready', studies: ['s1'], leaves: 1 },
      { on: '2027-03-01', from: 'not-ready', to: 'ready', studies: ['s3'], leaves: 2 },
      { on: '2027-10-02', from: 'ready', to: 'at-risk', studies: ['s2'], leaves: 2 },
    ]);
  });

  test('hold on every day what readiness says of it', () => {
    fc.assert(
      fc.property(somePortfolio, (portfolio) => {
        const engine = new Engine(portfolio, { services });
        for (const code of ['unused', 'spread', 'service-delivery-amazon-ecs']) {
          const line = engine.timeline(code)!;
          const steps = stepsOf(line, asOf, addDays(asOf, 700));
          for (let days = 0; days <= 700; days += 7) {
            const on = addDays(asOf, days);
            const step = steps.filter(({ from }) => from <= on).at(-1)!;
            const answer = engine.readinessOf(code, on)!;
            expect([step.status, step.supporting]).toEqual([answer.status, answer.supporting.length]);
            expect(statusOn(line, dayNumber(on))).toBe(answer.status);
          }
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe('what speaks for a specialization', () => {
  const speaks = (study: Parameters<typeof aStudy>[0], industry: string | null, more: Parameters<typeof aSpecialization>[0]) => {
    const engine = new Engine(aPortfolio({ studies: [aStudy(study)], customers: [aCustomer({ industry })] }), {
      services,
    });
    return speaksFor(engine.study('s1')!.reading, prepareFit(aSpecialization(more), services));
  };

  test.each([
    ['a service of every required group', true, { services: [{ name: 'ECS', usage: '' }] }, null, {}],
    ['only another service', false, { services: [{ name: 'EKS', usage: '' }] }, null, {}],
    [
      'a related service',
      true,
      { services: [{ name: 'AWS Bedrock', usage: '' }] },
      null,
      { relatedServices: ['Amazon Bedrock'], requires: { services: [] } },
    ],
    ['an industry of its name', true, {}, 'K12 EDUCATION', { name: 'AWS Education Competency - services', requires: { services: [] } }],
    [
      'an industry that begins with a word of its name',
      true,
      {},
      'Telecommunications',
      { name: 'AWS Telecom Competency - services', requires: { services: [] } },
    ],
    [
      'nothing but words that are in every name',
      false,
      {},
      'Services and Software',
      { name: 'AWS Education Competency - services', requires: { services: [] } },
    ],
    ['no industry', false, {}, null, { name: 'AWS Education Competency - services', requires: { services: [] } }],
  ])('is %s: %p', (_, expected, study, industry, more) => {
    expect(speaks(study, industry, more)).toBe(expected);
  });
});

test('an application to a specialization outside the portfolio changes no readiness', () => {
  const study = aStudy({ applications: [anApplication({ specialization: 'elsewhere' })] });
  expect(new Engine(aPortfolio({ studies: [study] })).readiness(asOf)).toMatchObject([{ supporting: [] }]);
});
