import type { Customer, Relation } from './portfolio.js';

export type CustomerIndex = ReadonlyMap<string, Customer>;

export function indexCustomers(customers: readonly Customer[]): CustomerIndex {
  return new Map(customers.map((customer) => [customer.id, customer]));
}

/** The legal entity a customer is, or is a unit of; `null` where its chain has none or runs in a circle (rules 2.2). */
export function legalEntityOf(id: string, customers: CustomerIndex): Customer | null {
  const last = chainOf(id, customers).at(-1);
  return last?.kind === 'legal-entity' ? last : null;
}

/**
 * The customer and every one above it up to its legal entity, in that order; the whole chain where there is none,
 * each member of a circle once (rules 2.2). Empty for an unknown id.
 */
export function chainOf(id: string, customers: CustomerIndex): readonly Customer[] {
  const chain: Customer[] = [];
  for (let at = customers.get(id); at && !chain.includes(at); at = at.partOf === null ? undefined : customers.get(at.partOf)) {
    chain.push(at);
    if (at.kind === 'legal-entity') break;
  }
  return chain;
}

/** The id and those of all units whose chain leads to it, whether it is a customer still or was removed. */
export function unitsBelow(id: string, customers: CustomerIndex): ReadonlySet<string> {
  const found = new Set([id]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const { id: below, kind, partOf } of customers.values())
      if (kind === 'unit' && partOf !== null && found.has(partOf)) found.add(below);
  }
  return found;
}

/** How the customer stands to the partner: its legal entity's relation, its own only where it has none (rules 2.6). */
export function relationOf(id: string, customers: CustomerIndex): Relation | null {
  return (legalEntityOf(id, customers) ?? customers.get(id))?.relation ?? null;
}
