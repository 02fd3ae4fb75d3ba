import { parseDay, type Day } from '../day.js';
import type { Specialization } from '../portfolio.js';
import { catalogEntries, catalogReadOn } from './specialization-entries.js';

export { catalogReadOn };

/** The starting catalog in its own order, each figure with its provenance (product.md, "The catalog"). */
export const builtInSpecializations: readonly Specialization[] = catalogEntries.map((entry) => ({
  ...entry,
  lifecycle: {
    ...entry.lifecycle,
    newApplicationsUntil: dayOrNull(entry.lifecycle.newApplicationsUntil),
    endsOn: dayOrNull(entry.lifecycle.endsOn),
  },
}));

function dayOrNull(text: string | null): Day | null {
  return text === null ? null : parseDay(text);
}
