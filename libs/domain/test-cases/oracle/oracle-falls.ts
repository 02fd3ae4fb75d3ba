/** A second, plain reading of rules 8.3: what a day costs, every specialization judged anew on the day before. */
import { countsOf, expiry, isReady, plusDays, supporting, type World } from './oracle.js';

/** What `fallsOn` answers for all specializations of the portfolio. */
export function fallsByTheRules(world: World, day: string): unknown[] {
  return world.portfolio.specializations.flatMap((specialization) => {
    const dayBefore = supporting(specialization, plusDays(day, -1), world);
    const expiring = dayBefore.filter(({ deployedOn }) => expiry(deployedOn, specialization.requires.freshnessMonths) === day);
    if (expiring.length === 0) return [];
    const left = dayBefore.filter((study) => !expiring.includes(study));
    const { studies, public: shown, categoriesCovered } = specialization.requires;
    return {
      specialization: specialization.code,
      before: countsOf(specialization, dayBefore),
      after: countsOf(specialization, left),
      needs: { studies, public: shown, categories: categoriesCovered },
      stopsBeingReady: isReady(specialization, dayBefore) && !isReady(specialization, left),
      studies: expiring.map(({ id }) => id),
    };
  });
}
