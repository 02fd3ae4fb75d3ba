import type { ImportAnswer } from '@caseboard/contracts';
import { Engine, knownSpecializations, type Portfolio } from '@caseboard/domain';
import { awsServices } from '@caseboard/domain/catalog/aws-services';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import type { Snapshot } from '../../portfolio/snapshot.js';
import { breathing } from '../files/breathe.js';

/** What committing would do to readiness today: the specializations whose status or count it changes. */
export async function readinessEffect(present: Snapshot, planned: Portfolio): Promise<ImportAnswer['readiness']> {
  const { today, warningDays } = present;
  const before = new Map(present.engine.readiness(today, warningDays).map((readiness) => [readiness.code, readiness]));
  const specializations = knownSpecializations(builtInSpecializations, planned.specializations);
  const engine = new Engine({ ...planned, specializations, studies: [] }, { services: awsServices });
  const breathe = breathing();
  for (const study of planned.studies) {
    engine.setStudy(study);
    await breathe();
  }
  const names = new Map(specializations.map(({ code, name }) => [code, name]));
  return engine.readiness(today, warningDays).flatMap(({ code, status, supporting }) => {
    const was = before.get(code);
    const [statusBefore, supportingBefore] = [was?.status ?? 'not-ready', was?.supporting.length ?? 0];
    if (statusBefore === status && supportingBefore === supporting.length) return [];
    return [
      { code, name: names.get(code) ?? code, before: statusBefore, after: status, supportingBefore, supportingAfter: supporting.length },
    ];
  });
}
