import { addDays, addMonths, type Day } from './day.js';
import type { Specialization, Study } from './portfolio.js';

/** Months that count where a study has no application at all (rules 1.5). */
export const usualFreshnessMonths = 18;

/**
 * The first day on which a study deployed on that day no longer counts (rules 1.4); `null` where the day is not given
 * or the study never ages (rules 1.5).
 */
export function expiresOn(deployedOn: Day | null, freshnessMonths: number | null): Day | null {
  if (deployedOn === null || freshnessMonths === null) return null;
  return addDays(addMonths(deployedOn, freshnessMonths), 1);
}

/** The earliest expiry over the specializations the study has an application to (rules 1.5). */
export function studyExpiresOn(study: Study, known: ReadonlyMap<string, Specialization>): Day | null {
  if (study.applications.length === 0) return expiresOn(study.deployedOn, usualFreshnessMonths);
  const months = study.applications.map(({ specialization }) => known.get(specialization)?.requires.freshnessMonths ?? null);
  const ageing = months.filter((count) => count !== null);
  return ageing.length === 0 ? null : expiresOn(study.deployedOn, Math.min(...ageing));
}
