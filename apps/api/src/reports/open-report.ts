import type { ReportLabels } from '@caseboard/contracts';
import type { Report, Strategy } from '@caseboard/domain';
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
  const notes = openStrategies(report.value.facts.strategies, issued, names);
  return { report: withNotes(withoutCustomers(report, studies, snapshot, names), notes), labels: { people: issued.people, studies } };
}

function withoutCustomers(report: Report, studies: ReportLabels['studies'], snapshot: Snapshot, names: Names): Report {
  const { legalEntities, usedLegalEntities } = report.shape;
  const isMet = (id: string) => snapshot.customer(id) !== undefined && names.meets(id);
  const hidden = new Map(legalEntities.filter((id) => !isMet(id)).map((id, at) => [id, `withheld-${at + 1}`]));
  const open = (id: string) => hidden.get(id) ?? id;
  return {
    ...report,
    shape: { ...report.shape, legalEntities: legalEntities.map(open), usedLegalEntities: usedLegalEntities.map(open) },
    studies: report.studies.map((study) => ({
      ...study,
      customer: study.customer !== null && !studies[study.id]?.withheld && isMet(study.customer) ? study.customer : null,
    })),
  };
}

type Strategies = Report['value']['facts']['strategies'];

function withNotes(report: Report, strategies: Strategies): Report {
  return { ...report, value: { ...report.value, facts: { ...report.value.facts, strategies } } };
}

function openStrategies(strategies: Strategies, { notes }: OpenLabels, names: Names): Strategies {
  const entries = Object.entries(strategies) as [keyof Strategies, Strategy][];
  return Object.fromEntries(entries.map(([name, each]) => [name, { ...each, note: names.text(notes[name]) }])) as Strategies;
}
