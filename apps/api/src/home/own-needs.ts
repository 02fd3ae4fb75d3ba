import type { Need } from '@caseboard/contracts';
import { daysBetween, effortOf, gapsOf, studyExpiresOn, type Day, type Study } from '@caseboard/domain';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import type { Ranked } from './needs.js';

/** What needs the owner of studies: an active one that does not count where it could, that soon ceases to, or lately did. */
export function ownNeeds(snapshot: Snapshot, names: Names, owner: string, asOf: Day): Ranked[] {
  const own = snapshot.portfolio.studies.filter((study) => study.status === 'active' && study.owner?.toLowerCase() === owner.toLowerCase());
  return own
    .flatMap((study) => [blocked(snapshot, names, study, asOf), expiring(snapshot, names, study, asOf)])
    .filter((need) => need !== null);
}

/** The application that is worth most of those that work on the text or data can mend. */
function blocked(snapshot: Snapshot, names: Names, study: Study, asOf: Day): Ranked | null {
  const open = study.applications.flatMap(({ specialization: code }) => {
    const verdict = snapshot.engine.verdict(study.id, code, asOf);
    const effort = verdict && !verdict.supports ? effortOf(verdict) : null;
    return verdict && effort !== null
      ? [{ code, effort, gaps: gapsOf(verdict).filter(({ kind }) => kind === 'blocking').length, harm: weightOf(snapshot, code) }]
      : [];
  });
  const [worst] = open.sort((one, other) => other.harm - one.harm || one.effort - other.effort);
  if (!worst) return null;
  const then = snapshot.engine.readinessIf(worst.code, asOf, { count: [study.id] }, snapshot.warningDays);
  return {
    harm: worst.harm,
    need: {
      ...about(snapshot, names, study, worst.code, asOf),
      kind: 'own-study-blocked',
      on: null,
      wayOut: { ...fixOf(names, study), gaps: worst.gaps, effort: worst.effort, readyThrough: then?.readyThrough ?? null, costs: [] },
    },
  };
}

function expiring(snapshot: Snapshot, names: Names, study: Study, asOf: Day): Ranked | null {
  const expiresOn = studyExpiresOn(study, snapshot.catalog);
  if (expiresOn === null || Math.abs(daysBetween(asOf, expiresOn)) > snapshot.warningDays) return null;
  const codes = study.applications.map(({ specialization }) => specialization);
  const [code] = codes.sort((one, other) => weightOf(snapshot, other) - weightOf(snapshot, one));
  return {
    harm: code === undefined ? 0 : weightOf(snapshot, code),
    need: { ...about(snapshot, names, study, code ?? null, expiresOn), kind: 'own-study-expires', on: expiresOn, wayOut: null },
  };
}

function about(
  snapshot: Snapshot,
  names: Names,
  study: Study,
  code: string | null,
  on: Day,
): Pick<Need, 'specialization' | 'have' | 'needs' | 'causes'> {
  const entry = code === null ? undefined : snapshot.specialization(code);
  const readiness = entry && snapshot.engine.readinessOf(entry.code, on, snapshot.warningDays);
  return {
    specialization: entry ? { code: entry.code, name: entry.name } : null,
    have: readiness?.supporting.length ?? 0,
    needs: entry?.requires.studies ?? 0,
    causes: [names.brief(study)],
  };
}

function fixOf(names: Names, study: Study) {
  const { id, title, customer } = names.brief(study);
  return { kind: 'close-gaps' as const, study: id, title, customer };
}

/** Targets weigh what they are given, what is held 1, the rest nothing (rules 8.4). */
function weightOf({ portfolio: { partner } }: Snapshot, code: string): number {
  const target = partner.targets.find(({ specialization }) => specialization === code);
  return target?.weight ?? (partner.heldSpecializations.includes(code) ? 1 : 0);
}
