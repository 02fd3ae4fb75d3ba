import type { ReportView } from '@caseboard/contracts';
import { reportPage, type FormatMessage, type ReportPage } from '@caseboard/wording';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../platform/words';

/** The report in words, in a language that need not be that of the screen; null while it is being made. */
export function pageOf({ report, labels, number, issuedAt }: ReportView, language: Language): ReportPage | null {
  return report && reportPage(report, labels, { language, format, number, issuedAt });
}

/** Reading a message is what costs: a report says the same few of them many times. */
const formats = new Map<string, IntlMessageFormat>();

const format: FormatMessage = (message, values, language) => {
  const key = `${language} ${message}`;
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new IntlMessageFormat(message, language)));
  return String(made.format(values));
};
