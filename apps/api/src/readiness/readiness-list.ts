import type { SpecializationReadiness } from '@caseboard/contracts';
import type { Day, Readiness, Specialization, Target } from '@caseboard/domain';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import type { Snapshot } from '../portfolio/snapshot.js';

const builtIn = new Set(builtInSpecializations.map(({ code }) => code));

/** The readiness of every entry of the catalog, built-in ones in file order, then own ones. */
export function readinessList(snapshot: Snapshot, asOf: Day): SpecializationReadiness[] {
  return snapshot.engine.readiness(asOf, snapshot.warningDays).map((readiness) => described(snapshot, readiness));
}

/** The readiness of one entry; `null` for an unknown code. */
export function readinessOf(snapshot: Snapshot, code: string, asOf: Day): SpecializationReadiness | null {
  const readiness = snapshot.engine.readinessOf(code, asOf, snapshot.warningDays);
  return readiness && described(snapshot, readiness);
}

function described(snapshot: Snapshot, { have, ...readiness }: Readiness): SpecializationReadiness {
  const { name, programme, requires, lifecycle } = snapshot.specialization(readiness.code) as Specialization;
  const target = targetOf(snapshot, readiness.code);
  return {
    ...readiness,
    supporting: [...readiness.supporting],
    critical: [...readiness.critical],
    missing: { ...readiness.missing },
    name,
    programme,
    publicSupporting: have.public,
    categoriesCovered: have.categories,
    needs: { studies: requires.studies, public: requires.public, categories: requires.categoriesCovered },
    target: target ? { weight: target.weight, submitOn: target.submitOn } : null,
    held: isHeld(snapshot, readiness.code),
    linked: linkedCounts(snapshot).get(readiness.code) ?? 0,
    builtIn: builtIn.has(readiness.code),
    endsOn: lifecycle.endsOn,
  };
}

export function targetOf(snapshot: Snapshot, code: string): Target | null {
  return (
    snapshot
      .memo('targets', () => new Map(snapshot.portfolio.partner.targets.map((target) => [target.specialization, target])))
      .get(code) ?? null
  );
}

export function isHeld(snapshot: Snapshot, code: string): boolean {
  return snapshot.memo('held', () => new Set(snapshot.portfolio.partner.heldSpecializations)).has(code);
}

/** How many studies, not retired, have an application to each specialization. */
export function linkedCounts(snapshot: Snapshot): ReadonlyMap<string, number> {
  return snapshot.memo('linked', () => {
    const counts = new Map<string, number>();
    for (const { status, applications } of snapshot.portfolio.studies) {
      if (status === 'retired') continue;
      for (const { specialization } of applications) counts.set(specialization, (counts.get(specialization) ?? 0) + 1);
    }
    return counts;
  });
}
