/** Builders for tests: complete records that meet every rule, so that a test states only what it is about. */
import { parseDay, type Day } from './day.js';
import type { Application, Customer, Portfolio, Requirements, Specialization, Study } from './portfolio.js';
import { strategies, type ValueFacts } from './report/business-value.js';

/** A day, or an error for a test that mistypes it. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`${text} is no day`);
  return parsed;
}

/** A legal entity outside the partner's group. */
export function aCustomer(more: Partial<Customer> = {}): Customer {
  return {
    id: 'c1',
    legalName: 'Nordsee Logistik GmbH',
    aliases: ['Nordsee'],
    notNames: [],
    kind: 'legal-entity',
    partOf: null,
    country: 'DE',
    registrations: [],
    relation: 'external',
    industry: 'Transportation and Logistics',
    ...more,
  };
}

/** A service delivery that asks for two studies, each with a diagram. */
export function aSpecialization({
  requires,
  ...more
}: Partial<Omit<Specialization, 'requires'>> & { requires?: Partial<Requirements> } = {}): Specialization {
  return {
    code: 'ecs',
    name: 'Amazon ECS Delivery',
    aliases: ['Amazon ECS Service Delivery'],
    programme: 'service-delivery',
    requires: {
      studies: 2,
      public: 0,
      freshnessMonths: 18,
      services: [['Amazon ECS']],
      categories: [],
      categoryPerStudy: false,
      categoriesCovered: 0,
      supportServices: false,
      diagram: true,
      unusedStudies: false,
      ...requires,
    },
    lifecycle: { newApplicationsUntil: null, endsOn: null, reported: null },
    ...more,
  };
}

export function anApplication(more: Partial<Application> = {}): Application {
  return {
    specialization: 'ecs',
    relevance: 'ECS carries the whole booking core.',
    category: null,
    history: [],
    ...more,
  };
}

/** An active public study of `aCustomer()`, live since 2026-06-30, with an application to `aSpecialization()`; nothing is missing. */
export function aStudy({ sections, ...more }: Partial<Omit<Study, 'sections'>> & { sections?: Partial<Study['sections']> } = {}): Study {
  return {
    id: 's1',
    customer: 'c1',
    status: 'active',
    title: 'Booking on containers',
    summary: 'A carrier moved its booking core to Amazon ECS.',
    visibility: 'public',
    format: 'case-study',
    url: 'https://example.com/booking',
    urlState: 'ok',
    anonymousDescription: 'A regional carrier',
    stage: 'production',
    startedOn: day('2026-01-07'),
    deployedOn: day('2026-06-30'),
    endedOn: null,
    offeredExternally: true,
    sections: {
      aboutCustomer: ['A regional carrier.'],
      challenge: ['Bookings queued at peak.'],
      solution: ['Booking runs on Amazon ECS.', 'Delivery is automated.'],
      results: ['Deployments went from weekly to daily, 7 times as many.'],
      aboutPartner: ['We hold the Amazon ECS Service Delivery designation.'],
      ...sections,
    },
    services: [{ name: 'Amazon ECS', usage: 'Runs the booking services on Fargate' }],
    outcomes: [{ statement: 'Deployments went from weekly to daily', value: 7, unit: 'times' }],
    support: { before: '', during: 'A team of two on site', after: '' },
    diagrams: 1,
    consent: { state: 'granted', until: null },
    applications: [anApplication()],
    owner: 'mia@example.com',
    ...more,
  };
}

/** One customer, one study, one specialization, which the partner holds. */
export function aPortfolio(more: Partial<Portfolio> = {}): Portfolio {
  return {
    partner: {
      legalName: 'Harbor Cloud Consulting Ltd.',
      timeZone: 'Asia/Shanghai',
      heldSpecializations: ['ecs'],
      targets: [],
    },
    specializations: [aSpecialization()],
    customers: [aCustomer()],
    studies: [aStudy()],
    ...more,
  };
}

/** An organisation that has told nothing of itself. */
export const noValue: ValueFacts = {
  awsRevenue: null,
  activeCategories: [],
  classByHand: null,
  inChina: false,
  strategies: Object.fromEntries(
    strategies.map((name) => [name, { state: 'not-started', owner: '', note: '' }]),
  ) as ValueFacts['strategies'],
};
