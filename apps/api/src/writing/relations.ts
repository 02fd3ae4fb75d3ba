import { customersInCircles, sharedRegistrations, takenPlaces, type Customer, type Study } from '@caseboard/domain';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { Refusal } from '../platform/refusal.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import type { Difference } from './changes.js';

/**
 * Refuses what no single record can show to be wrong, by name (rules 2.1, 2.4, 2.5, 2.7), and references to nothing.
 * The database judges the same again; it cannot say as much.
 */
export function checkRelations(before: Snapshot, difference: Difference): void {
  const customers = customersAfter(before, difference);
  if (customers !== before.customers) {
    checkCircles(customers);
    checkParents(customers, before);
    checkRegistrations(customers);
  }
  if (difference.customers.length > 0 || difference.studies.some(isMoved)) {
    const studies = studiesAfter(before, difference);
    checkCustomersOfStudies(studies, customers, before);
    checkPlaces(studies, customers);
  }
  if (difference.specializations.some(({ after }) => after === null)) checkCodes(before, difference);
}

/** Who holds which place follows from these two facts of studies, and from the customers; most edits touch neither. */
function isMoved({ before, after }: Difference['studies'][number]): boolean {
  return before?.customer !== after?.customer || before?.status !== after?.status;
}

function customersAfter(before: Snapshot, { customers }: Difference): ReadonlyMap<string, Customer> {
  return customers.length === 0 ? before.customers : laidOver(before.customers, customers);
}

function studiesAfter(before: Snapshot, { studies }: Difference): readonly Study[] {
  const list = before.portfolio.studies;
  return studies.length === 0 ? list : [...laidOver(new Map(list.map((study) => [study.id, study])), studies).values()];
}

function laidOver<R>(
  stored: ReadonlyMap<string, R>,
  changes: readonly { readonly id: string; readonly after: R | null }[],
): ReadonlyMap<string, R> {
  const records = new Map(stored);
  for (const { id, after } of changes) {
    if (after === null) records.delete(id);
    else records.set(id, after);
  }
  return records;
}

function checkCircles(customers: ReadonlyMap<string, Customer>): void {
  const circle = customersInCircles([...customers.values()]);
  if (circle.length === 0) return;
  const named = circle.map((id) => ({ id, name: nameOf(id, customers) }));
  throw new Refusal('circle-of-units', { customer: named[0]?.name, customers: named }, [{ path: 'partOf', reason: 'circle-of-units' }]);
}

function checkParents(customers: ReadonlyMap<string, Customer>, before: Snapshot): void {
  const list = [...customers.values()];
  const parent = list.find(({ partOf }) => partOf !== null && !customers.has(partOf))?.partOf;
  if (!parent) return;
  const units = list.filter(({ partOf }) => partOf === parent).map(({ id, legalName }) => ({ id, name: legalName }));
  throw new Refusal('customer-has-units', { customer: nameOf(parent, before.customers), customerId: parent, units });
}

function checkRegistrations(customers: ReadonlyMap<string, Customer>): void {
  const [shared] = sharedRegistrations([...customers.values()]);
  if (!shared) return;
  const { first, second, index } = shared;
  const registration = customers.get(second)?.registrations[index];
  throw new Refusal(
    'registration-taken',
    {
      customer: nameOf(first, customers),
      customerId: first,
      scheme: registration?.scheme,
      number: registration?.number,
    },
    [
      {
        path: `registrations[${index}].number`,
        value: registration?.number,
        reason: 'registration-taken',
        params: { customer: first },
      },
    ],
  );
}

function checkCustomersOfStudies(studies: readonly Study[], customers: ReadonlyMap<string, Customer>, before: Snapshot): void {
  const orphan = studies.find(({ customer }) => customer !== null && !customers.has(customer));
  if (!orphan?.customer) return;
  const orphans = studies.filter(({ customer }) => customer === orphan.customer);
  throw new Refusal('customer-has-studies', {
    customer: nameOf(orphan.customer, before.customers),
    customerId: orphan.customer,
    studies: orphans.map(({ id, title }) => ({ id, title })),
  });
}

function checkPlaces(studies: readonly Study[], customers: ReadonlyMap<string, Customer>): void {
  const taken = takenPlaces(studies, [...customers.values()]);
  const [worst] = taken;
  if (!worst) return;
  const ids = new Set(taken.filter(({ entity }) => entity === worst.entity).flatMap(({ first, second }) => [first, second]));
  const inTheWay = studies.filter(({ id }) => ids.has(id)).map(({ id, title }) => ({ id, title }));
  throw new Refusal('two-active-studies', {
    customer: nameOf(worst.entity, customers),
    legalEntity: worst.entity,
    first: inTheWay[0]?.title,
    second: inTheWay[1]?.title,
    studies: inTheWay,
  });
}

const shippedCodes: ReadonlySet<string> = new Set(builtInSpecializations.map(({ code }) => code));

/** An entry that goes must not be what an application, a target or a held specialization is about, unless a shipped one stays. */
function checkCodes(before: Snapshot, difference: Difference): void {
  const gone = new Set(difference.specializations.filter(({ id, after }) => after === null && !shippedCodes.has(id)).map(({ id }) => id));
  const { heldSpecializations, targets } = difference.settings?.after ?? before.portfolio.partner;
  const studies = studiesAfter(before, difference).filter(({ applications }) =>
    applications.some(({ specialization }) => gone.has(specialization)),
  );
  const held = heldSpecializations.filter((code) => gone.has(code));
  const aimedAt = targets.map(({ specialization }) => specialization).filter((code) => gone.has(code));
  if (studies.length + held.length + aimedAt.length === 0) return;
  throw new Refusal('specialization-in-use', {
    specialization: [...gone][0],
    studies: studies.map(({ id, title }) => ({ id, title })),
    held: held.length > 0,
    target: aimedAt.length > 0,
  });
}

function nameOf(id: string, customers: ReadonlyMap<string, Customer>): string {
  return customers.get(id)?.legalName ?? id;
}
