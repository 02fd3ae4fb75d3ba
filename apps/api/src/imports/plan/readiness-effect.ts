import type { ImportAnswer } from '@caseboard/contracts';
import { Engine, knownSpecializations, type Portfolio } from '@caseboard/domain';
import { awsServices } from '@caseboard/domain/catalog/aws-services';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import type { Snapshot } from '../../portfolio/snapshot.js';
import { breathing } from '../../platform/breathe.js';

/** What committing would do to readiness today: the specializations whose status or count it changes. */
export async function readinessEffect(present: Snapshot, planned: Portfolio): Promise<ImportAnswer['readiness']> {
  const { today, warningDays } = present;
  const before = new Map(present.engine.readiness(today, warningDays).map((readiness) => [readiness.code, readiness]));
  const specializations = knownSpecializations(builtInSpecializations, planned.specializations);
  const engine = new Engine({ ...planned, specializations, studies: [] }, { services: awsServices });
  const breathe = breathing();
  for (const study of planned.studies) {
    if (study.status === 'active') engine.setStudy(study);
    await breathe();
  }
  const known = new Map(specializations.map((each) => [each.code, each]));
  const targets = new Set(planned.partner.targets.map(({ specialization }) => specialization));
  return engine.readiness(today, warningDays).flatMap(({ code, status, supporting, have }) => {
    const was = before.get(code);
    const [statusBefore, supportingBefore] = [was?.status ?? 'not-ready', was?.supporting.length ?? 0];
    const of = known.get(code);
    const needsPublic = of?.requires.public ?? 0;
    const publicBefore = was?.have.public ?? 0;
    const isSamePublic = needsPublic === 0 || publicBefore === have.public;
    if (statusBefore === status && supportingBefore === supporting.length && isSamePublic) return [];
    return [
      {
        code,
        name: of?.name ?? code,
        before: statusBefore,
        after: status,
        supportingBefore,
        supportingAfter: supporting.length,
        publicBefore,
        publicAfter: have.public,
        needs: of?.requires.studies ?? 0,
        needsPublic,
        target: targets.has(code),
      },
    ];
  });
}
