import { textAt, withoutNames, withTextAt } from './name-repair';
import { aStudyDetail } from './study-for-tests';

const marked = (text: string, name: string) =>
  [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({ start: index, end: index + name.length, name }));

it.each([
  ['Fieldlight’s agronomists release models.', 'The customer’s agronomists release models.'],
  ['We moved Fieldlight to AWS. Fieldlight now ships daily.', 'We moved the customer to AWS. The customer now ships daily.'],
  ['All data of the Fieldlight platform', 'All data of the customer platform'],
  ['我们把Fieldlight的平台迁移上云', '我们把该客户的平台迁移上云'],
])('writes "the customer" as it fits: %s', (text, repaired) => {
  expect(withoutNames(text, marked(text, 'Fieldlight'))).toBe(repaired);
});

it('finds and replaces a text by its path, and leaves the rest as it is', () => {
  const study = aStudyDetail();
  expect(textAt(study, 'sections.solution[1]')).toBe('Fieldlight’s agronomists release models.');
  expect(textAt(study, 'sections.solution[7]')).toBeUndefined();
  const changed = withTextAt(study, 'services[0].usage', 'Other');
  expect(changed).toEqual({ ...study, services: [{ name: 'AWS Lambda', usage: 'Other' }] });
});
