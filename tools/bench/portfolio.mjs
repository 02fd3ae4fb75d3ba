/**
 * A made-up portfolio of any size, the same for the same seed: texts of about 600 words with customers' and services'
 * names in them, four applications a study, one study in five anonymous, one in ten with a hole somewhere.
 */
import { random } from './random.mjs';

const industries = [
  'Financial Services',
  'Transportation and Logistics',
  'Manufacturing',
  'Healthcare',
  'Retail',
  'Energy',
  'Education',
  'Media and Entertainment',
  '金融服务',
  '制造业',
];
const syllables = [
  'ba',
  'kor',
  'im',
  'tel',
  'dru',
  'fen',
  'gal',
  'hos',
  'jun',
  'lor',
  'mir',
  'nak',
  'olv',
  'pek',
  'quo',
  'rus',
  'sev',
  'tor',
  'ulm',
  'vex',
  'wol',
  'xan',
  'yst',
  'zor',
  'ede',
  'ilt',
];
const secondWords = [
  'Logistik',
  'Insurance',
  'Telecom',
  'Games',
  'Avionics',
  'Agritech',
  'University',
  'Media',
  'Bank',
  'Securities',
  'Health',
  'Retail',
  'Auto Parts',
  'Foods',
  'Energy',
  'Robotics',
];
const forms = ['GmbH', 'Ltd.', 'Inc.', 'S.A.', 'B.V.', 'AG', 'LLC', 'Co., Ltd.'];
const services = [
  'Amazon EC2',
  'Amazon S3',
  'AWS Lambda',
  'Amazon RDS',
  'Amazon DynamoDB',
  'Amazon EKS',
  'Amazon ECS',
  'Amazon CloudFront',
  'Amazon Redshift',
  'AWS Glue',
  'Amazon Connect',
  'AWS IoT Core',
  'Amazon Bedrock',
  'AWS Control Tower',
  'Amazon OpenSearch Service',
  'AWS WAF',
];
const words =
  `the team moved its booking core from two ageing halls to managed services in four months and kept every reading shop and branch open
while orders queued at peak because batch jobs ran at night and one failed node held up the whole plant so planners worked from yesterday's figures
we split the monolith by the boundaries that the teams already had put events between them measured each step and rolled back twice without a customer
noticing today releases leave daily instead of monthly costs fell by a third engineers sleep and auditors find the trail they ask for in minutes`.split(
    /\s+/,
  );

export function makePortfolio({ studies: count, specializations, seed = 1, partner = {} }) {
  const next = random(seed);
  const one = (list) => list[Math.floor(next() * list.length)];
  const chance = (p) => next() < p;
  const customers = Array.from({ length: count }, (_, at) => makeCustomer(at, one, chance));
  const studies = customers.map((customer, at) => makeStudy(at, customer, specializations, { next, one, chance }));
  return {
    format: 'caseboard-portfolio',
    version: 1,
    partner: {
      legalName: 'Harbor Cloud Consulting Ltd.',
      timeZone: 'Asia/Shanghai',
      heldSpecializations: [specializations[0].code],
      targets: specializations.slice(0, 10).map(({ code }) => ({ specialization: code, weight: 2, submitOn: null })),
      ...partner,
    },
    customers,
    studies,
  };
}

/** Every tenth customer is a unit of the one before it. */
function makeCustomer(at, one, chance) {
  const isUnit = at % 10 === 9;
  const short = `${firstWord(at)} ${one(secondWords)}`;
  return {
    id: `customer-${at}`,
    legalName: isUnit ? `${short} branch` : `${short} ${one(forms)}`,
    aliases: chance(0.5) ? [short] : [],
    notNames: [],
    kind: isUnit ? 'unit' : 'legal-entity',
    partOf: isUnit ? `customer-${at - 1}` : null,
    country: one(['DE', 'CN', 'US', 'NL', 'FR']),
    registrations: [],
    relation: chance(0.97) ? 'external' : 'affiliate',
    industry: one(industries),
  };
}

