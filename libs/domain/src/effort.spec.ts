import { allFixable, effortOf, effortOfFinding, isFixable, usualEffort } from './effort.js';
import { contextOf, readStudy } from './study-reading.js';
import { anApplication, aPortfolio, aSpecialization, aStudy, day } from './testing.js';
import { judge, prepareSpecialization, prepareStudy } from './verdict.js';
import type { Requirements } from './portfolio.js';

function verdictOf(study: Parameters<typeof aStudy>[0], requires: Partial<Requirements> = {}) {
  const context = contextOf(aPortfolio());
  return judge(
    prepareStudy(readStudy(aStudy(study), context)),
    prepareSpecialization(aSpecialization({ requires }), context.services),
    day('2026-11-22'),
  );
}

test.each([
  [0, 'nothing is missing', {}],
  [2, 'the relevance is not told', { applications: [] }],
  [3, 'one section is empty', { sections: { results: [] } }],
  [15, 'every section is empty', { sections: { aboutCustomer: [], challenge: [], solution: [], results: [], aboutPartner: [] } }],
  [5, 'the url is blank', { url: '' }],
  [1, 'the link is broken', { urlState: 'broken' as const }],
  [1, 'no service is named: its usage and the required ones are told with it', { services: [] }],
  [1, 'no customer is given', { customer: null }],
  [2, 'the stage and the go-live are not given', { stage: null, deployedOn: null }],
  [0, 'only advice is unmet', { consent: { state: 'refused' as const, until: null } }],
  [null, 'another service is named than the required one', { services: [{ name: 'Amazon S3', usage: 'x' }] }],
  [null, 'it has expired', { deployedOn: day('2020-01-01') }],
  [null, 'it is a pilot', { stage: 'pilot' as const }],
])('costs %p points where %s', (expected, _, study) => {
  const verdict = verdictOf(study);
  expect(effortOf(verdict)).toBe(expected);
  expect(allFixable(verdict)).toBe(expected !== null);
});

test('a category that is not of the specialization costs 1, a used study cannot be mended', () => {
  expect(
    effortOf(verdictOf({ applications: [anApplication({ category: 'Beta' })] }, { categoryPerStudy: true, categories: ['Alpha'] })),
  ).toBe(1);
  const used = anApplication({ history: [{ state: 'accepted', on: day('2026-01-01') }] });
  expect(effortOf(verdictOf({ applications: [used] }, { unusedStudies: true }))).toBeNull();
});

test('the organisation may set its own points', () => {
  expect(effortOf(verdictOf({ title: '', summary: '' }), { ...usualEffort, title: 4 })).toBe(5);
});

test('what is unanswered can always be answered, what is unmet only where the table says so', () => {
  expect(isFixable({ code: 'fresh', kind: 'blocking', outcome: 'unanswered' })).toBe(true);
  expect(isFixable({ code: 'fresh', kind: 'blocking', outcome: 'unmet' })).toBe(false);
  expect(effortOfFinding({ code: 'fresh', kind: 'blocking', outcome: 'met' })).toBe(0);
});
