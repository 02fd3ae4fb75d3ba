import type { SharedReport } from '@caseboard/contracts';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { IntlProvider } from 'react-intl';
import { Outside } from '../people/outside';
import { ProblemError } from '../platform/api';
import { useDays } from '../platform/day-text';
import { useWords } from '../platform/words';
import { ErrorNote } from '../ui/note';
import { FileButtons } from './file-buttons';
import { issuedWords } from './issued.words';
import { LanguageSwitch, useReportLanguage } from './language-switch';
import { Paper } from './paper';
import { pageOf } from './report-text';
import { sharedPath, useSharedReport } from './report.queries';
import styles from './report.module.css';

/** One report for somebody without an account: read-only, in the language its sender chose, with nothing to open. */
export function Page() {
  const { secret = '' } = useParams({ strict: false });
  const { data, error, refetch } = useSharedReport(secret);
  return (
    <>
      <meta name="robots" content="noindex, nofollow" />
      <meta name="referrer" content="no-referrer" />
      {data && <Shared secret={secret} shared={data} />}
      {error && <Gone error={error} retry={() => void refetch()} />}
    </>
  );
}

function Shared({ secret, shared }: { secret: string; shared: SharedReport }) {
  const language = useReportLanguage(shared.language);
  const page = useMemo(() => pageOf(shared.view, language), [shared.view, language]);
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  return (
    <IntlProvider locale={locale} defaultLocale={locale} messages={none}>
      <div className={styles.shared} lang={locale}>
        {page && <title>{`${page.title} · ${page.partner}`}</title>}
        <SharedBar secret={secret} shared={shared} />
        <main className={styles.ground}>{page && <Paper page={page} opens={false} />}</main>
      </div>
    </IntlProvider>
  );
}

function SharedBar({ secret, shared }: { secret: string; shared: SharedReport }) {
  const say = useWords(issuedWords);
  const { day } = useDays();
  const language = useReportLanguage(shared.language);
  return (
    <header className={styles.sharedBar}>
      <p>{say('shared', { day: day(shared.expiresOn) })}</p>
      <LanguageSwitch value={language} />
      <FileButtons path={sharedPath(secret)} language={language} />
    </header>
  );
}

function Gone({ error, retry }: { error: unknown; retry: () => void }) {
  const say = useWords(issuedWords);
  const isGone = error instanceof ProblemError && error.status === 404;
  return (
    <Outside title={say('goneTitle')} lead={isGone ? say('gone') : undefined}>
      {isGone ? null : <ErrorNote error={error} retry={retry} />}
    </Outside>
  );
}

const none = {};
