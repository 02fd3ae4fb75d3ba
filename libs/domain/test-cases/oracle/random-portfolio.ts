/**
 * Portfolios full of what goes wrong in practice, the same for the same seed: blank texts, chains and circles of units,
 * names in many scripts hidden in many ways, days on the edge of counting.
 */
import type { Day } from '../../src/day.js';
import type { Application, Customer, Portfolio, Requirements, Specialization, Study } from '../../src/portfolio.js';
import { plusDays } from './oracle.js';

export interface RandomCase {
  readonly portfolio: Portfolio;
  readonly builtIn: readonly Specialization[];
  readonly asOf: Day;
}

const legalNames = [
  'Nordsee Logistik GmbH',
  "L'Oréal S.A.",
  'HP Inc.',
  'Gap, Inc.',
  'Café–Lumen S.p.A.',
  '株式会社リコー',
  '恒岭医疗科技股份有限公司',
  'Ørsted A/S',
  'A.B. Foods & Co. KG',
  'GmbH',
  'SE',
  '7-Eleven, Inc.',
  'Sp. z o.o. Kowalski',
  'Foo.Bar Ltd',
  ' x ',
  'Mül\u00adler AG & Co. KGaA',
  'ООО Ромашка',
  '(주)한빛',
  'PT Telkom Tbk',
  'E*TRADE',
  'Bank & Co',
  'Co-op Foods',
  'S.A.',
  '㈱ソニー',
  'A',
  'é',
  '\u212aelvin plc',
  'ﬁrma Ltd.',
  'İstanbul A.Ş.',
  'Yahoo! Inc.',
  'AT&T Corp.',
  'Harbor_Works (Pty) Ltd',
  'McDonald’s',
  '集团有限公司',
  'Ludwig  Beck, Co., Ltd.',
  'Company of Ships',
  'S. A. S. Dupont',
  'Ж',
  'Яя',
  '云',
  '云海',
  'Nokia Oyj.',
  'b/v',
  '3M',
  'The Limited',
  'Žižka s r.o.',
  'Weber GmbH & Co.KG',
  'Ludwig – AG',
  'AB-Brau SE',
  'Société Anonyme Dupont',
  '',
];
const wordsAround = [
  '',
  ' ',
  'x',
  '7',
  '的',
  'の',
  '-',
  '—',
  "'s",
  '́',
  '.',
  '\u200b',
  '_',
  '٣',
  'я',
  ' and ',
  '/',
  '\u00a0',
  '𝒳',
  '\ud55c',
];
const words = [
  'We moved',
  'the core',
  'from 3 days to hours',
  'Ⅷ times',
  '٣ days',
  '½',
  '  ',
  'Booking runs',
  'to the cloud',
  '。',
  'in 2025',
  'on',
  '\t',
];
const serviceNames = [
  'Amazon ECS',
  'EKS',
  'Amazon Elastic Kubernetes Service',
  'AMAZON  s3',
  'Amazon S3',
  'Unknown Thing',
  ' ',
  '',
  'AWS Lambda',
  'Lambda',
  'Ａmazon ECS',
  'Amazon RDS',
  'Amazon Elastic Container Service',
  'Thing 2',
];
const categories = ['Compute', 'compute ', 'Containers', 'Serverless', ' ', '', 'Ｃompute', 'Data'];
const specializationNames = ['Amazon ECS Delivery', 'AWS Retail Competency', 'MSP Program', 'Data', 'ﬁnance', ' '];
const asOfDays = [
  '2026-11-22',
  '2026-02-28',
  '2024-02-29',
  '2027-03-01',
  '2025-12-31',
  '2026-08-31',
  '2000-01-01',
  '2099-12-31',
];

export function randomCase(seed: number): RandomCase {
  const random = new Random(seed);
  const asOf = random.pick(asOfDays) as Day;
  const builtIn = ['b0', 'b1', 'b2'].map((code) => specialization(code, asOf, random));
  const own = random.list(1, 5, (i) => specialization(`sp${i}`, asOf, random));
  const replaced = random.chance(0.2) ? [specialization('b0', asOf, random)] : [];
  const specializations = [...own, ...replaced];
  const customers = random.list(1, 8, (i) => customer(i, random));
  const codes = [...new Set([...builtIn, ...specializations].map(({ code }) => code))];
  const studies = random.list(0, 9, (i) => study(i, customers, codes, asOf, random));
  const partner = {
    legalName: random.pick(legalNames),
    timeZone: null,
    heldSpecializations: random.some(codes),
    targets: [],
  };
  return { portfolio: { partner, specializations, customers, studies }, builtIn, asOf };
}

/** Mulberry32: small, and the same everywhere. */
export class Random {
  private readonly isTidy: boolean;

