import type { Language, Words } from '@caseboard/wording';
import { useCallback, type ReactNode } from 'react';
import { useIntl } from 'react-intl';

export type { Language, Words };

/** Declares a feature's messages: `const words = defineWords({ title: 'Studies' }, { title: '案例' })`. */
export function defineWords<const K extends string>(
  en: { readonly [Key in K]: string },
  zh: { readonly [Key in NoInfer<K>]: string },
): Words<K> {
  return { en, zh };
}

export type WordValues = Record<string, string | number | boolean | Date | null | undefined>;
export type RichValues = Record<string, WordValues[string] | ReactNode | ((chunks: ReactNode[]) => ReactNode)>;

export interface Say<K extends string> {
  /** A message as plain text. */
  (key: K, values?: WordValues): string;
  /** A message with elements in it: `say.rich('x', { b: (chunks) => <b>{chunks}</b> })`. */
  rich: (key: K, values: RichValues) => ReactNode;
}

/** The messages of `words` in the reader's language. */
export function useWords<K extends string>(words: Words<K>): Say<K> {
  const intl = useIntl();
  const language: Language = intl.locale.startsWith('zh') ? 'zh' : 'en';
  const plain = useCallback(
    (key: K, values?: WordValues) =>
      intl.formatMessage({ id: key, defaultMessage: words[language][key] }, values as never) as unknown as string,
    [intl, language, words],
  );
  const rich = useCallback(
    (key: K, values: RichValues) =>
      intl.formatMessage({ id: key, defaultMessage: words[language][key] }, values as never) as unknown as ReactNode,
    [intl, language, words],
  );
  return Object.assign(plain.bind(null) as Say<K>, { rich });
}

/** The reader's language, for what is not a message: days, lists of names, file names. */
export function useLanguage(): Language {
  return useIntl().locale.startsWith('zh') ? 'zh' : 'en';
}
