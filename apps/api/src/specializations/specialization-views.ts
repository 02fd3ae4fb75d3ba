import type { SpecializationDocument, SpecializationRow } from '@caseboard/contracts';
import { writeSpecialization, type Specialization } from '@caseboard/domain';
import type { Snapshot } from '../portfolio/snapshot.js';
import { figuresOf, shippedEntry } from './figures.js';

/** The entry, where its figures stand, and what the organisation wants of it. No customer's name comes near it. */
export function toRow(snapshot: Snapshot, entry: Specialization): SpecializationRow {
  const { heldSpecializations, targets } = snapshot.portfolio.partner;
  const target = targets.find(({ specialization }) => specialization === entry.code);
  const figures = figuresOf(entry);
  const builtIn = shippedEntry(entry.code) !== undefined;
  return {
    ...(writeSpecialization(entry) as SpecializationDocument),
    builtIn,
    edited: builtIn && snapshot.meta('specialization', entry.code) !== undefined,
    figures,
    assumed: Object.values(figures).filter(({ state }) => state === 'assumed').length,
    target: target ? { weight: target.weight, submitOn: target.submitOn } : null,
    held: heldSpecializations.includes(entry.code),
    linked: linkedCounts(snapshot).get(entry.code) ?? 0,
  };
}

/** How many studies that are not retired have an application to each specialization. */
function linkedCounts(snapshot: Snapshot): ReadonlyMap<string, number> {
  return snapshot.memo('linked studies', () => {
    const counts = new Map<string, number>();
    for (const { status, applications } of snapshot.portfolio.studies) {
      if (status === 'retired') continue;
      for (const { specialization } of applications) counts.set(specialization, (counts.get(specialization) ?? 0) + 1);
    }
    return counts;
  });
}
