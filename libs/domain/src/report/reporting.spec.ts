import { aCustomer, anApplication, aPortfolio, aSpecialization, aStudy, day, noValue } from '../testing.js';
import type { Portfolio, Specialization, Study, Target } from '../portfolio.js';
import type { History, Revision } from './history.js';
import type { Report } from './report.js';
import { report, reporting } from './reporting.js';

const s1 = aStudy();
const s2 = aStudy({ id: 's2', customer: 'c2', deployedOn: day('2026-09-30') });
const target = (specialization: string, more: Partial<Target> = {}): Target => ({ specialization, weight: 1, submitOn: null, ...more });
/** Applies to all of these. */
const forAll = (...codes: string[]) => codes.map((specialization) => anApplication({ specialization }));
const entries = (...codes: string[]): Specialization[] => codes.map((code) => aSpecialization({ code }));

interface Given extends Partial<Portfolio> {
  readonly targets?: readonly Target[];
  readonly held?: readonly string[];
  readonly revisions?: readonly Revision[];
  readonly startsOn?: string;
}

function historyOf({ targets = [target('ecs')], held = [], revisions = [], startsOn = '2026-10-01', ...more }: Given): History {
  const customers = [aCustomer(), aCustomer({ id: 'c2', legalName: 'Ostsee AG' })];
  const portfolio = aPortfolio({ customers, studies: [s1, s2], ...more });
  const partner = { ...portfolio.partner, targets, heldSpecializations: held };
  return { startsOn: day(startsOn), start: { portfolio: { ...portfolio, partner }, warningDays: 90 }, revisions };
}

const reportOf = (given: Given, from = '2026-10-01', to = '2026-11-23'): Report =>
  report(historyOf(given), { from: day(from), to: day(to), facts: noValue, daysPerPoint: 2 });

describe('The headline', () => {
  const old = (id: string, deployedOn: string) => aStudy({ id, deployedOn: day(deployedOn), applications: forAll('ecs', 'eks') });
  test.each<[string, Given]>([
    ['no-targets', { targets: [] }],
    ['none-ready', { studies: [s1] }],
    ['all-ready', {}],
    ['some-ready', { specializations: entries('ecs', 'eks'), targets: [target('ecs'), target('eks')] }],
    [
      'some-lapse',
      { studies: [old('s1', '2025-07-10'), old('s2', '2025-08-10')], specializations: entries('ecs', 'eks'), targets: [target('ecs')] },
    ],
  ])('%s', (code, given) => {
    expect(reportOf(given).headline.code).toBe(code);
  });

  it('names the last day on which one of them lapses within the window', () => {
    const studies = [old('s1', '2025-07-10'), old('s2', '2025-08-10')];
    const { headline } = reportOf({ studies, specializations: entries('ecs', 'eks'), targets: [target('ecs'), target('eks')] });
    expect(headline).toEqual({
      code: 'some-lapse',
      targets: ['ecs', 'eks'],
      fileable: ['ecs', 'eks'],
      lapsing: ['ecs', 'eks'],
      lastLapse: '2027-01-11',
    });
  });
});

describe('What is compared', () => {
  it('is what was known at the end of the day of the report before', () => {
    const revisions = [
      {
        revision: 1,
        on: day('2026-10-05'),
        changes: [{ kind: 'study' as const, id: 's2', action: 'retire', before: s2, after: { ...s2, status: 'retired' as const } }],
      },
    ];
    expect(reportOf({ revisions }, '2026-10-04').before).toMatchObject({ ready: ['ecs'], activeStudies: ['s1', 's2'] });
    expect(reportOf({ revisions }, '2026-10-05').before).toMatchObject({ notReady: ['ecs'], activeStudies: ['s1'] });
    expect(reportOf({ revisions }, '2026-09-30')).toMatchObject({
      before: null,
      knownSince: '2026-10-01',
      changes: [{ on: '2026-10-05' }],
    });
  });
});

it('What was written after the report before, on its own day, is news in this one', () => {
  const on = day('2026-11-01');
  const retired = { ...s2, status: 'retired' as const };
  const change = (revision: number, before: Study, after: Study): Revision => ({
    revision,
    on,
    changes: [{ kind: 'study', id: 's2', action: 'edit', before, after }],
  });
  const history = historyOf({ revisions: [change(1, s2, { ...s2, title: 'Other' }), change(2, s2, retired)] });
  const asked = { from: on, to: day('2026-11-23'), facts: noValue, daysPerPoint: 2 };
  const { before, now, changes } = report(history, { ...asked, fromRevision: 1 });
  expect([before?.ready, now.ready, changes.map(({ revision }) => revision)]).toEqual([['ecs'], [], [2]]);
  expect(report(history, asked).changes).toEqual([]);
  expect(report(history, { ...asked, to: on, fromRevision: 1 }).changes).toEqual(changes);
});

