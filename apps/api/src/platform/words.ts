import { IntlMessageFormat } from 'intl-messageformat';
import { valuesFor, type FormatMessage, type Language, type Words } from '@caseboard/wording';

/** Thousands of mails say the same few messages, and reading a message is what costs. */
const formats = new Map<string, IntlMessageFormat>();

export const format: FormatMessage = (message, values, language) => {
  const key = `${language} ${message}`;
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new IntlMessageFormat(message, language)));
  return String(made.format(values));
};

export function say<K extends string>(words: Words<K>, key: K, language: Language, values: Readonly<Record<string, unknown>> = {}): string {
  const message = words[language][key];
  return format(message, valuesFor(message, values, language), language);
}
