import type { SpecializationPage, SpecializationReadiness, SpecializationRow } from '@caseboard/contracts';
import {
  addDays,
  addMonths,
  candidatesFor,
  cheapestFix,
  closing,
  daysBetween,
  expiresOn,
  fold,
  timelineWith,
  type CandidateStudy,
  type Day,
  type Study,
} from '@caseboard/domain';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { cellStateOf } from './cell-state.js';
import { findingsFor } from './findings.js';
import { steps } from './flips.js';
import { mayTellTogether } from './together.js';
import { swapCosts, wayOutOf } from './way-out.js';

/** The chart shows a little of what was, and what comes. */
const chartDaysBefore = 60;
const chartMonthsAfter = 18;

/** Candidates beyond these are many and alike; nobody reads so far. */
const mostCandidates = 100;

interface Asked {
  readonly snapshot: Snapshot;
  readonly names: Names;
  readonly code: string;
  readonly asOf: Day;
}

/** Everything that the page of one specialization shows. */
export function specializationPage(asked: Asked, entry: SpecializationRow, readiness: SpecializationReadiness): SpecializationPage {
  const { snapshot, names, code, asOf } = asked;
  const [from, to] = [addDays(asOf, -chartDaysBefore), addMonths(asOf, chartMonthsAfter)];
  const timeline = snapshot.engine.timeline(code);
  return {
    asOf,
    entry,
    readiness,
    supporting: supporting(asked, readiness),
    candidates: candidatesFor(snapshot, code, asOf)
      .slice(0, mostCandidates)
      .map((candidate) => candidateRow(asked, candidate)),
    steps: timeline ? steps(snapshot, names, timeline, from, to) : [],
    withCheapestFix: withCheapestFix(asked, to),
    categories: categories(asked, readiness),
  };
}

function supporting(
  { snapshot, names, code, asOf }: Asked,
  { supporting: ids, critical }: SpecializationReadiness,
): SpecializationPage['supporting'] {
  return ids.flatMap((id) => {
    const study = snapshot.study(id);
    if (!study) return [];
    const row = brief(snapshot, names, study, code);
    return [
      {
        ...row,
        // Rules 1.4: expiresOn is the first day on which it no longer counts.
        daysLeft: row.expiresOn === null ? null : daysBetween(asOf, row.expiresOn as Day) - 1,
        critical: critical.includes(id),
        category: names.study(study).applications.find(({ specialization }) => specialization === code)?.category ?? null,
      },
    ];
  });
}

function brief(snapshot: Snapshot, names: Names, study: Study, code: string) {
  const { id, title, customer } = names.brief(study);
  const { visibility, status, owner, deployedOn } = study;
  const months = snapshot.specialization(code)?.requires.freshnessMonths ?? null;
  return { id, title, customerName: customer, visibility, status, owner, deployedOn, expiresOn: expiresOn(deployedOn, months) };
}

function candidateRow({ snapshot, names, code, asOf }: Asked, candidate: CandidateStudy): SpecializationPage['candidates'][number] {
  const { study, isLinked, verdict, effort, holder } = candidate;
  const isTold = !holder || mayTellTogether(names, study, holder);
  const then = effort === null || !isTold ? null : closing(snapshot, code, study, holder, asOf);
  return {
    ...brief(snapshot, names, study, code),
    state: cellStateOf({ study, isLinked, verdict, fits: !isLinked }, asOf, snapshot.warningDays),
    findings: findingsFor(verdict).filter(({ outcome }) => outcome !== 'met'),
    effort,
    heldBy: holder && isTold ? { id: holder.id, title: names.title(holder) } : null,
    then: then && { status: then.status, readyThrough: then.readyThrough, supporting: then.supporting.length },
    sideEffects: holder && isTold ? swapCosts(snapshot, study, holder, code, asOf) : [],
  };
}

/** The chart with the cheapest fix done today; nothing where no fix gains anything. */
function withCheapestFix({ snapshot, names, code, asOf }: Asked, to: Day): SpecializationPage['withCheapestFix'] {
  const now = snapshot.engine.readinessOf(code, asOf, snapshot.warningDays);
  if (!now || now.readyThrough === 'open') return null;
  const fix = cheapestFix(snapshot, code, asOf, now);
  if (fix.lose && !mayTellTogether(names, fix.count, fix.lose)) return null;
  const timeline = timelineWith(snapshot, code, fix, asOf);
  return timeline && { wayOut: wayOutOf(snapshot, names, fix, code, asOf), steps: steps(snapshot, names, timeline, asOf, to) };
}

/** Every listed category with the supporting studies that name it (rules 6.2). */
function categories({ snapshot, code }: Asked, { supporting: ids }: SpecializationReadiness): SpecializationPage['categories'] {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const named = fold(snapshot.study(id)?.applications.find(({ specialization }) => specialization === code)?.category ?? '');
    counts.set(named, (counts.get(named) ?? 0) + 1);
  }
  return (snapshot.specialization(code)?.requires.categories ?? []).map((name) => ({ name, supporting: counts.get(fold(name)) ?? 0 }));
}