describe('The trend', () => {
  it('goes back twelve months, but no further than the record, and ahead as if nothing changed', () => {
    const made = reportOf({ startsOn: '2026-10-01' });
    expect(made.trend).toEqual([{ on: '2026-10-01', targets: ['ecs'], fileable: ['ecs'], isAhead: false }]);
    const later = reportOf({ startsOn: '2026-10-01' }, '2027-10-01', '2027-11-23');
    expect(later.trend).toEqual([
      { on: '2026-11-23', targets: ['ecs'], fileable: ['ecs'], isAhead: false },
      { on: '2027-12-31', targets: ['ecs'], fileable: [], isAhead: true },
    ]);
  });
});

describe('The year ahead', () => {
  const light = aStudy({ id: 's3', deployedOn: day('2025-09-30'), applications: forAll('eks', 'rds') });
  const heavy = aStudy({ id: 's4', deployedOn: day('2025-10-31'), applications: forAll('ecs') });
  const fresh = aStudy({ id: 's5', deployedOn: day('2026-11-01'), applications: forAll('ecs', 'eks', 'rds') });
  const given: Given = {
    specializations: entries('rds', 'eks', 'ecs', 'waf'),
    studies: [light, heavy, fresh],
    targets: [target('ecs', { weight: 5 }), target('eks')],
    held: ['rds'],
  };

  it('tells losses of targets and held ones in order of harm, not of days', () => {
    const { losses } = reportOf(given);
    expect(losses.map(({ on, specialization, isTarget, weight, studies }) => [on, specialization, isTarget, weight, studies])).toEqual([
      ['2027-05-01', 'ecs', true, 5, ['s4']],
      ['2027-03-31', 'eks', true, 1, ['s3']],
      ['2027-03-31', 'rds', false, 1, ['s3']],
    ]);
    expect(losses[0]).toMatchObject({ leaves: { studies: 1 }, needs: { studies: 2 } });
  });

  it('names months in which several are lost', () => {
    expect(reportOf(given).crowdedMonths).toEqual([{ month: '2027-03', specializations: ['eks', 'rds'] }]);
  });

  it('names studies on which several hang, those that cost most first', () => {
    expect(reportOf(given).singlePoints).toEqual([
      { study: 's5', specializations: ['rds', 'ecs', 'eks'] },
      { study: 's4', specializations: ['ecs'] },
      { study: 's3', specializations: ['rds', 'eks'] },
    ]);
  });

  it('tells what planned go-lives bring', () => {
    const planned = { ...s2, deployedOn: day('2027-02-01') };
    expect(reportOf({ studies: [s1, planned] }).gains).toEqual([
      { on: '2027-02-01', specialization: 'ecs', isTarget: true, studies: ['s2'] },
    ]);
  });

  it('counts a loss that a go-live of the same day makes up for as none', () => {
    const planned = aStudy({ id: 's6', deployedOn: day('2027-05-01'), applications: forAll('ecs') });
    expect(reportOf({ ...given, studies: [light, heavy, fresh, planned] }).losses.map(({ specialization }) => specialization)).toEqual([
      'eks',
      'rds',
    ]);
  });
});

