/** The faults that show only when the records of a document, and those it is laid over, are seen together. */
import { customersInCircles, sharedRegistrations, takenPlaces } from './customers.js';
import { customerFields, studyFields } from './document-fields.js';
import type { Reading } from './document-reading.js';
import { complete, type Fields, type Given, lay } from './document-record.js';
import { chainOf, indexCustomers } from './legal-entity.js';
import type { Customer, Portfolio, Specialization, Study } from './portfolio.js';

interface Records {
  readonly specializations: readonly Given<Specialization>[];
  readonly customers: readonly Given<Customer>[];
  readonly studies: readonly Given<Study>[];
}

/**
 * Notes duplicates, circles, shared registrations and second active studies. A record that is faulty itself is
 * not held against others.
 */
export function checkTogether(given: Records, stored: Portfolio | undefined, reading: Reading): void {
  checkUnique('specializations', 'code', 'duplicate-code', given.specializations, reading);
  checkUnique('customers', 'id', 'duplicate-id', given.customers, reading);
  checkUnique('studies', 'id', 'duplicate-id', given.studies, reading);
  const customers = together(customerFields, stored?.customers, given.customers);
  const studies = together(studyFields, stored?.studies, given.studies);
  checkCircles(customers, given, reading);
  checkRegistrations(customers, given, reading);
  checkPlaces(customers, studies, given, reading);
}

function checkUnique(
  list: string,
  key: string,
  reason: 'duplicate-code' | 'duplicate-id',
  records: readonly object[],
  reading: Reading,
): void {
  const seen = new Set<unknown>();
  records.forEach((record, i) => {
    const name = (record as Record<string, unknown>)[key];
    if (name !== undefined && seen.has(name)) reading.faultAt(`${list}[${i}].${key}`, reason, name);
    seen.add(name);
  });
}

/** Every record as it would stand: stored ones the document leaves out, then the document's in its order. */
function together<R extends { readonly id: string }>(fields: Fields<R>, stored: readonly R[] = [], given: readonly Given<R>[]): R[] {
  const before = new Map(stored.map((record) => [record.id, record]));
  const now = new Map<string, R>();
  for (const record of given as readonly (Given<R> & { readonly id?: string })[]) {
    if (record.id === undefined || now.has(record.id)) continue;
    const old = before.get(record.id);
    now.set(record.id, old ? lay(fields, old, record) : complete(fields, record));
  }
  return [...stored.filter(({ id }) => !now.has(id)), ...now.values()];
}

function checkCircles(customers: readonly Customer[], given: Records, reading: Reading): void {
  const places = placesOf(given.customers);
  for (const id of customersInCircles(customers)) {
    const at = places.get(id);
    if (at !== undefined) reading.faultAt(`customers[${at}].partOf`, 'circle-of-units', given.customers[at]?.partOf);
  }
}

function checkRegistrations(customers: readonly Customer[], given: Records, reading: Reading): void {
  const places = placesOf(given.customers);
  for (const { first, second, index } of sharedRegistrations(customers)) {
    const at = places.get(second);
    if (at === undefined) continue;
    const registrations = given.customers[at]?.registrations;
    const key = registrations ? `registrations[${index}].number` : 'kind';
    const value = registrations ? registrations[index]?.number : given.customers[at]?.kind;
    reading.faultAt(`customers[${at}].${key}`, 'registration-taken', value, { customer: first });
  }
}

function checkPlaces(customers: readonly Customer[], studies: readonly Study[], given: Records, reading: Reading): void {
  const places = placesOf(given.studies);
  const customerPlaces = placesOf(given.customers);
  const byId = indexCustomers(customers);
  const customerOf = new Map(studies.map(({ id, customer }) => [id, customer]));
  for (const { entity, first, second } of takenPlaces(studies, customers)) {
    const at = places.get(second);
    const params = { entity, studies: [first, second] };
    if (at !== undefined) {
      reading.faultAt(`studies[${at}].status`, 'two-active-studies', first, params);
      continue;
    }
    // Neither study is in the document: a customer of it that moved has brought two stored ones together.
    const moved = [second, first].flatMap((study) => chainOf(customerOf.get(study) ?? '', byId)).find(({ id }) => customerPlaces.has(id));
    const path = moved === undefined ? 'customers' : `customers[${customerPlaces.get(moved.id)}].partOf`;
    reading.faultAt(path, 'two-active-studies', [first, second], params);
  }
}

function placesOf(records: readonly { readonly id?: string }[]): Map<string, number> {
  const places = new Map<string, number>();
  records.forEach(({ id }, i) => {
    if (id !== undefined && !places.has(id)) places.set(id, i);
  });
  return places;
}
