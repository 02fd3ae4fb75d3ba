import type { ReportView } from '@caseboard/contracts';
import { reportPage, type FormatMessage, type ReportPage } from '@caseboard/wording';
import { createIntl, createIntlCache } from 'react-intl';
import type { Language } from '../platform/words';

/** The report in words, in a language that need not be that of the screen; null while it is being made. */
export function pageOf({ report, labels, number, issuedAt }: ReportView, language: Language): ReportPage | null {
  return report && reportPage(report, labels, { language, format, number, issuedAt });
}

const cache = createIntlCache();
const intlIn = (locale: string) => createIntl({ locale, defaultLocale: locale, messages: {} }, cache);
const intls: { readonly [L in Language]: ReturnType<typeof intlIn> } = { en: intlIn('en'), zh: intlIn('zh-CN') };

const format: FormatMessage = (message, values, language) =>
  String(intls[language].formatMessage({ id: message, defaultMessage: message }, values));
