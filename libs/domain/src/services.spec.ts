import { awsServices } from './catalog/aws-services.js';
import { builtInSpecializations } from './catalog/specializations.js';
import { indexServices } from './services.js';
import { fold, standsIn } from './text.js';

const services = indexServices(awsServices);

test.each([
  ['EKS', 'Amazon EKS'],
  ['EKS', 'Amazon Elastic Kubernetes Service'],
  [' amazon  ecs ', 'Amazon ECS'],
  ['ＲＤＳ', 'Amazon RDS'],
  ['Our Own Tool', 'our own  TOOL'],
])('%p and %p are the same service', (one, other) => {
  expect(services.identityOf(one)).toBe(services.identityOf(other));
});

test.each([
  ['Amazon Aurora', 'Amazon RDS'],
  ['Our Own Tool', 'Our Own Tools'],
  ['Amazon ECS', 'Amazon EKS'],
])('%p and %p are different services', (one, other) => {
  expect(services.identityOf(one)).not.toBe(services.identityOf(other));
});

test('every name that a specialization of the catalog requires is a service of its own', () => {
  const required = [...new Set(builtInSpecializations.flatMap(({ requires }) => requires.services.flat()))];
  expect(required.filter((name) => !services.knows(name))).toEqual([]);
  expect(new Set(required.map(services.identityOf)).size).toBe(required.length);
});

test('a text in which any name of a service stands has one of the names looked for in it', () => {
  for (const service of awsServices) {
    const soughtNames = services.soughtNamesOf(services.identityOf(service.name));
    for (const name of [service.name, ...service.earlierNames, ...service.shortNames].map(fold)) {
      expect(soughtNames.some((sought) => standsIn(name, sought))).toBe(true);
    }
  }
});

test('without a catalog, names are the same only when they fold alike', () => {
  const none = indexServices();
  expect(none.identityOf('EKS')).not.toBe(none.identityOf('Amazon EKS'));
  expect(none.knows('EKS')).toBe(false);
  expect(none.soughtNamesOf(none.identityOf('EKS'))).toEqual(['eks']);
});
