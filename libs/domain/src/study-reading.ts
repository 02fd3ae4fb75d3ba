import type { AwsService } from './catalog/aws-service.js';
import { chainOf, indexCustomers, type CustomerIndex } from './legal-entity.js';
import { namesOfChain, type CustomerNames } from './names.js';
import type { Customer, NamedService, Portfolio, Relation, SectionName, Specialization, Study } from './portfolio.js';
import { indexServices, type ServiceIndex } from './services.js';
import { dropBlank, fold, isBlank } from './text.js';

/** What the rules know besides the study itself. */
export interface RuleContext {
  readonly customers: CustomerIndex;
  readonly services: ServiceIndex;
  /** For each specialization the partner holds, its name and aliases, folded and not blank (rules 5.3). */
  readonly held: readonly (readonly string[])[];
}

/** A study as the rules read it: its customer found, blank paragraphs dropped, its services told apart. */
export interface StudyReading {
  readonly study: Study;
  readonly customer: Customer | null;
  readonly legalEntity: Customer | null;
  /** `null` where no customer is given (rules 2.6). */
  readonly relation: Relation | null;
  readonly names: CustomerNames;
  readonly sections: { readonly [S in SectionName]: readonly string[] };
  /** The entries whose name is not blank (rules 5.2). */
  readonly named: readonly NamedService[];
  readonly serviceIds: ReadonlySet<string>;
  readonly context: RuleContext;
}

/** Where the facts behind a portfolio come from that are not in it. */
export interface KnownFacts {
  /** Every entry that a reference may name: the document's own and the built-in ones. Default: the portfolio's. */
  readonly known?: readonly Specialization[];
  /** The catalog of AWS services. Default: none, so that names are the same only when they fold alike. */
  readonly services?: readonly AwsService[] | ServiceIndex;
}

/** The context of one portfolio. */
export function contextOf(portfolio: Portfolio, { known = portfolio.specializations, services = [] }: KnownFacts = {}): RuleContext {
  const byCode = new Map(known.map((specialization) => [specialization.code, specialization]));
  return {
    customers: indexCustomers(portfolio.customers),
    services: 'identityOf' in services ? services : indexServices(services),
    held: portfolio.partner.heldSpecializations.map((code) => namesOfSpecialization(byCode.get(code))),
  };
}

/** Reads the study once for all rules. */
export function readStudy(study: Study, context: RuleContext): StudyReading {
  const chain = study.customer === null ? [] : chainOf(study.customer, context.customers);
  const top = chain.at(-1);
  const legalEntity = top?.kind === 'legal-entity' ? top : null;
  const named = study.services.filter((service) => !isBlank(service.name));
  return {
    study,
    customer: chain[0] ?? null,
    legalEntity,
    relation: (legalEntity ?? chain[0])?.relation ?? null,
    // The names are sought in anonymous studies only, and finding them out is the dearest part of reading.
    names: study.visibility === 'anonymous' ? namesOfChain(chain) : { sought: [], tooShort: [] },
    sections: {
      aboutCustomer: dropBlank(study.sections.aboutCustomer),
      challenge: dropBlank(study.sections.challenge),
      solution: dropBlank(study.sections.solution),
      results: dropBlank(study.sections.results),
      aboutPartner: dropBlank(study.sections.aboutPartner),
    },
    named,
    serviceIds: new Set(named.map((service) => context.services.identityOf(service.name))),
    context,
  };
}

function namesOfSpecialization(specialization: Specialization | undefined): string[] {
  return specialization ? [specialization.name, ...specialization.aliases].map(fold).filter((name) => name !== '') : [];
}
