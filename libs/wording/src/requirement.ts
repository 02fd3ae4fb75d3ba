import type { FindingCode, SectionName } from '@caseboard/domain';
import type { Language } from './language.js';
import { requirementsEn } from './requirement-en.js';
import { requirementsZh } from './requirement-zh.js';

/** Findings for which a fact can stand against the study (rules 4, "unmet when"). */
export type UnmetCode =
  | 'legal-entity'
  | 'external-customer'
  | 'in-production'
  | 'fresh'
  | `section-length:${SectionName}`
  | 'services-in-text'
  | 'figure-in-results'
  | 'partner-specializations'
  | 'published'
  | 'url-reachable'
  | 'name-withheld'
  | 'consent'
  | 'required-services'
  | 'category'
  | 'not-used-before';

/** Findings for which a fact can be missing (rules 4, "unanswered when"). */
export type UnansweredCode =
  | 'legal-entity'
  | 'external-customer'
  | 'in-production'
  | 'fresh'
  | 'title'
  | 'summary'
  | `section:${SectionName}`
  | 'aws-services'
  | 'service-usage'
  | 'measured-outcome'
  | 'published'
  | 'anonymous-description'
  | 'consent'
  | 'industry'
  | 'relevance'
  | 'required-services'
  | 'category'
  | 'support-services'
  | 'diagram';

/**
 * `label` is a short noun, `hint` says how to repair it, the rest are sentences for each outcome the rule can have.
 * Arguments, each of which may be left out (see `valuesFor`): `specialization` (its name), `places` (how many),
 * `through` and `expiredOn`, `until` (days, written out), `services`, `category`.
 */
export type RequirementWords<C extends FindingCode = FindingCode> = C extends UnmetCode | UnansweredCode
  ? { readonly label: string; readonly met: string; readonly hint: string } & (C extends UnmetCode ? { readonly unmet: string } : unknown) &
      (C extends UnansweredCode ? { readonly unanswered: string } : unknown)
  : never;

export type RequirementTable = { readonly [C in FindingCode]: RequirementWords<C> };

/** What each finding is called and says, for every code of rules 4. */
export const requirementWords: { readonly [L in Language]: RequirementTable } = {
  en: requirementsEn,
  zh: requirementsZh,
};

export type FindingOutcome = 'met' | 'unmet' | 'unanswered';

/** The sentence of a finding, an ICU message. An outcome that the rule cannot have falls back to the label. */
export function findingMessage(language: Language, code: FindingCode, outcome: FindingOutcome): string {
  const words: Partial<Record<FindingOutcome, string>> & { readonly label: string } = requirementWords[language][code];
  return words[outcome] ?? words.label;
}
