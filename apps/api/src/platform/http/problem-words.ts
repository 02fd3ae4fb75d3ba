import { IntlMessageFormat } from 'intl-messageformat';
import type { FieldFault, Language, RefusalCode } from '@caseboard/contracts';
import { faultSentence, refusalValues, refusalWords } from '@caseboard/wording';

/** The title and the explanation of a refusal, in the reader's language. A refusal without words does not compile here. */
export function problemWords(code: RefusalCode, params: Record<string, unknown>, language: Language): { title: string; detail: string } {
  const { title, detail } = refusalWords[language][code];
  return { title: filled(title, params, language), detail: filled(detail, params, language) };
}

/** The sentence about one field. */
export function faultMessage(fault: FieldFault, language: Language): string {
  return faultSentence(fault, language);
}

function filled(message: string, params: Record<string, unknown>, language: Language): string {
  return String(new IntlMessageFormat(message, language).format(refusalValues(message, params, language)));
}
