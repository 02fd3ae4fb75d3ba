import { addDays, addMonths, type Day } from '@caseboard/domain';
import { demoCustomers } from './demo-customers.js';
import { demoStudies, type DemoStudy } from './demo-studies.js';

const freshnessMonths = 18;
const owners = { mia: 'mia@harborcloud.example', jonas: 'jonas@harborcloud.example', li: 'li.wen@harborcloud.example' } as const;

/** The short keys of demo-studies.ts, each an entry of the built-in catalog. */
const codes: Readonly<Record<string, string>> = {
  ai: 'competency-ai-services',
  analytics: 'competency-data-and-analytics-services',
  cloudformation: 'service-delivery-aws-cloudformation',
  cloudfront: 'service-delivery-amazon-cloudfront',
  cloudops: 'competency-cloud-operations-services',
  connect: 'service-delivery-amazon-connect',
  containers: 'competency-containers-services',
  controltower: 'service-delivery-aws-control-tower',
  conversational: 'competency-conversational-ai-services',
  devops: 'competency-devops-services',
  dms: 'service-delivery-aws-database-migration-service',
  dynamodb: 'service-delivery-amazon-dynamodb',
  ecs: 'service-delivery-amazon-ecs',
  education: 'competency-education-services',
  eks: 'service-delivery-amazon-eks',
  energy: 'competency-energy-utilities-services',
  financial: 'competency-financial-services-services',
  glue: 'service-delivery-aws-glue',
  government: 'competency-government-services',
  healthcare: 'competency-healthcare-services',
  kinesis: 'service-delivery-amazon-kinesis',
  lambda: 'service-delivery-aws-lambda',
  manufacturing: 'competency-manufacturing-industrial-services',
  media: 'competency-media-entertainment-services',
  migration: 'competency-migration-modernization-services',
  ml: 'competency-machine-learning-services',
  msp: 'msp',
  rds: 'service-delivery-amazon-rds',
  redshift: 'service-delivery-amazon-redshift',
  resilience: 'competency-resilience-services',
  retail: 'competency-retail-services',
  saas: 'competency-saas-services',
  sap: 'competency-sap-services',
  security: 'competency-security-services',
  ssm: 'service-delivery-aws-systems-manager',
  telecom: 'competency-telecom-services',
  travel: 'competency-travel-hospitality-services',
  workplace: 'competency-digital-workplace-services',
};

/**
 * The demo company as a portfolio document: an invented partner whose targets are ready, at risk and not ready on
 * `today`, and whose studies stand in every state, so that each screen says something on the first day.
 */
export function demoPortfolio(today: Day): Record<string, unknown> {
  return {
    format: 'caseboard-portfolio',
    version: 1,
    partner: {
      legalName: 'Harbor Cloud Consulting Ltd.',
      timeZone: 'Europe/London',
      heldSpecializations: ['devops', 'financial', 'ecs'].map(code),
      targets: [
        { specialization: code('devops'), weight: 3 },
        { specialization: code('financial'), weight: 3 },
        { specialization: code('msp'), weight: 3 },
        { specialization: code('containers'), weight: 2 },
        { specialization: code('ecs'), weight: 2 },
        { specialization: code('resilience'), weight: 2 },
        { specialization: code('migration'), weight: 2 },
        { specialization: code('analytics'), weight: 2, submitOn: addDays(today, 51) },
        { specialization: code('security'), weight: 1, submitOn: addDays(today, 126) },
        { specialization: code('ai'), weight: 1 },
      ],
    },
    customers: demoCustomers.map((customer) => ({ kind: 'legal-entity', ...customer })),
    studies: demoStudies.map((study) => toDocument(study, today)),
  };
}

function toDocument(study: DemoStudy, today: Day): Record<string, unknown> {
  const visibility = study.visibility ?? 'public';
  const published = study.summary !== undefined && study.solution !== undefined && visibility !== 'private';
  const deployedOn = study.left === null ? null : deployedFor(addDays(today, study.left));
  return {
    id: study.id,
    customer: study.customer,
    status: study.status,
    title: study.title,
    summary: study.summary ?? '',
    visibility,
    format: published ? 'case-study' : null,
    url: published ? `https://harborcloud.example/case-studies/${slug(study.title, study.id)}` : '',
    urlState: published ? (study.urlBroken ? 'broken' : 'ok') : null,
    anonymousDescription: study.described ?? '',
    stage: study.stage === undefined ? 'production' : study.stage,
    startedOn: deployedOn && addMonths(deployedOn, -7),
    deployedOn,
    sections: {
      aboutCustomer: study.about ? [study.about] : [],
      challenge: study.challenge ?? [],
      solution: study.solution ?? [],
      results: study.results ?? [],
      aboutPartner: study.about ? ['Harbor Cloud Consulting holds the AWS DevOps Competency and the Amazon ECS Delivery designation.'] : [],
    },
    services: (study.services ?? []).map(([name, usage]) => ({ name, usage })),
    outcomes: study.outcome ? [{ statement: study.outcome[0], value: study.outcome[1], unit: study.outcome[2] }] : [],
    support: study.managed
      ? {
          before: 'Assessment and planning of the move.',
          during: 'Cut-over with both sides in step.',
          after: 'Operations around the clock, with reviews each month.',
        }
      : {},
    diagrams: study.diagrams ?? (study.challenge ? 1 : 0),
    consent: { state: study.consent === undefined ? 'granted' : study.consent, until: null },
    applications: Object.entries(study.links ?? {}).map(([key, relevance]) => ({
      specialization: code(key),
      relevance,
      history: study.accepted?.[key] ? [{ state: 'accepted', on: addDays(today, -study.accepted[key]) }] : [],
    })),
    owner: study.owner ? owners[study.owner] : study.owner === null ? null : owners.mia,
  };
}

/** The go-live day of a study that stops counting on `expiresOn`: rules 1.4 backwards. */
function deployedFor(expiresOn: Day): Day {
  return addMonths(addDays(expiresOn, -1), -freshnessMonths);
}

function slug(title: string, id: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return words.length > 3 ? words : id.toLowerCase();
}

function code(key: string): string {
  const found = codes[key];
  if (!found) throw new Error(`demo-studies.ts names an unknown specialization: ${key}`);
  return found;
}
