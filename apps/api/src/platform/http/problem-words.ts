import type { FieldFault, Language, RefusalCode } from '@caseboard/contracts';

/** The title and the explanation of a refusal, in the reader's language. */
export function refusalWords(code: RefusalCode, _params: Record<string, unknown>, _language: Language): { title: string; detail?: string } {
  return { title: code.replaceAll('-', ' ') };
}

/** The sentence about one field. */
export function faultWords(fault: FieldFault, _language: Language): string {
  return fault.reason.replaceAll('-', ' ');
}
