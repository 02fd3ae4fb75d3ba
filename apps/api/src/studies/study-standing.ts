import { dayNumber, supportsOn, type Day, type Study } from '@caseboard/domain';
import type { Snapshot } from '../portfolio/snapshot.js';

/** How many of a study's applications it supports at that day, or would support if it were active (rules 3.1, 4). */
export function verdictCounts({ engine }: Snapshot, { id }: Study, asOf: Day): { supports: number; blocked: number } {
  const links = engine.linksOf(id);
  const day = dayNumber(asOf);
  const supports = links.filter((link) => supportsOn(link, day)).length;
  return { supports, blocked: links.length - supports };
}

/** The studies that count for a specialization (rules 6.1). */
export function supportingStudies({ engine }: Snapshot, code: string, asOf: Day): ReadonlySet<string> {
  return new Set(engine.readinessOf(code, asOf)?.supporting);
}

/** The active studies that are linked to a specialization and do not count for it. */
export function blockedStudies(snapshot: Snapshot, code: string, asOf: Day): ReadonlySet<string> {
  const supporting = supportingStudies(snapshot, code, asOf);
  const blocked = snapshot.portfolio.studies.filter(
    ({ id, status, applications }) =>
      status === 'active' && !supporting.has(id) && applications.some(({ specialization }) => specialization === code),
  );
  return new Set(blocked.map(({ id }) => id));
}
