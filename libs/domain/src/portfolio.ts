/**
 * The facts the rules decide on: one type for each noun of the portfolio document, complete, with every default
 * filled in. `null` and `''` mean "not given"; the rules never see an absent key.
 */
import type { Day } from './day.js';

export type CustomerKind = 'legal-entity' | 'unit';
export type Relation = 'external' | 'affiliate' | 'internal';
export type StudyStatus = 'draft' | 'active' | 'retired';
export type Visibility = 'public' | 'anonymous' | 'private';
export type StudyFormat = 'case-study' | 'white-paper' | 'video' | 'blog-post';
export type UrlState = 'ok' | 'broken';
export type Stage = 'production' | 'pilot' | 'proof-of-concept';
export type ConsentState = 'asked' | 'granted' | 'refused' | 'withdrawn';
export type ApplicationState = 'submitted' | 'accepted' | 'declined';

/** `company-number:<ISO country>` identifies within that country; the others are unique in the world. */
export type RegistrationScheme = 'lei' | 'duns' | 'uscc' | `company-number:${string}`;

export interface Registration {
  readonly scheme: RegistrationScheme;
  readonly number: string;
}

export interface Customer {
  readonly id: string;
  readonly legalName: string;
  readonly aliases: readonly string[];
  /** Words that look like a name of this customer and are none ("gap" of Gap Inc.), rules 5.4. */
  readonly notNames: readonly string[];
  readonly kind: CustomerKind;
  readonly partOf: string | null;
  readonly country: string | null;
  readonly registrations: readonly Registration[];
  readonly relation: Relation;
  readonly industry: string | null;
}

/** The five sections in the order of rules 3.4; every list of sections follows it. */
export const sectionNames = ['aboutCustomer', 'challenge', 'solution', 'results', 'aboutPartner'] as const;
export type SectionName = (typeof sectionNames)[number];

export interface NamedService {
  readonly name: string;
  readonly usage: string;
}

export interface Outcome {
  readonly statement: string;
  readonly value: number | null;
  readonly unit: string | null;
}

export interface ApplicationEvent {
  readonly state: ApplicationState;
  readonly on: Day;
}

/** Links a study to one specialization (rules 3.5). */
export interface Application {
  readonly specialization: string;
  readonly relevance: string;
  readonly category: string | null;
  readonly history: readonly ApplicationEvent[];
}

export interface Study {
  readonly id: string;
  readonly customer: string | null;
  readonly status: StudyStatus;
  readonly title: string;
  readonly summary: string;
  readonly visibility: Visibility;
  readonly format: StudyFormat | null;
  readonly url: string;
  readonly urlState: UrlState | null;
  readonly anonymousDescription: string;
  readonly stage: Stage | null;
  readonly startedOn: Day | null;
  readonly deployedOn: Day | null;
  readonly endedOn: Day | null;
  readonly offeredExternally: boolean | null;
  readonly sections: { readonly [S in SectionName]: readonly string[] };
  readonly services: readonly NamedService[];
  readonly outcomes: readonly Outcome[];
  readonly support: { readonly before: string; readonly during: string; readonly after: string };
  readonly diagrams: number;
  readonly consent: { readonly state: ConsentState | null; readonly until: Day | null };
  readonly applications: readonly Application[];
  /** The address of the person who owns the study. */
  readonly owner: string | null;
}

/** What a specialization asks (data, not code). Counts are whole numbers. */
export interface Requirements {
  readonly studies: number;
  readonly public: number;
  /** Months a deployment stays fresh; `null` means it never ages (rules 1.5). */
  readonly freshnessMonths: number | null;
  /** Groups of names; a study names at least one service of every group (rules 5.2). */
  readonly services: readonly (readonly string[])[];
  readonly categories: readonly string[];
  readonly categoryPerStudy: boolean;
  readonly categoriesCovered: number;
  readonly supportServices: boolean;
  readonly diagram: boolean;
  readonly unusedStudies: boolean;
}

export interface Lifecycle {
  readonly newApplicationsUntil: Day | null;
  readonly endsOn: Day | null;
  /** Hearsay, shown as such; decides nothing (rules 6.9). */
  readonly reported: Readonly<Record<string, unknown>> | null;
}

export interface Specialization {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** `competency`, `service-delivery`, `service-ready`, `msp` in the built-in catalog; an own entry may say another. */
  readonly programme: string | null;
  readonly requires: Requirements;
  readonly lifecycle: Lifecycle;
  /** Carried and shown, never decided on; kept exactly as they came. */
  readonly path?: unknown;
  readonly provenance?: unknown;
  readonly prerequisites?: unknown;
  readonly crossEffects?: unknown;
  readonly categoriesUnverified?: unknown;
  readonly relatedServices?: unknown;
  readonly notes?: unknown;
}

export interface Target {
  readonly specialization: string;
  readonly weight: number;
  readonly submitOn: Day | null;
}

export interface Partner {
  readonly legalName: string;
  readonly timeZone: string | null;
  readonly heldSpecializations: readonly string[];
  readonly targets: readonly Target[];
}

/** All facts of one partner. `specializations` are the ones to decide about, in the order to answer in. */
export interface Portfolio {
  readonly partner: Partner;
  readonly specializations: readonly Specialization[];
  readonly customers: readonly Customer[];
  readonly studies: readonly Study[];
}
