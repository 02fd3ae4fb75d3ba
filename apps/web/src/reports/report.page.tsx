import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { readDay } from '../platform/calendar';
import { useMay, useSession } from '../platform/session';
import { useWords } from '../platform/words';
import { ButtonLink } from '../ui/button';
import { EmptyState, ErrorNote } from '../ui/note';
import { PageFrame } from '../ui/page-frame';
import { DraftTools } from './draft-tools';
import { FileButtons } from './file-buttons';
import { LanguageSwitch, useReportLanguage } from './language-switch';
import { Paper } from './paper';
import { PaperStrokes } from './paper-strokes';
import { pageOf } from './report-text';
import { useDraft, type DraftDays } from './report.queries';
import { reportScreenWords } from './report.words';
import styles from './report.module.css';

/** The report as it would be issued now: since the last one, to today or the days of the address. A leader's home. */
export function Page() {
  const say = useWords(reportScreenWords);
  const { portfolioIsEmpty } = useSession();
  const language = useReportLanguage();
  const days = useDraftDays();
  const draft = useDraft(days, !portfolioIsEmpty);
  const page = useMemo(() => draft.data && pageOf(draft.data, language), [draft.data, language]);
  if (portfolioIsEmpty) return <Empty />;
  return (
    <PageFrame
      title={say('name')}
      width="full"
      actions={
        <>
          <span className={styles.wideOnly}>
            <LanguageSwitch value={language} />
          </span>
          <FileButtons path="/api/reports/draft" language={language} days={days} />
        </>
      }
    >
      <div className={styles.ground}>
        <DraftTools days={days} draft={draft.data} language={language} />
        {draft.error ? (
          <ErrorNote error={draft.error} retry={() => void draft.refetch()} />
        ) : page ? (
          <Paper page={page} />
        ) : (
          <PaperStrokes />
        )}
      </div>
    </PageFrame>
  );
}

/** `from` and `to` of the address as days; what cannot be read is left to the API. */
function useDraftDays(): DraftDays {
  const { from, to } = useSearch({ strict: false }) as DraftDays;
  return { ...(from && { from: dayOr(from) }), ...(to && { to: dayOr(to) }) };
}

function dayOr(text: string): string {
  const reading = readDay(text);
  return reading.ok ? reading.day : text;
}

function Empty() {
  const say = useWords(reportScreenWords);
  const may = useMay();
  return (
    <PageFrame title={say('name')} hiddenHeading>
      <EmptyState title={say('empty')} actions={may('import.run') && <ButtonLink to="/import">{say('import')}</ButtonLink>}>
        {say('emptyText')}
      </EmptyState>
    </PageFrame>
  );
}
