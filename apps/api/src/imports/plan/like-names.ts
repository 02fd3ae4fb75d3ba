import { type Customer, NameIndex, type Registration, unitIndex, unitOf } from '@caseboard/domain';
import { breathing } from '../../platform/breathe.js';
import type { LikeNames, NewCustomer } from '../tables/customer-questions.js';

/** Compares the new customers of a file with the stored ones and with those of the file that stand before them. */
export async function likeNames(stored: readonly Customer[], fresh: readonly NewCustomer[]): Promise<LikeNames> {
  const names = new NameIndex();
  const breathe = breathing();
  for (const customer of fresh.length === 0 ? [] : stored) {
    names.add(customer);
    await breathe();
  }
  const entities = [...stored.filter(({ kind }) => kind === 'legal-entity'), ...fresh.filter(isEntity)];
  const units = unitIndex(entities.map(({ id, legalName, aliases }) => ({ id, names: [legalName, ...aliases] })));
  return {
    unitOf: ({ id, legalName }) => unitOf(legalName, units).find((entity) => entity !== id),
    alike: (customer) => {
      const asked = asCustomer(customer);
      const candidates = names.candidatesOf(asked).map(({ id, likeness }) => ({ id, why: likeness }));
      names.add(asked);
      return candidates;
    },
  };
}

/** A name that ends like a unit's would be found as the beginning of itself, before the entity that it begins with. */
function isEntity({ id, legalName, declaredUnit }: NewCustomer): boolean {
  return !declaredUnit && unitOf(legalName, [{ id, names: [legalName] }]).length === 0;
}

function asCustomer({ id, legalName, aliases, registrations }: NewCustomer): Customer {
  return {
    id,
    legalName,
    aliases,
    notNames: [],
    kind: 'legal-entity',
    partOf: null,
    country: null,
    registrations: registrations as readonly Registration[],
    relation: 'external',
    industry: null,
  };
}
