import { chainOf, fold, namesOfChain, type Customer, type SoughtName, type Study } from '@caseboard/domain';
import { hiddenCustomers, type CustomersAndStudies } from './hidden-customers.js';
import { NameMask, soughtName, withheldMark } from './name-mask.js';

interface Portfolio extends CustomersAndStudies {
  readonly portfolio: { readonly studies: readonly Study[] };
}

/** What a reader without leave does not meet, and records as such a reader may read them. */
export class Withholding {
  private readonly mask: NameMask;
  private readonly studies = new WeakMap<Study, Study>();
  private readonly titles = new WeakMap<Study, string>();
  private readonly opened = new WeakMap<Customer, Customer>();
  private readonly haystacks = new WeakMap<Study, string>();

  constructor(
    readonly hidden: ReadonlySet<string>,
    /** Whose name an anonymous study withholds: its customer and those above it. */
    readonly behind: readonly Customer[],
    private readonly customers: ReadonlyMap<string, Customer>,
  ) {
    this.mask = new NameMask(behind.filter(({ id }) => hidden.has(id)).flatMap(namesToHide));
  }

  text(text: string): string {
    return this.mask.text(text);
  }

  /** The study without its customer if that is withheld, without the address of an anonymous one, names taken out. */
  study(study: Study): Study {
    let open = this.studies.get(study);
    if (!open) this.studies.set(study, (open = this.withNamesTakenOut(study)));
    return open;
  }

  /** What lists show, sort and search of 10,000 studies: less than reading each of them whole. */
  title(study: Study): string {
    let title = this.titles.get(study);
    if (title === undefined) this.titles.set(study, (title = this.mask.text(study.title, this.namesWithheldBy(study))));
    return title;
  }

  haystack(study: Study): string {
    let text = this.haystacks.get(study);
    if (text === undefined) {
      const own = this.namesWithheldBy(study);
      const services = study.services.map(({ name, usage }) => ({ name: this.mask.text(name, own), usage }));
      this.haystacks.set(study, (text = searchText({ ...study, title: this.title(study), services }, withheldMark)));
    }
    return text;
  }

  /** An anonymous study withholds its customer's names even where the customer is met elsewhere. */
  private namesWithheldBy({ visibility, customer }: Study): readonly SoughtName[] {
    return visibility === 'anonymous' && customer !== null ? namesOfItsCustomer(customer, this.customers) : [];
  }

  isJoined(study: Study): boolean {
    return study.customer !== null && study.visibility !== 'anonymous' && !this.hidden.has(study.customer);
  }

  customer(customer: Customer): Customer {
    let open = this.opened.get(customer);
    if (!open) this.opened.set(customer, (open = this.withoutHidden(customer)));
    return open;
  }

  private withoutHidden(customer: Customer): Customer {
    return {
      ...customer,
      legalName: this.text(customer.legalName),
      aliases: customer.aliases.map((alias) => this.text(alias)),
      notNames: customer.notNames.map((name) => this.text(name)),
      partOf: customer.partOf !== null && this.hidden.has(customer.partOf) ? null : customer.partOf,
    };
  }

  private withNamesTakenOut(study: Study): Study {
    const own = this.namesWithheldBy(study);
    const text = (written: string) => this.mask.text(written, own);
    const { sections, support } = study;
    return {
      ...study,
      customer: this.isJoined(study) ? study.customer : null,
      title: this.title(study),
      summary: text(study.summary),
      url: study.visibility === 'anonymous' ? '' : this.mask.text(study.url, own, 'url'),
      anonymousDescription: text(study.anonymousDescription),
      sections: {
        aboutCustomer: sections.aboutCustomer.map(text),
        challenge: sections.challenge.map(text),
        solution: sections.solution.map(text),
        results: sections.results.map(text),
        aboutPartner: sections.aboutPartner.map(text),
      },
      services: study.services.map(({ name, usage }) => ({ name: text(name), usage: text(usage) })),
      outcomes: study.outcomes.map(({ statement, value, unit }) => ({ statement: text(statement), value, unit: unit && text(unit) })),
      support: { before: text(support.before), during: text(support.during), after: text(support.after) },
      applications: study.applications.map((application) => ({
        ...application,
        relevance: text(application.relevance),
        category: application.category && text(application.category),
      })),
    };
  }
}

/** What the search looks through, besides the customer's names: title, id, owner and services. */
export function searchText(study: Study, leaveOut = ''): string {
  const text = [study.title, study.id, study.owner ?? '', ...study.services.map(({ name }) => name)].join('\n');
  // The mark itself is nothing to search for.
  return fold(leaveOut === '' ? text : text.replaceAll(leaveOut, ' '));
}

/** Keeps what was worked out as long as nothing it depends on moves, which most edits do not. */
export class WithholdingCache {
  private latest: Withholding | undefined;

  for(portfolio: Portfolio): Withholding {
    const behind = customersBehindAnonymous(portfolio);
    const hidden = hiddenCustomers(portfolio);
    const before = this.latest;
    if (before && sameList(before.behind, behind) && sameList([...before.hidden], [...hidden])) return before;
    return (this.latest = new Withholding(hidden, behind, new Map(behind.map((customer) => [customer.id, customer]))));
  }
}

function customersBehindAnonymous({ customers, portfolio }: Portfolio): readonly Customer[] {
  const behind = new Set<Customer>();
  for (const { visibility, customer } of portfolio.studies) {
    if (visibility === 'anonymous' && customer !== null) for (const each of chainOf(customer, customers)) behind.add(each);
  }
  return [...behind];
}

function sameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

/** A hidden customer's names and numbers, sought in every text. */
function namesToHide(customer: Customer): SoughtName[] {
  return [...namesOfChain([customer]).sought, ...customer.registrations.map(({ number }) => soughtName(number))].filter(
    ({ name }) => name.length > 1,
  );
}

/** In its own anonymous study even a name of two letters is taken out; a single character would take out too much. */
function namesOfItsCustomer(id: string, customers: ReadonlyMap<string, Customer>): SoughtName[] {
  const chain = chainOf(id, customers);
  const { sought, tooShort } = namesOfChain(chain);
  const numbers = chain.flatMap(({ registrations }) => registrations.map(({ number }) => number));
  return [...sought, ...[...tooShort, ...numbers].filter((name) => name.length > 1).map(soughtName)];
}
