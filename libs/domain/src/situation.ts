import type { Day } from './day.js';
import type { Engine } from './engine.js';
import type { Portfolio, Specialization, Study } from './portfolio.js';
import type { Readiness } from './readiness.js';

/** A portfolio as stored, and the engine it is asked through. */
export interface Situation {
  readonly portfolio: Portfolio;
  readonly engine: Engine;
  readonly warningDays: number;
  study(id: string): Study | undefined;
  specialization(code: string): Specialization | undefined;
  /** The id of a customer's legal entity, or null where its chain ends without one (rules 2.2). */
  entityOf(customer: string): string | null;
  /** Works `make` out once for this portfolio. The key must name everything the answer depends on besides it. */
  memo<T>(key: string, make: () => T): T;
}

/** What a specialization becomes with every gap of the study closed, activated in the place of `holder`. */
export function closing(situation: Situation, code: string, study: Study, holder: Study | null, asOf: Day): Readiness | null {
  return situation.engine.readinessIf(code, asOf, { count: [study.id], lose: holder ? [holder.id] : [] }, situation.warningDays);
}

/**
 * Asks the engine something with a study put in that is not stored so, and puts back what was there. The engine is
 * everybody's, so `ask` must not wait for anything.
 */
export function withStudy<T>(situation: Pick<Situation, 'engine' | 'study'>, study: Study, ask: () => T): T {
  const { engine } = situation;
  const before = situation.study(study.id);
  engine.setStudy(study);
  try {
    return ask();
  } finally {
    if (before) engine.setStudy(before);
    else engine.removeStudy(study.id);
  }
}

/** The other active study of the study's legal entity. */
export function holderOf(situation: Situation, study: Study): Study | null {
  const entity = study.customer === null ? null : situation.entityOf(study.customer);
  const holder = entity === null ? undefined : holders(situation).get(entity);
  return holder && holder.id !== study.id ? holder : null;
}

/** The active study of each legal entity: the database allows one (rules 2.4). */
function holders(situation: Situation): ReadonlyMap<string, Study> {
  return situation.memo('holders', () => {
    const byEntity = new Map<string, Study>();
    for (const study of situation.portfolio.studies) {
      const entity = study.status === 'active' && study.customer !== null ? situation.entityOf(study.customer) : null;
      if (entity !== null) byEntity.set(entity, study);
    }
    return byEntity;
  });
}