/** A name of its own for each number, unlike the others: 26 × 26 × 26 × 26 of them, far apart for neighbours. */
function firstWord(at) {
  let rest = (at * 7919 + 104_729) % 26 ** 4;
  let word = '';
  for (let n = 0; n < 4; n += 1) {
    word += syllables[rest % 26];
    rest = Math.floor(rest / 26);
  }
  return word[0].toUpperCase() + word.slice(1);
}

function makeStudy(at, customer, specializations, { next, one, chance }) {
  const visibility = at % 5 === 2 ? 'anonymous' : one(['public', 'public', 'private']);
  const chosen = pickApplications(specializations, next);
  const named = [
    ...new Set([...chosen.flatMap(({ requires }) => requires.services.map((group) => one(group))), one(services), one(services)]),
  ];
  const name = visibility === 'anonymous' && chance(0.95) ? 'the customer' : customer.legalName;
  const paragraph = () => prose(60, { next, one }, name, one(named));
  return {
    id: `study-${String(at).padStart(5, '0')}`,
    customer: customer.id,
    // A unit shares its entity's place (rules 2.4), so its study stays a draft.
    status: customer.kind === 'unit' ? 'draft' : one(['active', 'active', 'active', 'active', 'active', 'active', 'draft', 'retired']),
    title: `${one(['Booking', 'Claims', 'Releases', 'Telemetry', 'Exams', 'Trading', 'Routing', 'Forecasts'])} on ${one(named)}, ${one(['in four months', 'without a night of downtime', 'for 80,000 people', 'at a third of the cost'])}`,
    summary: prose(20, { next, one }, name, one(named)),
    visibility,
    format: visibility === 'private' ? null : 'case-study',
    url: visibility === 'private' ? '' : `https://example.com/stories/${at}`,
    urlState: chance(0.97) ? 'ok' : 'broken',
    anonymousDescription: visibility === 'anonymous' ? 'A large European carrier' : '',
    stage: chance(0.95) ? 'production' : 'pilot',
    startedOn: day(next, 2023, 2024),
    deployedOn: chance(0.98) ? day(next, 2024, 2026) : null,
    endedOn: null,
    offeredExternally: chance(0.5) ? true : null,
    sections: {
      aboutCustomer: [paragraph()],
      challenge: [paragraph(), paragraph()],
      solution: [paragraph(), paragraph(), paragraph()],
      results: chance(0.95) ? [paragraph(), paragraph()] : [],
      aboutPartner: [paragraph()],
    },
    services: named.map((service) => ({ name: service, usage: chance(0.9) ? `Carries ${one(words)} and ${one(words)}` : '' })),
    outcomes: [{ statement: 'Releases went from monthly to daily', value: chance(0.95) ? 20 : null, unit: 'times' }],
    support: { before: 'Discovery and a landing zone', during: 'Waves of migration', after: 'Operations round the clock' },
    diagrams: chance(0.93) ? 1 : 0,
    consent: { state: 'granted', until: null },
    applications: chosen.map((entry) => ({
      specialization: entry.code,
      relevance: chance(0.95) ? 'It carries the whole workload.' : '',
      category: entry.requires.categoryPerStudy ? (entry.requires.categories[0] ?? null) : null,
      history: [],
    })),
    owner: `${one(['mia', 'li', 'jan', 'ana'])}@example.com`,
  };
}

/** Four different entries. */
function pickApplications(specializations, next) {
  const chosen = new Set();
  while (chosen.size < Math.min(4, specializations.length)) chosen.add(specializations[Math.floor(next() * specializations.length)]);
  return [...chosen];
}

function prose(length, { next, one }, ...names) {
  const text = Array.from({ length }, () => one(words));
  for (const name of names) text[Math.floor(next() * length)] = name;
  return `${text.join(' ')}.`;
}

function day(next, fromYear, toYear) {
  const pad = (number) => String(number).padStart(2, '0');
  return `${fromYear + Math.floor(next() * (toYear - fromYear + 1))}-${pad(1 + Math.floor(next() * 11))}-${pad(1 + Math.floor(next() * 28))}`;
}
