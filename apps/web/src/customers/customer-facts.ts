import type { CustomerDetail, CustomerDocument } from '@caseboard/contracts';
import type { Language } from '../platform/words';
import { countryCode, countryName } from './country-name';

export interface RegistrationRow {
  /** `lei`, `duns`, `uscc` or `company-number`. */
  scheme: string;
  /** Only of a company number: two capital letters. */
  country: string;
  number: string;
}

/** A customer as its form holds it: lists as lines, registrations in parts, the country as people read it. */
export interface CustomerFacts {
  legalName: string;
  aliases: string;
  notNames: string;
  kind: CustomerDocument['kind'];
  partOf: string | null;
  relation: CustomerDocument['relation'];
  industry: string;
  country: string;
  registrations: readonly RegistrationRow[];
}

export const factKeys = [
  'legalName',
  'kind',
  'partOf',
  'relation',
  'country',
  'industry',
  'registrations',
  'aliases',
  'notNames',
] as const satisfies readonly (keyof CustomerFacts)[];

export function factsOf(stored: CustomerDocument | undefined, language: Language): CustomerFacts {
  return {
    legalName: stored?.legalName ?? '',
    aliases: stored?.aliases.join('\n') ?? '',
    notNames: stored?.notNames.join('\n') ?? '',
    kind: stored?.kind ?? 'legal-entity',
    partOf: stored?.partOf ?? null,
    relation: stored?.relation ?? 'external',
    industry: stored?.industry ?? '',
    country: countryName(stored?.country ?? null, language),
    registrations: (stored?.registrations ?? []).map(({ scheme, number }) => {
      const [kind = '', country = ''] = scheme.split(':');
      return { scheme: kind, country, number };
    }),
  };
}

/** What the API takes. An empty registration row is none. */
export function bodyOf(facts: CustomerFacts, language: Language): Omit<CustomerDocument, 'id'> {
  return {
    ...facts,
    legalName: facts.legalName.trim(),
    aliases: linesOf(facts.aliases),
    notNames: linesOf(facts.notNames),
    industry: facts.industry.trim() || null,
    country: countryCode(facts.country, language) || null,
    registrations: filledRows(facts).map(({ scheme, country, number }) => ({ scheme: schemeOf(scheme, country), number: number.trim() })),
  };
}

/** The rows that are sent, in their order: a fault's place counts among these. */
export function filledRows({ registrations }: CustomerFacts): RegistrationRow[] {
  return registrations.filter(({ number }) => number.trim() !== '');
}

export function schemeOf(scheme: string, country: string): string {
  return scheme === 'company-number' ? `company-number:${country.trim().toUpperCase()}` : scheme;
}

/** What the document holds of a customer's detail, as creating it again would send it. */
export function documentOf(detail: CustomerDetail): CustomerDocument {
  const { id, legalName, aliases, notNames, kind, partOf, country, registrations, relation, industry } = detail;
  return { id, legalName, aliases, notNames, kind, partOf, country, registrations, relation, industry };
}

/** The fields in which two versions differ. */
export function differing(one: CustomerFacts, other: CustomerFacts): (keyof CustomerFacts)[] {
  return factKeys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
