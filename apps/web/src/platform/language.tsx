import { MantineProvider } from '@mantine/core';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { applyLanguage, applyTheme, storedLanguage, storedTheme } from './preferences';
import { useSessionQuery } from './session';
import type { Language } from './words';
import { mantineTheme } from '../theme/mantine-theme';

const ChooseLanguage = createContext<(language: Language) => void>(() => undefined);

/** For pages before sign-in; a signed-in person's language is part of their profile. */
export function useChooseLanguage(): (language: Language) => void {
  return use(ChooseLanguage);
}

/** Language and theme of the signed-in person, else those last used on this device. */
export function LanguageProvider({ children, initial }: { children: ReactNode; initial?: Language }) {
  const { data: session } = useSessionQuery();
  const [own, setOwn] = useState<Language>(initial ?? storedLanguage);
  const language = session?.person.language ?? own;
  const theme = session?.person.theme ?? storedTheme();
  useEffect(() => applyLanguage(language), [language]);
  useEffect(() => applyTheme(theme), [theme]);
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  return (
    <ChooseLanguage value={setOwn}>
      {/* Messages come with the call, in the right language already: nothing is looked up, so nothing can be missing. */}
      <IntlProvider locale={locale} defaultLocale={locale} messages={noMessages}>
        <MantineProvider theme={mantineTheme} withCssVariables={false} withGlobalClasses={false} forceColorScheme="light">
          {children}
        </MantineProvider>
      </IntlProvider>
    </ChooseLanguage>
  );
}

const noMessages = {};
