import { chainOf, type Customer, type Study } from '@caseboard/domain';

/** The parts of a snapshot that decide who is hidden. */
export interface CustomersAndStudies {
  readonly customers: ReadonlyMap<string, Customer>;
  studiesOf(customerId: string): readonly Study[];
}

/**
 * The customers that a reader without leave never meets: neither named nor listed.
 *
 * - A customer with current (not retired) studies of its own is hidden when all of them are anonymous.
 * - One without takes after the units below it, whose names its own is a part of (rules 5.4): hidden when their
 *   current studies are all anonymous.
 * - Where there are only retired studies, one anonymous one among them hides it: what was promised then still holds.
 * - A customer without any study, its units' included, has been promised nothing and is shown.
 */
export function hiddenCustomers(portfolio: CustomersAndStudies): ReadonlySet<string> {
  const below = studiesBelow(portfolio);
  const hidden = new Set<string>();
  for (const id of portfolio.customers.keys()) {
    if (isHidden(portfolio.studiesOf(id), below.get(id) ?? [])) hidden.add(id);
  }
  return hidden;
}

function isHidden(own: readonly Study[], below: readonly Study[]): boolean {
  const current = [own.filter(isCurrent), below.filter(isCurrent)].find((studies) => studies.length > 0);
  if (current) return current.every(isAnonymous);
  return own.some(isAnonymous) || below.some(isAnonymous);
}

const isCurrent = (study: Study) => study.status !== 'retired';
const isAnonymous = (study: Study) => study.visibility === 'anonymous';

/** For each customer the studies of the units below it that carry its name. */
function studiesBelow(portfolio: CustomersAndStudies): Map<string, Study[]> {
  const below = new Map<string, Study[]>();
  for (const unit of portfolio.customers.values()) {
    if (unit.kind !== 'unit') continue;
    const studies = portfolio.studiesOf(unit.id);
    if (studies.length === 0) continue;
    for (const above of chainOf(unit.id, portfolio.customers).slice(1)) {
      const list = below.get(above.id);
      if (list) list.push(...studies);
      else below.set(above.id, [...studies]);
    }
  }
  return below;
}
