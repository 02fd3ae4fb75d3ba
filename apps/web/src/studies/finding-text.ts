import type { Finding } from '@caseboard/contracts';
import type { FindingCode } from '@caseboard/domain';
import { findingMessage, requirementWords, valuesFor } from '@caseboard/wording';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useLanguage } from '../platform/words';

/** The sentences of findings in the reader's language. */
export function useFindingText() {
  const intl = useIntl();
  const language = useLanguage();
  return useMemo(() => {
    const say = (message: string, values: Readonly<Record<string, unknown>> = {}): string =>
      intl.formatMessage({ id: message, defaultMessage: message }, valuesFor(message, values, language)) as string;
    return {
      sentence: ({ code, outcome }: Pick<Finding, 'code' | 'outcome'>, values?: Readonly<Record<string, unknown>>) =>
        say(findingMessage(language, code as FindingCode, outcome), values),
      hint: (code: string) => say(requirementWords[language][code as FindingCode].hint),
      label: (code: string) => requirementWords[language][code as FindingCode].label,
      /** Any message of the wording library. */
      say,
    };
  }, [intl, language]);
}
