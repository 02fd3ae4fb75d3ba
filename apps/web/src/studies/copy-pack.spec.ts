import { copyPackOf, fingerprint } from './copy-pack';
import { aStudyDetail } from './study-for-tests';

const sayings = { visibility: { public: 'Public', private: 'Private' }, diagrams: (count: number) => `${count} diagrams` };
const packOf = (...differs: Parameters<typeof aStudyDetail>) =>
  new Map(copyPackOf(aStudyDetail(...differs), sayings).map((field) => [field.field, field]));

it('an anonymous study never hands out the customer’s name as the company', () => {
  expect(packOf().get('companyName')).toMatchObject({ text: 'A crop-monitoring company', place: 'anonymousDescription' });
  expect(packOf({ visibility: 'public' }).get('companyName')).toMatchObject({ text: 'Fieldlight Agritech Pty Ltd', place: 'customer' });
});

it('stands in the order of Partner Central’s form', () => {
  expect([...packOf().keys()].slice(0, 5)).toEqual(['companyName', 'title', 'shortDescription', 'publicOrPrivate', 'url']);
});

it('a private study needs no address, a published one does', () => {
  expect(packOf({ visibility: 'private' }).get('url')).toMatchObject({ text: '', needed: false });
  expect(packOf({ url: '' }).get('url')).toMatchObject({ text: '', needed: true });
});

it('blank paragraphs and services without a name are left out', () => {
  const study = aStudyDetail();
  const pack = packOf({
    sections: { ...study.sections, solution: ['One.', ' ', 'Two.'] },
    services: [
      { name: ' ', usage: 'x' },
      { name: 'Amazon S3', usage: '' },
    ],
  });
  expect([pack.get('solution')?.text, pack.get('howAwsIsUsed')?.text]).toEqual(['One.\n\nTwo.', 'Amazon S3']);
});

it('a number that the outcome says already is not said twice', () => {
  const outcomes = [
    { statement: 'Costs fell by 41 %', value: 41, unit: '%' },
    { statement: 'Advice sooner', value: 36, unit: 'hours' },
  ];
  expect(packOf({ outcomes }).get('outcomes')?.text).toBe('Advice on the same morning.\n\nCosts fell by 41 %\n\nAdvice sooner: 36 hours');
});

it('a changed text has another fingerprint', () => {
  expect(fingerprint('a')).not.toBe(fingerprint('b'));
  expect(fingerprint('a')).toBe(fingerprint('a'));
});