describe('What to decide', () => {
  const draft: Study = { ...s2, status: 'draft', owner: 'li@example.com' };

  it('says how a target that was lost is won back, and no day to begin by: that day is past', () => {
    const retired = { ...s2, status: 'draft' as const };
    const revisions = [
      { revision: 1, on: day('2026-10-05'), changes: [{ kind: 'study' as const, id: 's2', action: 'draft', before: s2, after: retired }] },
    ];
    expect(reportOf({ revisions }).decisions).toEqual([
      {
        specialization: 'ecs',
        why: 'lost',
        on: '2026-10-05',
        wayOut: 'activate-draft',
        study: 's2',
        replaces: null,
        gaps: 0,
        effort: 0,
        owner: 'mia@example.com',
        startBy: null,
        readyThrough: '2027-12-30',
        helpsAlso: [],
        costs: [],
      },
    ]);
  });

  it('says until when to begin what keeps a target, two working days for a point', () => {
    const old = aStudy({ id: 's0', deployedOn: day('2025-10-31') });
    const { decisions } = reportOf({ studies: [old, s1, { ...draft, title: '', summary: '' }] });
    // Lost on Saturday 1 May 2027; two points are four working days, from Tuesday to Friday.
    expect(decisions).toMatchObject([
      {
        why: 'will-be-lost',
        on: '2027-05-01',
        wayOut: 'close-gaps',
        study: 's2',
        gaps: 2,
        effort: 2,
        owner: 'li@example.com',
        startBy: '2027-04-27',
      },
    ]);
  });

  it('says what a target is short of by its planned submission; a new study where nothing else does', () => {
    const { decisions } = reportOf({ studies: [s1], targets: [target('ecs', { submitOn: day('2027-03-01') })] });
    expect(decisions).toMatchObject([
      { why: 'short', on: '2027-03-01', wayOut: 'new-study', study: null, owner: null, effort: 20, startBy: '2027-01-04' },
    ]);
    expect(reportOf({ studies: [s1] }).decisions).toMatchObject([{ why: 'short', on: null, startBy: null }]);
  });

  it('names the study that has to give up its place', () => {
    const stale = { ...s1, title: '' };
    const ready = { ...draft, customer: 'c1' };
    const { decisions } = reportOf({ studies: [aStudy({ id: 's0', customer: 'c2' }), stale, ready] });
    expect(decisions).toMatchObject([{ wayOut: 'activate-draft', study: 's2', replaces: 's1' }]);
  });

  it('says what giving up its place costs elsewhere on the day of the report, though not by the day it is for', () => {
    const customers = ['c1', 'c2', 'c3'].map((id) => aCustomer({ id, legalName: id }));
    const holder = aStudy({ deployedOn: day('2025-07-15'), applications: forAll('eks') });
    const ageing = aStudy({ id: 's3', customer: 'c3', deployedOn: day('2025-10-01') });
    const requires = { ...aSpecialization().requires, studies: 1, public: 0 };
    const given = {
      customers,
      studies: [aStudy({ id: 's0', customer: 'c2' }), ageing, holder, { ...draft, customer: 'c1' }],
      specializations: [...entries('ecs'), aSpecialization({ code: 'eks', requires })],
      targets: [target('ecs', { weight: 2 }), target('eks')],
    };
    expect(reportOf(given).decisions[0]).toMatchObject({
      specialization: 'ecs',
      why: 'will-be-lost',
      on: '2027-04-02',
      study: 's2',
      replaces: 's1',
      costs: [{ specialization: 'eks', on: '2026-11-23' }],
    });
  });

  it('does not count as a cost that what it is for would lack it until its gaps are closed', () => {
    const holder = aStudy({ deployedOn: day('2025-07-15') });
    const { decisions } = reportOf({ studies: [aStudy({ id: 's0', customer: 'c2' }), holder, { ...draft, customer: 'c1', title: '' }] });
    expect(decisions).toMatchObject([{ why: 'will-be-lost', wayOut: 'close-gaps', study: 's2', replaces: 's1', costs: [] }]);
  });

  it('names others that the same study helps', () => {
    const both = { ...draft, applications: forAll('ecs', 'eks', 'rds') };
    const studies = [{ ...s1, applications: forAll('ecs', 'eks', 'rds') }, both];
    const given = { studies, specializations: entries('ecs', 'eks', 'rds'), targets: [target('ecs', { weight: 2 })], held: ['rds'] };
    expect(reportOf(given).decisions).toMatchObject([{ specialization: 'ecs', helpsAlso: ['rds'] }]);
  });

  it('has each target once, the weightiest first, and no more than five', () => {
    const codes = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { decisions } = reportOf({
      specializations: entries(...codes),
      targets: codes.map((code, n) => target(code, { weight: n + 1 })),
    });
    expect(decisions.map(({ specialization }) => specialization)).toEqual(['f', 'e', 'd', 'c', 'b']);
  });

  it('spends nothing on what nobody can apply for any more', () => {
    const ended = aSpecialization({ lifecycle: { newApplicationsUntil: day('2026-09-26'), endsOn: day('2027-06-01'), reported: null } });
    expect(reportOf({ studies: [s1], specializations: [ended] }).decisions).toEqual([]);
    expect(reportOf({ studies: [s1], specializations: [ended], held: ['ecs'] }).decisions).toMatchObject([{ why: 'short' }]);
  });
});

