import { warnedDaysOfSpecialization, warnedDaysOfStudy } from './warned-days.js';
import { anApplication, aPortfolio, aSpecialization, aStudy, day } from './testing.js';
import type { Partner, Specialization } from './portfolio.js';

const entry = (code: string, freshnessMonths: number | null) => aSpecialization({ code, requires: { freshnessMonths } });
const known = new Map<string, Specialization>(
  [entry('ecs', 18), entry('ecr', 18), entry('short', 12), entry('long', 36), entry('msp', null)].map((one) => [one.code, one]),
);
const linkedTo = (...codes: string[]) => ({ applications: codes.map((specialization) => anApplication({ specialization })) });
const warned = (more: Parameters<typeof aStudy>[0]) => warnedDaysOfStudy(aStudy(more), known).map(({ kind, day }) => [kind, day]);

test.each([
  ['a study without an application is warned of after 18 months', [], ['2027-12-31']],
  ['equal freshness gives one day', ['ecs', 'ecr'], ['2027-12-31']],
  ['different freshness gives different days, in order', ['long', 'ecs', 'short'], ['2027-07-01', '2027-12-31', '2029-07-01']],
  ['what never ages gives none', ['msp'], []],
  ['what never ages hides no other day', ['msp', 'short'], ['2027-07-01']],
  ['an entry that is not known gives none', ['gone'], []],
])('%s', (_title, codes, days) => {
  expect(warned(linkedTo(...codes))).toEqual(days.map((one) => ['study-expiry', one]));
});

test.each([
  ['2024-08-31', '2026-03-01'],
  ['2024-08-29', '2026-03-01'],
  ['2022-08-31', '2024-03-01'],
  ['2024-02-29', '2025-08-30'],
  ['2025-05-22', '2026-11-23'],
])('a study deployed on %s is warned of %s', (deployedOn, expiry) => {
  expect(warned({ deployedOn: day(deployedOn) })).toEqual([['study-expiry', expiry]]);
});

test.each(['draft', 'retired'] as const)('nobody is warned of a study that is %s', (status) => {
  expect(warned({ status, consent: { state: 'granted', until: day('2027-01-31') } })).toEqual([]);
});

test('a study that has not gone live has no expiry', () => {
  expect(warned({ deployedOn: null })).toEqual([]);
});

test.each([
  ['public', 'granted', '2027-02-28', ['2027-03-01']],
  ['anonymous', 'granted', '2028-02-28', ['2028-02-29']],
  ['private', 'granted', '2027-02-28', []],
  ['public', 'refused', '2027-02-28', []],
  ['public', 'asked', '2027-02-28', []],
  ['public', 'granted', null, []],
] as const)('consent of a %s study, %s until %s, ends on %j', (visibility, state, until, days) => {
  const consent = { state, until: until && day(until) };
  expect(warned({ visibility, consent, deployedOn: null })).toEqual(days.map((one) => ['consent-end', one]));
});

const devOps = aSpecialization({
  code: 'devops',
  lifecycle: { newApplicationsUntil: day('2026-12-31'), endsOn: day('2027-06-30'), reported: null },
});
const partner = (held: string[], targets: string[]): Partner => ({
  ...aPortfolio().partner,
  heldSpecializations: held,
  targets: targets.map((specialization) => ({ specialization, weight: 1, submitOn: null })),
});

test.each([
  ['neither a target nor held', [], [], []],
  ['a target', [], ['devops'], ['applications-close 2027-01-01', 'programme-end 2027-06-30']],
  ['held', ['devops'], [], ['programme-end 2027-06-30', 'renewal 2027-03-31']],
  ['held and a target', ['devops'], ['devops'], ['programme-end 2027-06-30', 'renewal 2027-03-31']],
])('the days of a specialization that is %s', (_title, held, targets, days) => {
  const answer = warnedDaysOfSpecialization(devOps, partner(held, targets), day('2027-03-31'));
  expect(answer.map((one) => `${one.kind} ${one.day}`)).toEqual(days);
  expect(answer.every(({ subject }) => subject === 'devops')).toBe(true);
});

test('a specialization whose days are not known gives none', () => {
  expect(warnedDaysOfSpecialization(aSpecialization(), partner(['ecs'], ['ecs']), null)).toEqual([]);
});
