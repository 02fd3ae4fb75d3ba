import fc from 'fast-check';
import { compareByRegistration, normalizedNumber } from './customers-registrations.js';
import { customersInCircles, legalEntities, sharedRegistrations, takenPlaces } from './customers.js';
import { indexCustomers, legalEntityOf } from './legal-entity.js';
import type { Customer, Registration } from './portfolio.js';

function customer(id: string, more: Partial<Customer> = {}): Customer {
  const nothing = { aliases: [], notNames: [], partOf: null, country: null, registrations: [], industry: null };
  return { id, legalName: id, kind: 'legal-entity', relation: 'external', ...nothing, ...more };
}

const unit = (id: string, partOf: string | null): Customer => customer(id, { kind: 'unit', partOf });
const registered = (id: string, ...registrations: Registration[]): Customer => customer(id, { registrations });

/** Any forest, circle or loose end of up to eight customers. */
const someCustomers = fc
  .array(fc.record({ unit: fc.boolean(), above: fc.option(fc.nat(9), { nil: null }) }), { maxLength: 8 })
  .map((list) =>
    list.map(({ unit: isUnit, above }, i) =>
      customer(`c${i}`, { kind: isUnit ? 'unit' : 'legal-entity', partOf: above === null ? null : `c${above}` }),
    ),
  );

describe('legal entities of a whole list', () => {
  it('are those of each customer asked for itself', () => {
    fc.assert(
      fc.property(someCustomers, (customers) => {
        const index = indexCustomers(customers);
        const one = customers.map(({ id }) => [id, legalEntityOf(id, index)?.id ?? null]);
        expect([...legalEntities(customers)].sort()).toEqual(one.sort());
      }),
    );
  });
});

describe('circles', () => {
  it('are told by the customers on them, not by those that lead into them', () => {
    expect(customersInCircles([unit('a', 'b'), unit('b', 'c'), unit('c', 'b'), unit('d', 'd'), customer('e')])).toEqual(['b', 'c', 'd']);
  });

  it('stand exactly where following the chain comes back', () => {
    fc.assert(
      fc.property(someCustomers, (customers) => {
        const above = new Map(customers.map(({ id, partOf }) => [id, partOf]));
        const returns = (id: string): boolean => {
          let at = above.get(id);
          for (let i = 0; i < 10 && at != null && at !== id; i += 1) at = above.get(at);
          return at === id;
        };
        expect(customersInCircles(customers)).toEqual(customers.map(({ id }) => id).filter(returns));
      }),
    );
  });
});

describe('one active study per legal entity', () => {
  const customers = [customer('e'), unit('u', 'e'), unit('v', 'u'), customer('sub', { partOf: 'e' }), unit('loose', null)];
  const active = (id: string, of: string | null) => ({ id, customer: of, status: 'active' as const });

  it('names the study that holds the place for each further one, whatever the unit', () => {
    expect(takenPlaces([active('1', 'v'), active('2', 'e'), active('3', 'u')], customers)).toEqual([
      { entity: 'e', first: '1', second: '2' },
      { entity: 'e', first: '1', second: '3' },
    ]);
  });

  it('lets a subsidiary, customers without legal entity and studies without customer have theirs', () => {
    const studies = [
      active('1', 'e'),
      active('2', 'sub'),
      active('3', 'loose'),
      active('4', 'loose'),
      active('5', null),
      active('6', null),
    ];
    expect(takenPlaces([...studies, { id: '7', customer: 'e', status: 'draft' }], customers)).toEqual([]);
  });
});

describe('registrations', () => {
  it.each([
    ['5299 00t8-bm.49', '529900T8BM49'],
    ['hrb\u2011 1', 'HRB1'],
  ])('%s compares as %s', (number, normal) => {
    expect(normalizedNumber(number)).toBe(normal);
  });

  it.each<[Registration[], Registration[], string]>([
    [[{ scheme: 'lei', number: 'a-1' }], [{ scheme: 'lei', number: 'A1' }], 'same'],
    [[{ scheme: 'lei', number: 'A1' }], [{ scheme: 'lei', number: 'A2' }], 'different'],
    [[{ scheme: 'uscc', number: '1' }], [{ scheme: 'uscc', number: '2' }], 'different'],
    [[{ scheme: 'company-number:DE', number: '1' }], [{ scheme: 'company-number:DE', number: '2' }], 'different'],
    [[{ scheme: 'company-number:DE', number: '1' }], [{ scheme: 'company-number:FR', number: '1' }], 'unknown'],
    [[{ scheme: 'duns', number: '1' }], [{ scheme: 'duns', number: '2' }], 'unknown'],
    [[{ scheme: 'duns', number: '1' }], [{ scheme: 'duns', number: '1' }], 'same'],
    [[{ scheme: 'lei', number: '1' }], [{ scheme: 'uscc', number: '1' }], 'unknown'],
    [[], [], 'unknown'],
  ])('%j and %j say: %s', (a, b, answer) => {
    expect(compareByRegistration(registered('a', ...a), registered('b', ...b))).toBe(answer);
  });

  it('on a unit compare with nothing', () => {
    const lei: Registration = { scheme: 'lei', number: '1' };
    const asUnit = { ...registered('b', lei), kind: 'unit' as const };
    expect(compareByRegistration(registered('a', lei), asUnit)).toBe('unknown');
    expect(sharedRegistrations([registered('a', lei), asUnit])).toEqual([]);
  });

  it('of two legal entities are told by the second one and its place in the list', () => {
    const duns: Registration = { scheme: 'duns', number: '7' };
    expect(sharedRegistrations([registered('a', duns), registered('b', { scheme: 'lei', number: '1' }, duns)])).toEqual([
      { first: 'a', second: 'b', index: 1 },
    ]);
  });
});
