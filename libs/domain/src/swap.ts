/** What it costs elsewhere when a study takes the place of its legal entity from another (rules 2.4). */
import { addDays, type Day } from './day.js';
import type { Specialization, Study } from './portfolio.js';
import type { Readiness } from './readiness.js';
import type { Situation } from './situation.js';

/** A specialization before and after a study takes the place of its legal entity as it stands, gaps and all. */
export interface Moved {
  readonly specialization: Specialization;
  readonly before: Readiness;
  readonly after: Readiness;
}

/** What activating the study in the place of `holder` changes, in the order of the catalog. */
export function movedBySwap(situation: Situation, study: Study, holder: Study | null, asOf: Day): Moved[] {
  const { engine, warningDays } = situation;
  const codes = new Set([...study.applications, ...(holder?.applications ?? [])].map(({ specialization }) => specialization));
  return situation.portfolio.specializations.flatMap((specialization) => {
    const { code } = specialization;
    if (!codes.has(code)) return [];
    const before = engine.readinessOf(code, asOf, warningDays);
    const after = engine.readinessIf(
      code,
      asOf,
      { count: willCount(situation, study, code, asOf) ? [study.id] : [], lose: holder ? [holder.id] : [] },
      warningDays,
    );
    return before && after ? [{ specialization, before, after }] : [];
  });
}

/** What a specialization loses by a swap, and from which day on. */
export interface SwapCost {
  readonly specialization: Specialization;
  readonly on: Day;
}

/** What taking the holder's place costs other specializations than `code`, which it is done for; in the order of the catalog. */
export function costsOfSwap(situation: Situation, study: Study, holder: Study, code: string, asOf: Day): SwapCost[] {
  return movedBySwap(situation, study, holder, asOf).flatMap((moved) => {
    const { specialization } = moved;
    const on = specialization.code === code ? null : lossOn(moved, asOf);
    return on === null ? [] : [{ specialization, on }];
  });
}

/** The day from which a swap leaves the specialization without readiness that it would have had; null where it costs none. */
function lossOn({ before, after }: Moved, asOf: Day): Day | null {
  if (before.readyThrough === null) return null;
  if (after.readyThrough === null) return asOf;
  return after.readyThrough < before.readyThrough ? addDays(after.readyThrough as Day, 1) : null;
}

/** Whether taking the holder's place would cost a readiness, other than of `code`, that was promised or is held. */
export function costsAnother(situation: Situation, study: Study, holder: Study | null, code: string, on: Day): boolean {
  if (!holder) return false;
  const { targets, heldSpecializations } = situation.portfolio.partner;
  const matters = new Set([...targets.map(({ specialization }) => specialization), ...heldSpecializations]);
  return costsOfSwap(situation, study, holder, code, on).some(({ specialization }) => matters.has(specialization.code));
}

/** Whether nothing but being active keeps the study from counting, now or from its planned go-live on. */
function willCount({ engine }: Situation, { id, deployedOn }: Study, code: string, asOf: Day): boolean {
  return engine.verdict(id, code, deployedOn !== null && deployedOn > asOf ? deployedOn : asOf)?.supports ?? false;
}
