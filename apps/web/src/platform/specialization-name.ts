import { programmeWords, type Language } from '@caseboard/wording';
export { specializationName } from '@caseboard/wording';

/** A programme by its name in the language; one that is not of the catalog as it is written. */
export function programmeName(programme: string | null, language: Language): string {
  return programmeWords[language][programme as keyof (typeof programmeWords)['en']] ?? programme ?? '';
}
