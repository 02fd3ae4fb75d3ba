import type { Customer, History, Report, Study } from '@caseboard/domain';
import type { ReportLabels } from '@caseboard/contracts';
import { withheldMark } from '../portfolio/name-mask.js';
import type { Names } from '../portfolio/names.js';
import { Snapshot } from '../portfolio/snapshot.js';
import { WithholdingCache } from '../portfolio/withholding.js';

export type StudyLabels = ReportLabels['studies'];

/** With the texts of the report that told a name, as leaders read them. */
export interface OpenLabels extends ReportLabels {
  readonly texts: Readonly<Record<string, string>>;
}

/** What those read who meet every name, and what leaders read. */
export interface BothLabels {
  readonly all: ReportLabels;
  readonly open: OpenLabels;
}

/** What a reader may call the studies of a report, by id. */
export function studyLabels(ids: Iterable<string>, snapshot: Snapshot, names: Names): StudyLabels {
  return Object.fromEntries(
    Array.from(ids, (id) => {
      const study = snapshot.study(id);
      return [id, study ? studyLabel(study, snapshot, names) : { label: id, withheld: false }];
    }),
  );
}

/** What people wrote, by hand or in their studies, and stands in a report as they wrote it. */
export function openTexts({ shape, value }: Report, names: Names): OpenLabels['texts'] {
  const groups = [...shape.byIndustry, ...shape.byService].map(({ key }) => key);
  const strategies = Object.values(value.facts.strategies).flatMap(({ note, owner }) => [note, owner]);
  const open = [...groups, ...strategies].map((text) => [text, names.text(text)] as const);
  return Object.fromEntries(open.filter(([text, told]) => text !== told));
}

/** Its customer, else its title; where that customer is withheld, what an anonymous study is called in public. */
export function studyLabel(study: Study, snapshot: Snapshot, names: Names): StudyLabels[string] {
  const customer = names.customerOf(study);
  if (customer) return { label: customer.legalName, withheld: false };
  if (!names.isWithheld(study)) return { label: names.title(study) || study.id, withheld: false };
  return { label: withheldLabel(study, snapshot, names), withheld: true };
}

/** Its industry never stands alone: specializations are called so too. */
function withheldLabel(study: Study, snapshot: Snapshot, names: Names): string {
  const customer = study.customer === null ? undefined : snapshot.customer(study.customer);
  const industry = names.text(customer ? (snapshot.industryOf(customer) ?? '') : '').trim();
  const open = [names.study(study).anonymousDescription, names.title(study), industry && `${study.id} (${industry})`];
  return open.find((text) => text.trim() !== '' && !text.includes(withheldMark)) ?? study.id;
}

/**
 * The present portfolio with those put back that a report speaks of and that are gone since: as they last were, and as
 * retired, so that what was promised to their customers still holds.
 */
export function withGone(present: Snapshot, history: History, report: Report): Snapshot {
  const wanted = new Set(report.studies.map(({ id }) => id).filter((id) => !present.study(id)));
  if (wanted.size === 0) return present;
  const { studies, customers } = lastSeen(history);
  const gone = [...studies.values()].filter(({ id }) => wanted.has(id)).map((study): Study => ({ ...study, status: 'retired' }));
  const theirs = [...customers.values()].filter(({ id }) => !present.customer(id));
  const { parts } = present;
  const all = {
    ...parts,
    studies: parts.studies.with(
      gone.map((study) => stored(study.id, study)),
      [],
    ),
    customers: parts.customers.with(
      theirs.map((customer) => stored(customer.id, customer)),
      [],
    ),
    withholdings: new WithholdingCache(),
  };
  return new Snapshot({ ...all, portfolio: { ...parts.portfolio, studies: all.studies.list, customers: all.customers.list } });
}

function lastSeen({ start, revisions }: History): { studies: Map<string, Study>; customers: Map<string, Customer> } {
  const studies = new Map(start.portfolio.studies.map((study) => [study.id, study]));
  const customers = new Map(start.portfolio.customers.map((customer) => [customer.id, customer]));
  for (const { changes } of revisions) {
    for (const change of changes) {
      if (change.kind === 'study' && change.after) studies.set(change.id, change.after);
      if (change.kind === 'customer' && change.after) customers.set(change.id, change.after);
    }
  }
  return { studies, customers };
}

const stored = <R>(id: string, record: R) => ({
  id,
  record,
  position: Number.MAX_SAFE_INTEGER,
  meta: { version: 0, createdAt: '', updatedAt: '' },
});
