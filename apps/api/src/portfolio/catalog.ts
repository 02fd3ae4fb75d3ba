import type { Specialization } from '@caseboard/domain';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';

/** The whole catalog by code: built-in entries in the order of their file, each as it stands here, then the organisation's own. */
export function catalogOf(
  entries: readonly Specialization[],
  shippedEntries: readonly Specialization[] = builtInSpecializations,
): ReadonlyMap<string, Specialization> {
  const stored = new Map(entries.map((entry) => [entry.code, entry]));
  const builtIn = shippedEntries.map((shipped) => [shipped.code, stored.get(shipped.code) ?? shipped] as const);
  return new Map([...builtIn, ...stored]);
}
