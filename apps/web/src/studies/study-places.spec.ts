import { effortOf, gapsOf, tabOfPlace } from './study-places';
import { aStanding } from './study-for-tests';

it('lists what every specialization asks once, and what one of them asks beside its code', () => {
  const standing = aStanding();
  const [devops] = standing.linked;
  if (!devops) throw new Error('no link');
  const relevance = { code: 'relevance', kind: 'blocking' as const, outcome: 'unanswered' as const, effort: 2, fixable: true };
  const diagram = { code: 'diagram', kind: 'blocking' as const, outcome: 'unanswered' as const, effort: 3, fixable: true };
  const linked = [
    { ...devops, findings: [...devops.findings.filter(({ code }) => code !== 'relevance'), relevance, diagram] },
    { ...devops, code: 'lambda', findings: [...devops.findings.filter(({ code }) => code !== 'relevance'), relevance, diagram] },
  ];
  const gaps = gapsOf({ ...standing, linked });
  expect(gaps.map(({ finding, of, place }) => [finding.code, of.join(), place])).toEqual([
    ['measured-outcome', '', 'outcomes'],
    ['name-withheld', '', 'sections.solution[1]'],
    ['relevance', 'devops', 'applications.devops'],
    ['diagram', 'devops,lambda', 'diagrams'],
    ['relevance', 'lambda', 'applications.lambda'],
  ]);
  expect(effortOf(gaps)).toBe(12);
});

it.each([
  ['sections.solution[1]', 'write'],
  ['customer', 'facts'],
  ['applications.devops', 'links'],
  ['consent', 'facts'],
  ['support.during', 'write'],
])('%s is repaired on the tab %s', (place, tab) => {
  expect(tabOfPlace(place)).toBe(tab);
});