  constructor(private state: number) {
    this.isTidy = this.chance(0.6);
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** Something amiss: rarely in tidy portfolios, so that their studies count and what follows from that is seen. */
  flaw(share: number): boolean {
    return this.next() < (this.isTidy ? share / 12 : share);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  some<T>(list: readonly T[], share = 0.4): T[] {
    return list.filter(() => this.chance(share));
  }

  list<T>(from: number, to: number, make: (i: number) => T): T[] {
    return Array.from({ length: from + this.below(to - from + 1) }, (_, i) => make(i));
  }
}

export function specialization(code: string, asOf: Day, random: Random): Specialization {
  const day = (): Day | null => (random.chance(0.6) ? null : (plusDays(asOf, random.below(3) - 1) as Day));
  return {
    code,
    name: random.pick(specializationNames),
    aliases: random.list(0, 2, () => random.pick([...specializationNames, 'ECS', 'the core'])),
    programme: null,
    requires: requirements(random),
    lifecycle: { newApplicationsUntil: day(), endsOn: day(), reported: null },
  };
}

function requirements(random: Random): Requirements {
  return {
    studies: random.pick([0, 1, 1, 2, 2, 3]),
    public: random.pick([0, 0, 1, 2]),
    freshnessMonths: random.pick([null, 0, 6, 18, 18, 18, 1, 36]),
    services: random.chance(0.7)
      ? []
      : random.list(1, 2, () => random.list(random.chance(0.05) ? 0 : 1, 3, () => random.pick(serviceNames))),
    categories: random.list(0, 5, () => random.pick(categories)),
    categoryPerStudy: random.chance(0.25),
    categoriesCovered: random.pick([0, 0, 0, 1, 2, 3]),
    supportServices: random.chance(0.2),
    diagram: random.chance(0.3),
    unusedStudies: random.chance(0.3),
  };
}

export function customer(i: number, random: Random): Customer {
  const isUnit = random.flaw(0.4);
  return {
    id: `c${i}`,
    legalName: random.pick(legalNames),
    aliases: random.list(0, 2, () =>
      random.pick([...legalNames, 'Nordsee', 'Gap', 'Lumen', '恒岭', 'ROMASHKA', 'ромашка', 'Mc Donald', 'Foo Bar']),
    ),
    notNames: random.list(0, 1, () => random.pick(['gap', 'NORDSEE', 'lumen', 'l`oreal', '恒岭', 'x', 'foo bar'])),
    kind: isUnit ? 'unit' : 'legal-entity',
    partOf: random.chance(isUnit ? 0.8 : 0.2) ? `c${random.below(8)}` : null,
    country: null,
    registrations: [],
    relation: random.flaw(0.4) ? random.pick(['affiliate', 'internal'] as const) : 'external',
    industry: random.pick([null, ' ', '', 'Retail', '\u3000']),
  };
}

/** Mostly complete studies, so that many count and each lack shows. */
export function study(i: number, customers: readonly Customer[], codes: readonly string[], asOf: Day, random: Random): Study {
  const text = (share = 0.04): string =>
    random.flaw(share) ? random.pick(['', ' ', '\u3000\n']) : sentence(customers, random);
  const paragraphs = (from: number, to: number): string[] =>
    random.list(random.flaw(0.04) ? 0 : from, random.flaw(0.1) ? to + 2 : to, () => text(0.1));
  return {
    id: `s${i}`,
    customer: random.flaw(0.05) ? null : random.pick(customers).id,
    status: random.pick(['active', 'active', 'active', 'active', 'draft', 'retired'] as const),
    title: text(),
    summary: text(),
    visibility: random.pick(['public', 'public', 'anonymous', 'anonymous', 'private'] as const),
    format: random.flaw(0.04) ? null : random.pick(['case-study', 'white-paper', 'video', 'blog-post'] as const),
    url: url(customers, random),
    urlState: random.flaw(0.15) ? 'broken' : random.pick([null, 'ok'] as const),
    anonymousDescription: text(),
    stage: random.flaw(0.12) ? random.pick([null, 'pilot', 'proof-of-concept'] as const) : 'production',
    startedOn: null,
    deployedOn: random.flaw(0.04) ? null : dayNear(asOf, random),
    endedOn: null,
    offeredExternally: random.flaw(0.3) ? random.pick([null, false]) : true,
    sections: {
      aboutCustomer: paragraphs(1, 1),
      challenge: paragraphs(1, 3),
      solution: paragraphs(2, 6),
      results: paragraphs(1, 3),
      aboutPartner: paragraphs(1, 1),
    },
    services: random.list(random.flaw(0.05) ? 0 : 2, 4, () => ({ name: random.pick(serviceNames), usage: text(0.2) })),
    outcomes: random.list(random.flaw(0.04) ? 0 : 1, 2, () => ({
      statement: text(),
      value: random.flaw(0.3) ? null : random.pick([0, 7, -1.5]),
      unit: null,
    })),
    support: { before: text(0.2), during: text(0.5), after: text(0.2) },
    diagrams: random.flaw(0.2) ? 0 : random.pick([1, 2]),
    consent: {
      state: random.pick([null, 'asked', 'granted', 'granted', 'refused', 'withdrawn'] as const),
      until: random.chance(0.5) ? null : (plusDays(asOf, random.below(3) - 1) as Day),
    },
    applications: random.some(codes, 0.6).map((code) => application(code, asOf, random)),
    owner: null,
  };
}

function application(code: string, asOf: Day, random: Random): Application {
  return {
    specialization: code,
    relevance: random.flaw(0.05) ? ' ' : 'It carries the core.',
    category: random.chance(0.2) ? null : random.pick(categories),
    history: random.list(0, random.chance(0.2) ? 2 : 0, () => ({
      state: random.pick(['submitted', 'accepted', 'accepted', 'declined'] as const),
      on: plusDays(asOf, random.pick([-400, -1, 0, 1, 30])) as Day,
    })),
  };
}

/** A day on or beside the edge of every freshness, or anywhere near, or yet to come. */
function dayNear(asOf: Day, random: Random): Day {
  const months = random.pick(
    random.flaw(0.9) ? [0, 0, 1, 6, 6, 17, 18, 18, 18, 36, -1, -6, -18] : [1, 3, 5, 6, 12, 15, 16, 17, 18, 18, -1],
  );
  const [year = 0, month = 1, date = 1] = asOf.split('-').map(Number);
  const days = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const same = new Date(Date.UTC(year, month - 1 - months, Math.min(date, days))).toISOString().slice(0, 10);
  return plusDays(same, random.pick([0, 0, -1, 1, -2, 2, 3, 40, -40])) as Day;
}

function sentence(customers: readonly Customer[], random: Random): string {
  const parts = random.list(1, 4, () => random.pick(words));
  if (random.flaw(0.25))
    parts.push(random.pick(wordsAround) + disguised(nameOf(customers, random), random) + random.pick(wordsAround));
  if (random.chance(0.3))
    parts.push(random.pick(['', 'x', '用']) + random.pick(serviceNames) + random.pick(['', 's', '上', '.']));
  if (random.chance(0.15)) parts.push(random.pick(specializationNames).toUpperCase());
  return parts.sort(() => random.next() - 0.5).join(random.pick([' ', ' ', '', '\n']));
}

function nameOf(customers: readonly Customer[], random: Random): string {
  const { legalName, aliases } = random.pick(customers);
  return random.pick([legalName, legalName, ...aliases]);
}

/** A name as people write it, or hide it. */
function disguised(name: string, random: Random): string {
  const ways: ((text: string) => string)[] = [
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text.split(/[ ,]/)[0] ?? '',
    (text) => text.split(' ').slice(0, -1).join(' '),
    (text) => text.replaceAll(' ', '-'),
    (text) => text.replaceAll(' ', ' \u00a0'),
    (text) => text.normalize('NFD'),
    (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
    (text) => [...text].join('\u00ad'),
    (text) => text.replace(/['’]/g, '`'),
    (text) => text.replaceAll('e', 'e\u0301'),
    (text) => text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    (text) => text.replace(/[.,&']/g, ''),
  ];
  return random.pick(ways)(name);
}

function url(customers: readonly Customer[], random: Random): string {
  const name = random.flaw(0.6) ? disguised(nameOf(customers, random), random) : 'case';
  const slug = name.trim().toLowerCase();
  const paths = [
    'case',
    'case',
    'case',
    slug.replace(/[\s.,]+/g, '-'),
    slug.replace(/[\s.,]+/g, '_'),
    slug.replaceAll(' ', ''),
    `of${slug}`,
    `q=${slug}`,
    `a%20${slug}`,
    `100%/${slug}`,
    `%ff${slug}`,
    slug.replaceAll(' ', '+'),
    slug.replaceAll(' ', '%20'),
    encoded(slug),
    `%E6%81%92%E5%B2%AD`,
    `%e6%81${slug}`,
    slug.replace(/['’]/g, ''),
    slug.replace(/['’&]/g, '%27'),
  ];
  const starts = [
    'https://example.com/',
    'https://example.com/',
    'https://example.com/',
    'https://example.com/',
    'http://',
    ' https://example.com/',
    'HTTPS://example.com/',
    'ftp://example.com/',
    'https:///',
    'https://exa mple.com/',
  ];
  if (random.flaw(0.04)) return random.pick(['', ' ', 'example.com', 'https://', 'http://[::1', 'https://例え.jp/x']);
  return random.pick(random.flaw(0.15) ? starts : starts.slice(0, 4)) + random.pick(paths);
}

function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}
