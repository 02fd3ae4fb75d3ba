import { addDays, type Day, type Readiness, type Specialization, type Study } from '@caseboard/domain';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';

/** A specialization before and after a study takes the place of its legal entity as it stands, gaps and all. */
export interface Moved {
  readonly specialization: Specialization;
  readonly before: Readiness;
  readonly after: Readiness;
}

/** What activating the study in the place of `holder` changes, in the order of the catalog. */
export function movedBySwap(snapshot: Snapshot, study: Study, holder: Study | null, asOf: Day): Moved[] {
  const { engine, warningDays } = snapshot;
  const codes = new Set([...study.applications, ...(holder?.applications ?? [])].map(({ specialization }) => specialization));
  return snapshot.portfolio.specializations.flatMap((specialization) => {
    const { code } = specialization;
    if (!codes.has(code)) return [];
    const before = engine.readinessOf(code, asOf, warningDays);
    const after = engine.readinessIf(
      code,
      asOf,
      { count: willCount(snapshot, study, code, asOf) ? [study.id] : [], lose: holder ? [holder.id] : [] },
      warningDays,
    );
    return before && after ? [{ specialization, before, after }] : [];
  });
}

/** Whether nothing but being active keeps the study from counting, now or from its planned go-live on. */
function willCount({ engine }: Snapshot, { id, deployedOn }: Study, code: string, asOf: Day): boolean {
  return engine.verdict(id, code, deployedOn !== null && deployedOn > asOf ? deployedOn : asOf)?.supports ?? false;
}

/** The day from which a swap leaves the specialization without readiness that it would have had; null where it costs none. */
export function lossOn({ before, after }: Moved, asOf: Day): string | null {
  if (before.readyThrough === null) return null;
  if (after.readyThrough === null) return asOf;
  return after.readyThrough < before.readyThrough ? addDays(after.readyThrough as Day, 1) : null;
}

/**
 * Whether the reader may be told that two studies belong to one legal entity: a reader without leave may not where one
 * of them is anonymous, since the other one would name its customer.
 */
export function mayTellTogether(names: Names, one: Study, other: Study): boolean {
  return names.all || (names.isJoined(one) && names.isJoined(other));
}
