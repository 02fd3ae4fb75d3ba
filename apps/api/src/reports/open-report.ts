import type { ReportLabels } from '@caseboard/contracts';
import type { ChangeCause, Decision, Group, Report } from '@caseboard/domain';
import type { Names, NamesReader } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { studyLabel, type BothLabels, type OpenLabels } from './report-labels.js';

/** A report with the names that one reader may meet. */
export interface ReadReport {
  readonly report: Report;
  readonly labels: ReportLabels;
}

/** As this reader may read it, with the portfolio as it stands. */
export function readBy(reader: NamesReader, report: Report, { all, open }: BothLabels, snapshot: Snapshot): ReadReport {
  const names = snapshot.namesFor(reader);
  return names.all ? { report, labels: all } : openReport(report, open, snapshot, names);
}

/**
 * For those who do not meet every name: what leaders read when it was issued, without what is withheld since. Customers
 * that they do not meet are counted, under ids that say nothing.
 */
function openReport(report: Report, issued: OpenLabels, snapshot: Snapshot, names: Names): ReadReport {
  const studies = Object.fromEntries(
    Object.entries(issued.studies).map(([id, said]) => {
      const study = snapshot.study(id);
      if (study && names.isWithheld(study) && !said.withheld) return [id, studyLabel(study, snapshot, names)];
      return [id, { ...said, label: names.text(said.label) }];
    }),
  );
  const open = (text: string) => names.text(issued.texts[text] ?? text);
  return { report: withTexts(withoutCustomers(report, studies, snapshot, names), open), labels: { people: issued.people, studies } };
}

function withoutCustomers(report: Report, studies: ReportLabels['studies'], snapshot: Snapshot, names: Names): Report {
  const { legalEntities, usedLegalEntities } = report.shape;
  const isMet = (id: string) => snapshot.customer(id) !== undefined && names.meets(id);
  const hidden = new Map(legalEntities.filter((id) => !isMet(id)).map((id, at) => [id, `withheld-${at + 1}`]));
  const open = (id: string) => hidden.get(id) ?? id;
  return {
    ...report,
    shape: { ...report.shape, legalEntities: legalEntities.map(open), usedLegalEntities: usedLegalEntities.map(open) },
    changes: report.changes.map((change) => ({ ...change, cause: withoutSwap(change.cause, studies) })),
    decisions: withoutPlaces(report.decisions, studies),
    studies: report.studies.map((study) => ({
      ...study,
      customer: study.customer !== null && !studies[study.id]?.withheld && isMet(study.customer) ? study.customer : null,
    })),
  };
}

/** A study takes the place of one of the same legal entity: where one is withheld, the other would name its customer. */
export function withoutPlaces(decisions: readonly Decision[], studies: ReportLabels['studies']): Decision[] {
  return decisions.map((decision) => {
    const isTold = [decision.study, decision.replaces].every((id) => id === null || !studies[id]?.withheld);
    return isTold ? decision : { ...decision, replaces: null };
  });
}

/** The same of a write that swapped them: then what was activated is told alone. */
export function withoutSwap(cause: ChangeCause, studies: ReportLabels['studies']): ChangeCause {
  if (cause.code !== 'studies') return cause;
  const { events } = cause;
  const isSwap = events.some(({ event }) => event === 'activated') && events.some(({ event }) => event === 'retired');
  const isMixed = new Set(events.map(({ study }) => studies[study]?.withheld ?? false)).size > 1;
  return isSwap && isMixed ? { ...cause, events: events.filter(({ event }) => event !== 'retired') } : cause;
}

function withTexts(report: Report, open: (text: string) => string): Report {
  const { shape, value } = report;
  const { strategies } = value.facts;
  const told = Object.entries(strategies).map(([name, { state, owner, note }]) => [name, { state, owner: open(owner), note: open(note) }]);
  return {
    ...report,
    shape: { ...shape, byIndustry: groupsBy(open, shape.byIndustry), byService: groupsBy(open, shape.byService) },
    value: { ...value, facts: { ...value.facts, strategies: Object.fromEntries(told) as typeof strategies } },
  };
}

/** Groups that read alike without the names are one. */
function groupsBy(open: (text: string) => string, groups: readonly Group[]): Group[] {
  const joined = new Map<string, Set<string>>();
  for (const { key, studies } of groups) {
    const group = joined.get(open(key)) ?? new Set();
    for (const id of studies) group.add(id);
    joined.set(open(key), group);
  }
  return Array.from(joined, ([key, studies]) => ({ key, studies: [...studies] }));
}
