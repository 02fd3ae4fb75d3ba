import { useNavigate, useSearch } from '@tanstack/react-router';
import { useLanguage, useWords, type Language } from '../platform/words';
import { Segmented } from '../ui/choose';
import { reportScreenWords } from './report.words';

/** The report's language: that of the address, else the reader's own. */
export function useReportLanguage(own?: Language): Language {
  const reader = useLanguage();
  const { lang } = useSearch({ strict: false }) as { lang?: string };
  return lang === 'en' || lang === 'zh' ? lang : (own ?? reader);
}

export function LanguageSwitch({ value }: { value: Language }) {
  const say = useWords(reportScreenWords);
  const navigate = useNavigate();
  return (
    <Segmented
      label={say('language')}
      value={value}
      onChange={(lang) =>
        void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, lang }), replace: true, resetScroll: false })
      }
      options={[
        { value: 'en', label: <span lang="en">English</span> },
        { value: 'zh', label: <span lang="zh-CN">中文</span> },
      ]}
    />
  );
}
