import { may, type CustomerDetail, type CustomerDocument, type CustomerRow } from '@caseboard/contracts';
import { chainOf, writeCustomer, type Customer, type Study, type StudyStatus } from '@caseboard/domain';
import type { SignedInPerson } from '../platform/http/access.js';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';

/** Who is next below each customer, in document order. */
function below(snapshot: Snapshot): ReadonlyMap<string, readonly Customer[]> {
  return snapshot.memo('customers below', () => {
    const below = new Map<string, Customer[]>();
    for (const customer of snapshot.portfolio.customers) {
      if (customer.partOf === null) continue;
      const list = below.get(customer.partOf);
      if (list) list.push(customer);
      else below.set(customer.partOf, [customer]);
    }
    return below;
  });
}

/** The active study of each legal entity (rules 2.4). */
function holders(snapshot: Snapshot): ReadonlyMap<string, Study> {
  return snapshot.memo('holders of places', () => {
    const active = snapshot.portfolio.studies.filter(({ status, customer }) => status === 'active' && customer !== null);
    return new Map(active.map((study) => [snapshot.entityOf(study.customer as string) ?? '', study]));
  });
}

/** The active study of the customer's legal entity, if the reader may see it joined to its customer. */
export function activeStudyOf(snapshot: Snapshot, names: Names, { id }: Customer): Study | null {
  const entity = snapshot.entityOf(id);
  const study = entity === null ? undefined : holders(snapshot).get(entity);
  return study && names.isJoined(study) ? study : null;
}

/** The customer's own studies that the reader may see joined to it. */
export function studiesOf(snapshot: Snapshot, names: Names, { id }: Customer): readonly Study[] {
  return snapshot.studiesOf(id).filter((study) => names.isJoined(study));
}

export function toRow(snapshot: Snapshot, names: Names, customer: Customer): CustomerRow {
  const { id, legalName, kind, partOf, country, relation, industry } = names.customer(customer);
  return {
    id,
    legalName,
    kind,
    partOf,
    country,
    relation,
    industry,
    ...surroundings(snapshot, names, customer),
    units: unitsOf(snapshot, names, customer).length,
    studies: counted(studiesOf(snapshot, names, customer)),
    activeStudy: heldBy(snapshot, names, customer),
    updatedAt: snapshot.meta('customer', id)?.updatedAt ?? '',
  };
}

export function toDetail(snapshot: Snapshot, me: SignedInPerson, customer: Customer): CustomerDetail {
  const names = snapshot.namesFor(me);
  const meta = snapshot.meta('customer', customer.id);
  return {
    ...(writeCustomer(names.customer(customer)) as CustomerDocument),
    ...surroundings(snapshot, names, customer),
    chain: chainOf(customer.id, snapshot.customers).flatMap((each) => named(names, each) ?? []),
    unitsList: unitsOf(snapshot, names, customer).map(({ id, legalName, kind }) => ({ id, legalName, kind })),
    studiesList: withUnits(snapshot, customer)
      .flatMap((each) => studiesOf(snapshot, names, each))
      .map((study) => ({
        id: study.id,
        title: names.title(study),
        status: study.status,
        visibility: study.visibility,
        customer: study.customer,
      })),
    activeStudy: heldBy(snapshot, names, customer),
    mayEdit: may(me.role, 'customer.edit'),
    createdAt: meta?.createdAt ?? '',
    updatedAt: meta?.updatedAt ?? '',
  };
}

function heldBy(snapshot: Snapshot, names: Names, customer: Customer): { id: string; title: string } | null {
  const active = activeStudyOf(snapshot, names, customer);
  return active && { id: active.id, title: names.title(active) };
}

function surroundings(snapshot: Snapshot, names: Names, customer: Customer) {
  const parent = customer.partOf === null ? undefined : snapshot.customer(customer.partOf);
  const entity = snapshot.customer(snapshot.entityOf(customer.id) ?? '');
  return { partOfName: named(names, parent)?.name ?? null, legalEntity: named(names, entity) };
}

function named(names: Names, customer: Customer | undefined): { id: string; name: string } | null {
  return customer && names.meets(customer.id) ? { id: customer.id, name: names.customer(customer).legalName } : null;
}

function unitsOf(snapshot: Snapshot, names: Names, { id }: Customer): Customer[] {
  return (below(snapshot).get(id) ?? []).filter((unit) => names.meets(unit.id)).map((unit) => names.customer(unit));
}

/** The customer and the units below it, down to where another legal entity begins. */
function withUnits(snapshot: Snapshot, customer: Customer): Customer[] {
  const all = new Set([customer]);
  for (const each of all) {
    for (const next of below(snapshot).get(each.id) ?? []) if (next.kind === 'unit') all.add(next);
  }
  return [...all];
}

function counted(studies: readonly Study[]): { [S in StudyStatus]: number } {
  const counts = { active: 0, draft: 0, retired: 0 };
  for (const { status } of studies) counts[status] += 1;
  return counts;
}
