/**
 * Checks over all customers and studies that no single record can answer (rules 2.1 to 2.7). They name the
 * offenders by id and decide nothing else; the first in the order of the list holds the place.
 */
import { registrationKey } from './customers-registrations.js';
import type { Customer, Study } from './portfolio.js';

type Placed = Pick<Customer, 'id' | 'kind' | 'partOf'>;

/** The ids of all customers that stand on a circle of `partOf`, in the order of the list. */
export function customersInCircles(customers: readonly Placed[]): string[] {
  const above = new Map(customers.map(({ id, partOf }) => [id, partOf]));
  const settled = new Set<string>();
  const inCircle = new Set<string>();
  for (const { id } of customers) {
    const walk: string[] = [];
    const onWalk = new Set<string>();
    for (let at: string | null | undefined = id; at != null && !settled.has(at); at = above.get(at)) {
      if (onWalk.has(at)) {
        for (const member of walk.slice(walk.indexOf(at))) inCircle.add(member);
        break;
      }
      walk.push(at);
      onWalk.add(at);
    }
    for (const member of walk) settled.add(member);
  }
  return customers.map(({ id }) => id).filter((id) => inCircle.has(id));
}

/**
 * The legal entity of every customer (rules 2.2) in one pass: chains may be as long as the list. `null` where a chain
 * ends without one or runs in a circle. For one customer there is `legalEntityOf`.
 */
export function legalEntities(customers: readonly Placed[]): ReadonlyMap<string, string | null> {
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const entities = new Map<string, string | null>();
  for (const { id } of customers) {
    const walk = new Set<string>();
    let at: Placed | undefined = byId.get(id);
    while (at && at.kind === 'unit' && !walk.has(at.id) && !entities.has(at.id)) {
      walk.add(at.id);
      at = at.partOf === null ? undefined : byId.get(at.partOf);
    }
    const entity = at === undefined ? null : at.kind === 'legal-entity' ? at.id : (entities.get(at.id) ?? null);
    for (const member of walk) entities.set(member, entity);
    if (at && !entities.has(at.id)) entities.set(at.id, entity);
  }
  return entities;
}

/** Two active studies of one legal entity: `first` holds the place, `second` must not (rules 2.4). */
export interface TakenPlace {
  readonly entity: string;
  readonly first: string;
  readonly second: string;
}

/** Every active study beyond the first of its legal entity. */
export function takenPlaces(studies: readonly Pick<Study, 'id' | 'customer' | 'status'>[], customers: readonly Placed[]): TakenPlace[] {
  const entities = legalEntities(customers);
  const holders = new Map<string, string>();
  const taken: TakenPlace[] = [];
  for (const { id, customer, status } of studies) {
    const entity = status === 'active' && customer !== null ? entities.get(customer) : null;
    if (entity == null) continue;
    const first = holders.get(entity);
    if (first === undefined) holders.set(entity, id);
    else taken.push({ entity, first, second: id });
  }
  return taken;
}

/** A registration of `second` (its place in the list) that `first`, another legal entity, has too (rules 2.7). */
export interface SharedRegistration {
  readonly first: string;
  readonly second: string;
  readonly index: number;
}

/** Every registration of a legal entity that an earlier legal entity of the list has. */
export function sharedRegistrations(customers: readonly Pick<Customer, 'id' | 'kind' | 'registrations'>[]): SharedRegistration[] {
  const holders = new Map<string, string>();
  const shared: SharedRegistration[] = [];
  for (const { id, registrations } of customers.filter(({ kind }) => kind === 'legal-entity')) {
    registrations.forEach((registration, index) => {
      const key = registrationKey(registration);
      const first = holders.get(key);
      if (first === undefined) holders.set(key, id);
      else if (first !== id) shared.push({ first, second: id, index });
    });
  }
  return shared;
}
