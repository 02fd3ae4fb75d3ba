import type { CellState } from '@caseboard/contracts';
import {
  allFixable,
  always,
  daysMet,
  effortOf,
  judge,
  linkStudy,
  type Day,
  type Study,
  type StudyFacts,
  type Verdict,
} from '@caseboard/domain';
import type { Snapshot } from '../portfolio/snapshot.js';
import { cellStateOf } from './cell-state.js';
import { gapCount } from './findings.js';

/** A study that does not count for a specialization and could, or has an application that is blocked. */
export interface Candidate {
  readonly study: Study;
  readonly state: CellState;
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
export function candidatesFor(snapshot: Snapshot, code: string, asOf: Day): readonly Candidate[] {
  return snapshot.memo(`candidates ${code} ${asOf}`, () => {
    const { pairs, specializations } = snapshot.engine;
    const column = specializations.findIndex(({ specialization }) => specialization.code === code);
    if (column < 0) return [];
    const evidence = pairs.evidence.subarray(column * pairs.studies.length, (column + 1) * pairs.studies.length);
    const found = pairs.studies.flatMap(({ facts }, place) => candidateFrom(snapshot, facts, code, asOf, evidence[place] === 1) ?? []);
    return found.sort(bestFirst);
  });
}

function candidateFrom(snapshot: Snapshot, facts: StudyFacts, code: string, asOf: Day, speaks: boolean): Candidate | null {
  const { study } = facts.reading;
  const application = facts.applications.get(code) ?? null;
  const specialization = snapshot.engine.specialization(code);
  if (study.status === 'retired' || !specialization || (!application && !speaks)) return null;
  const verdict = judge(facts, specialization, asOf);
  const fits = speaks && allFixable(verdict);
  if ((study.status === 'active' && verdict.supports) || (!application && !fits)) return null;
  return {
    study,
    state: cellStateOf({ study, isLinked: application !== null, verdict, fits }, asOf, snapshot.warningDays),
    verdict,
    gaps: gapCount(verdict),
    effort: effortOf(verdict),
    until: daysMet(linkStudy(facts, specialization, application))?.until ?? always.from,
    holder: holderOf(snapshot, study),
  };
}

function bestFirst(one: Candidate, other: Candidate): number {
  return (one.effort ?? Infinity) - (other.effort ?? Infinity) || other.until - one.until || 0;
}

/** The other active study of the study's legal entity. */
export function holderOf(snapshot: Snapshot, study: Study): Study | null {
  const entity = study.customer === null ? null : snapshot.entityOf(study.customer);
  const holder = entity === null ? undefined : holders(snapshot).get(entity);
  return holder && holder.id !== study.id ? holder : null;
}

/** The active study of each legal entity: the database allows one (rules 2.4). */
function holders(snapshot: Snapshot): ReadonlyMap<string, Study> {
  return snapshot.memo('holders', () => {
    const byEntity = new Map<string, Study>();
    for (const study of snapshot.portfolio.studies) {
      const entity = study.status === 'active' && study.customer !== null ? snapshot.entityOf(study.customer) : null;
      if (entity !== null) byEntity.set(entity, study);
    }
    return byEntity;
  });
}
