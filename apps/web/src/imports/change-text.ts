import type { ImportedRecord } from '@caseboard/contracts';
import {
  consentWords,
  customerKindWords,
  customerFieldWords,
  partnerFieldWords,
  placeWords,
  registrationWords,
  relationWords,
  requirementFigureWords,
} from '@caseboard/wording';
import type { Target } from '@caseboard/domain';
import { useDays } from '../platform/day-text';
import { specializationName } from '../platform/specialization-name';
import { useLanguage, type Language } from '../platform/words';
import { useCatalog } from '../studies/study.queries';
import { useValueText } from '../studies/value-text';

type Kind = ImportedRecord['kind'];

/** A changed field and its values as people name them; applications by their specialization. */
export function useChangeText() {
  const language = useLanguage();
  const studyText = useValueText();
  const { day } = useDays();
  const { data: catalog } = useCatalog();
  const nameOf = (code: string) => specializationName(catalog?.find((entry) => entry.code === code)?.name ?? code);
  const partnerText = (path: string, given: unknown): string => {
    if (path === 'heldSpecializations') return (given as string[]).map(nameOf).join('\n');
    if (path !== 'targets') return plain(given);
    const { weight: weightWord, submitOn: submission } = partnerFieldWords[language];
    return (given as Target[])
      .map(({ specialization, weight, submitOn }) => [
        nameOf(specialization),
        `${weightWord} ${weight}`,
        ...(submitOn ? [`${submission} ${day(submitOn)}`] : []),
      ])
      .map((parts) => parts.join(' · '))
      .join('\n');
  };
  const field = (kind: Kind, path: string): string => {
    const [, code, part] = /^applications\.([^.]+)(?:\.(.+))?$/.exec(path) ?? [];
    if (!code) return fieldName(kind, path, language);
    return [nameOf(code), part ?? 'applications'].map((each, at) => (at === 0 ? each : placeWords(each, language))).join(' · ');
  };
  const value = (kind: Kind, path: string, given: unknown): string => {
    if (given === null || given === undefined || given === '') return '';
    if (kind === 'customer') return customerText(path, given, language);
    if (kind === 'partner') return partnerText(path, given);
    if (kind !== 'study') return plain(given);
    if (path === 'consent.state') return wordOf(consentWords[language], given);
    if (path === 'consent.until') return day(String(given));
    if (/^applications\.[^.]+$/.test(path)) {
      const { category, relevance } = given as { category?: string | null; relevance?: string };
      return [category, relevance].filter(Boolean).join(' · ') || placeWords('applications', language);
    }
    return studyText(path.replace(/^applications\.[^.]+\./, ''), given);
  };
  return { field, value };
}

function fieldName(kind: Kind, path: string, language: Language): string {
  if (kind === 'study' || kind === 'customer') return placeWords(path, language, kind);
  const key = path.split('.').at(-1) ?? path;
  const words: Readonly<Record<string, string>> =
    kind === 'partner' ? partnerFieldWords[language] : { ...customerFieldWords[language], ...requirementFigureWords[language] };
  return words[key] ?? key;
}

function customerText(path: string, given: unknown, language: Language): string {
  if (path === 'kind') return wordOf(customerKindWords[language], given);
  if (path === 'relation') return wordOf(relationWords[language], given);
  if (path !== 'registrations') return plain(given);
  return (given as { scheme: string; number: string }[]).map((registration) => registrationText(registration, language)).join('\n');
}

/** `company-number:DE` `HRB 1234` is "Company number DE HRB 1234". */
export function registrationText({ scheme, number }: { scheme: string; number: string }, language: Language): string {
  const [name = scheme, country] = scheme.split(':');
  return [wordOf(registrationWords[language], name), country, number].filter(Boolean).join(' ');
}

function wordOf(words: Readonly<Record<string, string>>, value: unknown): string {
  return words[String(value)] ?? String(value);
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join('\n');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value)
    .filter((each) => each !== null && each !== '')
    .map(plain)
    .join(' · ');
}
