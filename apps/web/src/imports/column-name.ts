import { customerFieldWords, sectionWords, studyFieldWords } from '@caseboard/wording';
import type { Language } from '../platform/words';

/** A column of the spreadsheets as the product names the field elsewhere; one it does not name stays as it is. */
export function columnName(column: string, language: Language): string {
  const names: Readonly<Record<string, string>> = {
    ...customerFieldWords[language],
    ...sectionWords[language],
    ...studyFieldWords[language],
  };
  return names[column] ?? column;
}
