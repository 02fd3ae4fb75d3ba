import type { Day } from './day.js';
import { allFixable, effortOf } from './effort.js';
import { always } from './eligibility.js';
import { industrySpeaksFor, prepareFit, servicesSpeakFor } from './fit.js';
import { daysMet, linkStudy } from './link.js';
import type { Study } from './portfolio.js';
import { holderOf, type Situation } from './situation.js';
import type { StudyReading } from './study-reading.js';
import { gapCount, judge, type SpecializationFacts, type StudyFacts, type Verdict } from './verdict.js';

/** A study that does not count for a specialization and could, or has an application that is blocked. */
export interface CandidateStudy {
  readonly study: Study;
  readonly isLinked: boolean;
  readonly verdict: Verdict;
  readonly gaps: number;
  /** Points of rules 7.3; null where something cannot be fixed. */
  readonly effort: number | null;
  /** The day number on which it would cease to count. */
  readonly until: number;
  /** The active study of its legal entity, which would have to give up the place (rules 2.4). */
  readonly holder: Study | null;
}

/** The candidates of a specialization, best first: least effort, then the longest hold; what cannot be fixed last. */
export function candidatesFor(situation: Situation, code: string, asOf: Day): readonly CandidateStudy[] {
  return situation.memo(`candidates ${code} ${asOf}`, () => {
    const specialization = situation.engine.specialization(code);
    if (!specialization) return [];
    const speaks = whatSpeaksFor(situation, specialization);
    return situation.engine.studies
      .flatMap((facts) => candidateFrom(situation, facts, specialization, asOf, speaks(facts.reading)) ?? [])
      .sort(bestFirst);
  });
}

function candidateFrom(
  situation: Situation,
  facts: StudyFacts,
  specialization: SpecializationFacts,
  asOf: Day,
  speaks: boolean,
): CandidateStudy | null {
  const { study } = facts.reading;
  const application = facts.applications.get(specialization.specialization.code) ?? null;
  if (study.status === 'retired' || (!application && !speaks)) return null;
  const verdict = judge(facts, specialization, asOf);
  if ((study.status === 'active' && verdict.supports) || (!application && !allFixable(verdict))) return null;
  return {
    study,
    isLinked: application !== null,
    verdict,
    gaps: gapCount(verdict),
    effort: effortOf(verdict),
    until: daysMet(linkStudy(facts, specialization, application))?.until ?? always.from,
    holder: holderOf(situation, study),
  };
}

/** `speaksFor`, each industry compared once: there are few of them. */
function whatSpeaksFor({ engine }: Situation, { specialization }: SpecializationFacts): (reading: StudyReading) => boolean {
  const fit = prepareFit(specialization, engine.services);
  const industries = new Map<string, boolean>();
  const industrySpeaks = (industry: string): boolean => {
    const known = industries.get(industry) ?? industrySpeaksFor(industry, fit);
    industries.set(industry, known);
    return known;
  };
  return ({ serviceIds, customer, legalEntity }) =>
    servicesSpeakFor(serviceIds, fit) || [customer, legalEntity].some((one) => industrySpeaks(one?.industry ?? ''));
}

function bestFirst(one: CandidateStudy, other: CandidateStudy): number {
  return (one.effort ?? Infinity) - (other.effort ?? Infinity) || other.until - one.until || 0;
}