describe('The portfolio', () => {
  const customers = [
    aCustomer(),
    aCustomer({ id: 'c2', industry: ' retail ' }),
    aCustomer({ id: 'c3', kind: 'unit', partOf: 'c2', industry: null }),
    aCustomer({ id: 'c4', industry: 'Retail' }),
  ];
  const studies = [
    s1,
    aStudy({ id: 's2', customer: 'c3', visibility: 'private', deployedOn: day('2025-11-23') }),
    aStudy({
      id: 's3',
      customer: 'c4',
      deployedOn: day('2025-11-24'),
      services: [
        { name: 'ECS', usage: '' },
        { name: 'amazon ecs', usage: '' },
      ],
    }),
    aStudy({ id: 's4', customer: null, deployedOn: null, services: [] }),
    aStudy({ id: 's5', status: 'retired' }),
    aStudy({ id: 's6', customer: 'c1', deployedOn: day('2027-01-01'), owner: null }),
  ];
  const services = [{ name: 'Amazon ECS', earlierNames: [], shortNames: ['ECS'] }] as never;
  const made = report(historyOf({ customers, studies }), {
    from: day('2026-10-01'),
    to: day('2026-11-23'),
    facts: noValue,
    daysPerPoint: 2,
    services,
  });

  it('is grouped by industry, service, visibility, age and status', () => {
    expect(made.shape.byIndustry).toEqual([
      { key: 'Transportation and Logistics', studies: ['s1', 's6'] },
      { key: 'retail', studies: ['s2', 's3'] },
      { key: '', studies: ['s4'] },
    ]);
    expect(made.shape.byService).toEqual([
      { key: 'Amazon ECS', studies: ['s1', 's2', 's3', 's6'] },
      { key: '', studies: ['s4'] },
    ]);
    expect(made.shape.byVisibility.map(({ key, studies: ids }) => [key, ids.length])).toEqual([
      ['public', 4],
      ['anonymous', 0],
      ['private', 1],
    ]);
    expect(made.shape.byAge.map(({ key, studies: ids }) => [key, ids])).toEqual([
      ['planned', ['s6']],
      ['0-5', ['s1']],
      ['6-11', ['s3']],
      ['12-17', ['s2']],
      ['18+', []],
      ['', ['s4']],
    ]);
    expect(made.shape.byStatus.map(({ studies: ids }) => ids.length)).toEqual([5, 0, 1]);
  });

  it('tells how many legal entities stand for something', () => {
    expect(made.shape.legalEntities).toEqual(['c1', 'c2', 'c4']);
    expect(made.shape.usedLegalEntities).toEqual(['c1', 'c2', 'c4']);
  });

  it('tells which categories of a target are covered', () => {
    const spread = aSpecialization({ requires: { categories: ['A', 'B', 'b'], categoriesCovered: 2, categoryPerStudy: true } });
    const inA = { ...s1, applications: [anApplication({ category: 'a' })] };
    expect(reportOf({ specializations: [spread], studies: [inA] }).shape.categories).toEqual([
      { specialization: 'ecs', asked: 2, covered: ['A'], open: ['b'] },
    ]);
    const listed = aSpecialization({ requires: { categories: ['A', 'B'] } });
    expect(reportOf({ specializations: [listed], studies: [inA] }).shape.categories).toEqual([]);
  });
});

describe('How far it can be trusted', () => {
  it('names the figures of targets that are assumed and that ask something', () => {
    const provenance = {
      figures: { studies: 'assumed', public: 'assumed', diagram: 'assumed', supportServices: 'assumed', freshnessMonths: 'read' },
      confirmed: { public: { by: 'mia@example.com', at: '2026-11-01' } },
    };
    const { trust } = reportOf({ specializations: [aSpecialization({ provenance })] });
    expect(trust.unconfirmed).toEqual([{ specialization: 'ecs', figures: ['studies', 'diagram'] }]);
  });

  it('names active studies that nobody touched for half a year, as far as the record tells', () => {
    const touched = {
      revision: 1,
      on: day('2026-12-01'),
      changes: [{ kind: 'study' as const, id: 's2', action: 'edit', before: s2, after: s2 }],
    };
    const given = { startsOn: '2026-10-01', revisions: [touched] };
    expect(reportOf(given, '2026-10-01', '2027-03-31').trust.untouched).toEqual([]);
    expect(reportOf(given, '2026-10-01', '2027-04-01').trust.untouched).toEqual([{ study: 's1', since: null }]);
    expect(reportOf(given, '2026-10-01', '2027-06-01').trust.untouched).toEqual([
      { study: 's1', since: null },
      { study: 's2', since: '2026-12-01' },
    ]);
  });

  it('names active studies without an owner', () => {
    expect(reportOf({ studies: [s1, { ...s2, owner: null }] }).trust.ownerless).toEqual(['s2']);
  });
});

test('it is made in small steps that say how far it is', () => {
  const making = reporting(historyOf({}), { from: day('2026-10-01'), to: day('2026-11-23'), facts: noValue, daysPerPoint: 2 });
  const shares: number[] = [];
  for (let step = making.next(); !step.done; step = making.next()) shares.push(step.value);
  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.every((each) => each >= 0 && each <= 1)).toBe(true);
});
