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
  /** The customer and every one above it up to its legal entity. */
  readonly chain: readonly Customer[];
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

/** Reads the study once for all rules; what is as it was when it was read `before` is not read again. */
export function readStudy(study: Study, context: RuleContext, before: StudyReading | null = null): StudyReading {
  const known = before?.context === context ? before : null;
  const chain = study.customer === null ? [] : chainOf(study.customer, context.customers);
  const top = chain.at(-1);
  const legalEntity = top?.kind === 'legal-entity' ? top : null;
  return {
    study,
    chain,
    customer: chain[0] ?? null,
    legalEntity,
    relation: (legalEntity ?? chain[0])?.relation ?? null,
    names: known && hasSameNames(known, study, chain) ? known.names : namesFor(study, chain),
    sections: known?.study.sections === study.sections ? known.sections : sectionsOf(study),
    ...(known?.study.services === study.services ? servicesIn(known) : servicesOf(study, context.services)),
    context,
  };
}

/** What a rule about text may rest on: fields of the study, and the names of its customer that may not stand in them. */
export type TextPart = 'names' | (typeof publishedFields)[number];

/** Where text is published, and so where a name may stand (rules 5.4). */
export const publishedFields = [
  'title',
  'summary',
  'anonymousDescription',
  'url',
  'sections',
  'services',
  'outcomes',
  'support',
] as const satisfies readonly (keyof Study)[];

/** Whether all of these parts are the same in both, as objects. */
export function hasSame(parts: readonly TextPart[], one: StudyReading, other: StudyReading): boolean {
  return (
    one.context === other.context &&
    parts.every((part) => (part === 'names' ? one.names === other.names : one.study[part] === other.study[part]))
  );
}

function hasSameNames({ study, chain }: StudyReading, { visibility }: Study, now: readonly Customer[]): boolean {
  return study.visibility === visibility && chain.length === now.length && chain.every((one, n) => one === now[n]);
}

/** The names are sought in anonymous studies only, and finding them out is the dearest part of reading. */
function namesFor({ visibility }: Study, chain: readonly Customer[]): CustomerNames {
  return visibility === 'anonymous' ? namesOfChain(chain) : { sought: [], tooShort: [] };
}

function sectionsOf({ sections }: Study): StudyReading['sections'] {
  return {
    aboutCustomer: dropBlank(sections.aboutCustomer),
    challenge: dropBlank(sections.challenge),
    solution: dropBlank(sections.solution),
    results: dropBlank(sections.results),
    aboutPartner: dropBlank(sections.aboutPartner),
  };
}

type Services = Pick<StudyReading, 'named' | 'serviceIds'>;

function servicesOf({ services }: Study, { identityOf }: ServiceIndex): Services {
  const named = services.filter((service) => !isBlank(service.name));
  return { named, serviceIds: new Set(named.map((service) => identityOf(service.name))) };
}

const servicesIn = ({ named, serviceIds }: Services): Services => ({ named, serviceIds });

function namesOfSpecialization(specialization: Specialization | undefined): string[] {
  return specialization ? [specialization.name, ...specialization.aliases].map(fold).filter((name) => name !== '') : [];
}
