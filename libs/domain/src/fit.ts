/**
 * Which specializations a study could support that it has no application to. "Could" is rules 7.2; "fits" is our own
 * reading of what is worth a person's look: something in the study must speak for the specialization.
 */
import { allFixable } from './effort.js';
import type { Specialization } from './portfolio.js';
import type { ServiceIndex } from './services.js';
import type { StudyReading } from './study-reading.js';
import { fold } from './text.js';
import type { SpecializationFacts, StudyFacts, Verdict } from './verdict.js';

/** What speaks for a specialization. */
export interface Fit {
  /** Identities of the services of each required group. */
  readonly required: readonly (readonly string[])[];
  readonly related: ReadonlySet<string>;
  /** The words of its name that name an industry or a field of work, folded. */
  readonly words: ReadonlySet<string>;
}

/** Whether the study has no application to it and every blocking gap can be closed (rules 7.2). */
export function couldSupport(study: StudyFacts, { specialization }: SpecializationFacts, verdict: Verdict): boolean {
  return !study.applications.has(specialization.code) && allFixable(verdict);
}

export function prepareFit({ name, requires, relatedServices }: Specialization, services: ServiceIndex): Fit {
  const related = Array.isArray(relatedServices) ? relatedServices.filter((service) => typeof service === 'string') : [];
  return {
    required: requires.services.map((group) => group.map(services.identityOf)),
    related: new Set(related.map(services.identityOf)),
    words: new Set(wordsOf(name)),
  };
}

/**
 * Whether the study names a service of every required group, or a related service, or its customer (or the customer's
 * legal entity) works in an industry that the specialization's name speaks of.
 */
export function speaksFor({ serviceIds, customer, legalEntity }: StudyReading, fit: Fit): boolean {
  return servicesSpeakFor(serviceIds, fit) || [customer, legalEntity].some((one) => industrySpeaksFor(one?.industry ?? '', fit));
}

export function servicesSpeakFor(serviceIds: ReadonlySet<string>, { required, related }: Fit): boolean {
  if (required.length > 0 && required.every((group) => group.some((id) => serviceIds.has(id)))) return true;
  return related.size > 0 && [...serviceIds].some((id) => related.has(id));
}

/** Whether a word of the industry is one of the name, or a long one begins with it ("Telecommunications", "Telecom"). */
export function industrySpeaksFor(industry: string, { words }: Fit): boolean {
  return wordsOf(industry).some((word) => words.has(word) || [...words].some((other) => other.length >= 5 && word.startsWith(other)));
}

/** Words that many names and industries have in common and that tell nothing apart. */
const empty: ReadonlySet<string> = new Set(
  (
    'a and for in of other the aws amazon competency delivery formerly level managed program programme provider ready ' +
    'service services software solutions business data digital industry public small technology us'
  ).split(' '),
);

/** Words as names and industries are compared: without single characters and what is in every name. */
function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{M}\p{Nd}]+/u)
    .filter((word) => word.length > 1 && !empty.has(word));
}
