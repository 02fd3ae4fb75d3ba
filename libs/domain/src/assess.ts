import type { Day } from './day.js';
import type { FindingCode, FindingKind, FindingOutcome } from './eligibility.js';
import { Engine } from './engine.js';
import { studyExpiresOn } from './freshness.js';
import type { Portfolio } from './portfolio.js';
import { usualWarningDays, type Readiness } from './readiness.js';
import { indexServices } from './services.js';
import type { KnownFacts } from './study-reading.js';
import { gapsOf, judge, type SpecializationFacts, type StudyFacts } from './verdict.js';

/** What `assess` prints (portfolio-format.md, "On the command line"). */
export interface Assessment {
  readonly asOf: Day;
  readonly studies: readonly AssessedStudy[];
  readonly specializations: readonly Omit<Readiness, 'have'>[];
}

export interface AssessedStudy {
  readonly id: string;
  readonly expiresOn: Day | null;
  readonly verdicts: readonly {
    readonly specialization: string;
    readonly supports: boolean;
    readonly expiresOn: Day | null;
    readonly gaps: readonly {
      readonly code: FindingCode;
      readonly outcome: FindingOutcome;
      readonly kind: FindingKind;
    }[];
  }[];
}

/**
 * Verdicts and readiness of a whole portfolio at a day. `known` are all entries that an application may name, also
 * those that the portfolio does not ask about.
 */
export function assess(portfolio: Portfolio, asOf: Day, facts: KnownFacts = {}, warningDays = usualWarningDays): Assessment {
  const services = facts.services && 'identityOf' in facts.services ? facts.services : indexServices(facts.services);
  const known = facts.known ?? portfolio.specializations;
  const engine = new Engine(portfolio, { known, services });
  const byCode = new Map([...known, ...portfolio.specializations].map((specialization) => [specialization.code, specialization]));
  const prepared = new Map([...byCode].map(([code, specialization]) => [code, engine.prepareSpecialization(specialization)]));
  return {
    asOf,
    studies: engine.studies
      .filter(({ reading }) => reading.study.status !== 'retired')
      .map((study) => ({
        id: study.reading.study.id,
        expiresOn: studyExpiresOn(study.reading.study, byCode),
        verdicts: verdictsOf(study, prepared, asOf),
      })),
    specializations: engine.readiness(asOf, warningDays).map(({ have: _, ...answer }) => answer),
  };
}

function verdictsOf(study: StudyFacts, prepared: ReadonlyMap<string, SpecializationFacts>, asOf: Day): AssessedStudy['verdicts'] {
  return study.reading.study.applications.flatMap(({ specialization: code }) => {
    const specialization = prepared.get(code);
    if (!specialization) return [];
    const verdict = judge(study, specialization, asOf);
    const gaps = gapsOf(verdict).map(({ code, outcome, kind }) => ({ code, outcome, kind }));
    return [{ specialization: code, supports: verdict.supports, expiresOn: verdict.expiresOn, gaps }];
  });
}
