import type { Customer, Partner, Portfolio, Specialization, Study } from '../portfolio.js';
import type { History, Known, RecordChange } from './history.js';
import type { NamedSpecialization, NamedStudy } from './report.js';
import type { Day } from '../day.js';

/** Everything known at one moment, as it moves: a new record stands at the end, a changed one in its old place. */
export class Records {
  readonly studies: Map<string, Study>;
  readonly customers: Map<string, Customer>;
  readonly specializations: Map<string, Specialization>;
  partner: Partner;
  warningDays: number;

  constructor({ portfolio, warningDays }: Known) {
    this.studies = new Map(portfolio.studies.map((study) => [study.id, study]));
    this.customers = new Map(portfolio.customers.map((customer) => [customer.id, customer]));
    this.specializations = new Map(portfolio.specializations.map((specialization) => [specialization.code, specialization]));
    this.partner = portfolio.partner;
    this.warningDays = warningDays;
  }

  apply(change: RecordChange): void {
    appliers[change.kind](this, change as never);
  }

  get known(): Known {
    return { portfolio: this.portfolio, warningDays: this.warningDays };
  }

  get portfolio(): Portfolio {
    const { partner, specializations, customers, studies } = this;
    return { partner, specializations: [...specializations.values()], customers: [...customers.values()], studies: [...studies.values()] };
  }
}

/** What stands after the last revision of that day; before the record begins, what it begins with. */
export function knownOn({ start, revisions }: History, day: Day): Known {
  const records = new Records(start);
  for (const { on, changes } of revisions) {
    if (on > day) break;
    for (const change of changes) records.apply(change);
  }
  return records.known;
}

const appliers: { readonly [K in RecordChange['kind']]: (records: Records, change: Extract<RecordChange, { kind: K }>) => void } = {
  study: ({ studies }, change) => put(studies, change),
  customer: ({ customers }, change) => put(customers, change),
  specialization: ({ specializations }, change) => put(specializations, change),
  settings: (records, { after }) => {
    if (!after) return;
    const { warningDays, ...partner } = after;
    records.partner = partner;
    records.warningDays = warningDays;
  },
};

function put<R>(records: Map<string, R>, { id, after }: { readonly id: string; readonly after: R | null }): void {
  if (after === null) records.delete(id);
  else records.set(id, after);
}

export const namedStudy = ({ id, customer, visibility, status }: Study): NamedStudy => ({ id, customer, visibility, status });
export const namedSpecialization = ({ code, name, programme }: Specialization): NamedSpecialization => ({ code, name, programme });
