import type { ReportSettings } from '@caseboard/contracts';
import { isStale, type Tagged } from '../platform/api';
import { useMay } from '../platform/session';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { ErrorNote, Note } from '../ui/note';
import { Section } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { ReportSettingsForm } from './report-settings-form';
import { reportSettingsWords } from './report-settings.words';
import { useReportSettings, useSaveReportSettings } from './report.queries';
import styles from './report-settings.module.css';

/** The schedule, the readers, and what the organisation tells of its business; only for whoever may change it. */
export function ReportSettingsSection() {
  const say = useWords(reportSettingsWords);
  const may = useMay();
  const isAllowed = may('report.settings');
  const settings = useReportSettings(isAllowed);
  if (!isAllowed) return null;
  return (
    <div id="report" className={styles.anchor}>
      <Section title={say('title')}>
        <p className={styles.help}>{say('help')}</p>
        {settings.error && <ErrorNote error={settings.error} retry={() => void settings.refetch()} />}
        {!settings.data && !settings.error && <StrokeRows rows={5} label={say('title')} />}
        {settings.data && <Parts tagged={settings.data} refetch={() => void settings.refetch()} />}
      </Section>
    </div>
  );
}

function Parts({ tagged, refetch }: { tagged: Tagged<ReportSettings>; refetch: () => void }) {
  const say = useWords(reportSettingsWords);
  const save = useSaveReportSettings();
  const { value, etag } = tagged;
  const change = (part: Partial<ReportSettings>, done: () => void) =>
    save.mutate({ change: part, etag }, { onSuccess: done, onError: (error) => isStale(error) && refetch() });
  return (
    <>
      {isStale(save.error) ? (
        <Note
          tone="warning"
          live
          actions={
            <Button size="small" onClick={refetch}>
              {say('reload')}
            </Button>
          }
        >
          {say('stale')}
        </Note>
      ) : (
        save.error && <ErrorNote error={save.error} />
      )}
      <ReportSettingsForm key={etag} settings={value} onChange={change} busy={save.isPending} />
    </>
  );
}
