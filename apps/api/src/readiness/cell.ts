import type { CellAnswer } from '@caseboard/contracts';
import { candidatesFor, effortOf, judge, type Day, type Study, type StudyFacts, type SpecializationFacts } from '@caseboard/domain';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { cellStateOf } from './cell-state.js';
import { findingsFor } from './findings.js';
import { closingFor, fits } from './standing.js';

/** The popover of one cell: its findings, what closing them gives, and a study that would take less. */
export function cell(snapshot: Snapshot, names: Names, study: Study, code: string, asOf: Day): CellAnswer {
  const facts = snapshot.engine.study(study.id) as StudyFacts;
  const specialization = snapshot.engine.specialization(code) as SpecializationFacts;
  const verdict = judge(facts, specialization, asOf);
  const effort = effortOf(verdict);
  const isLinked = facts.applications.has(code);
  const counts = study.status === 'active' && verdict.supports;
  const then = counts || effort === null ? null : closingFor(snapshot, names, study, code, asOf);
  return {
    study: study.id,
    specialization: code,
    asOf,
    state: cellStateOf({ study, isLinked, verdict, fits: !isLinked && fits(facts, specialization, asOf) }, asOf, snapshot.warningDays),
    findings: findingsFor(verdict),
    effort,
    closing: then && { status: then.status, readyThrough: then.readyThrough },
    cheaper: counts ? null : cheaper(snapshot, names, study, code, asOf, effort),
  };
}

/** Another study that takes less and does not stand in the place of one that counts already. */
function cheaper(snapshot: Snapshot, names: Names, study: Study, code: string, asOf: Day, effort: number | null): CellAnswer['cheaper'] {
  const counting = new Set(snapshot.engine.readinessOf(code, asOf)?.supporting);
  const best = candidatesFor(snapshot, code, asOf).find(
    ({ study: other, holder }) => other.id !== study.id && !(holder && counting.has(holder.id)),
  );
  if (!best || best.effort === null || best.effort >= (effort ?? Infinity)) return null;
  const { id, title, customer } = names.brief(best.study);
  return { study: id, title, customer, effort: best.effort };
}
