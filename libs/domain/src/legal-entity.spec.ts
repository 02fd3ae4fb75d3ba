import { chainOf, indexCustomers, legalEntityOf, relationOf } from './legal-entity.js';
import { aCustomer } from './testing.js';

const unit = (id: string, partOf: string | null) => aCustomer({ id, kind: 'unit', partOf, relation: 'internal' });
const customers = indexCustomers([
  aCustomer({ id: 'group', relation: 'affiliate' }),
  aCustomer({ id: 'entity', partOf: 'group' }),
  unit('branch', 'entity'),
  unit('desk', 'branch'),
  unit('loose', null),
  unit('below-loose', 'loose'),
  unit('dangling', 'nobody'),
  unit('a', 'b'),
  unit('b', 'c'),
  unit('c', 'b'),
]);

test.each([
  ['entity', 'entity'],
  ['branch', 'entity'],
  ['desk', 'entity'],
  ['loose', null],
  ['below-loose', null],
  ['dangling', null],
  ['a', null],
  ['b', null],
  ['nobody', null],
])('the legal entity of %s is %s', (id, entity) => {
  expect(legalEntityOf(id, customers)?.id ?? null).toBe(entity);
});

test('a group above a legal entity changes nothing', () => {
  expect(chainOf('desk', customers).map(({ id }) => id)).toEqual(['desk', 'branch', 'entity']);
  expect(relationOf('entity', customers)).toBe('external');
});

test('a circle is walked once', () => {
  expect(chainOf('a', customers).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('a unit has the relation of its legal entity, its own only where it has none', () => {
  expect(relationOf('desk', customers)).toBe('external');
  expect(relationOf('below-loose', customers)).toBe('internal');
  expect(relationOf('nobody', customers)).toBeNull();
});
