import type { CellState } from '@caseboard/contracts';
import { bitOf, daysBetween, type Day, type Study, type Verdict } from '@caseboard/domain';

const freshBit = bitOf('fresh');

/** A verdict for a study with what the drawing depends on besides. */
export interface Cell {
  readonly study: Study;
  readonly isLinked: boolean;
  readonly verdict: Pick<Verdict, 'supports' | 'blocking' | 'expiresOn'>;
  /** Whether something in the study speaks for a specialization that it has no application to. */
  readonly fits: boolean;
}

/** How the matrix draws a study against a specialization (DESIGN.md, "Status vocabulary"); a retired one like a draft. */
export function cellStateOf({ study, isLinked, verdict, fits }: Cell, asOf: Day, warningDays: number): CellState {
  if (!isLinked) return fits ? 'could-support' : 'none';
  const isActive = study.status === 'active';
  if (isExpired(verdict, asOf)) return 'expired';
  if (!verdict.supports) return isActive ? 'blocked' : 'would-be-blocked';
  if (!isActive) return 'would-count';
  return expiresSoon(verdict.expiresOn, asOf, warningDays) ? 'expires-soon' : 'counts';
}

/** The window is the one of a specialization at risk (rules 6.5): the last day it counts is less than that away. */
export function expiresSoon(expiresOn: Day | null, asOf: Day, warningDays: number): boolean {
  return expiresOn !== null && daysBetween(asOf, expiresOn) <= warningDays;
}

/** `fresh` is unmet before a planned go-live too; that is not expired. */
function isExpired({ blocking, expiresOn }: Cell['verdict'], asOf: Day): boolean {
  return (blocking.unmet & freshBit) !== 0 && expiresOn !== null && expiresOn <= asOf;
}
