import type { Readiness, Study } from '@caseboard/domain';
import type { Day } from '@caseboard/domain';
import type { Snapshot } from '../portfolio/snapshot.js';

/** What a specialization becomes with every gap of the study closed, activated in the place of `holder`. */
export function closing(snapshot: Snapshot, code: string, study: Study, holder: Study | null, asOf: Day): Readiness | null {
  return snapshot.engine.readinessIf(code, asOf, { count: [study.id], lose: holder ? [holder.id] : [] }, snapshot.warningDays);
}

/**
 * Asks the engine something with a study put in that is not stored so, and puts back what was there. The engine is
 * everybody's, so `ask` must not wait for anything.
 */
export function withStudy<T>(snapshot: Snapshot, study: Study, ask: () => T): T {
  const { engine } = snapshot;
  const stored = snapshot.study(study.id);
  engine.setStudy(study);
  try {
    return ask();
  } finally {
    if (stored) engine.setStudy(stored);
    else engine.removeStudy(study.id);
  }
}
