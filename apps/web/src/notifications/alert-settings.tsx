import type { AlertSettings } from '@caseboard/contracts';
import { isStale, type Tagged } from '../platform/api';
import { useMay } from '../platform/session';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { ErrorNote, Note } from '../ui/note';
import { Section } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { AlertSettingsForm } from './alert-settings-form';
import { alertSettingsWords } from './alert-settings.words';
import { useAlertSettings, useSaveAlertSettings } from './notification.queries';
import { Renewals } from './renewals';
import styles from './notifications.module.css';

/** The ladder, the morning, the team's default and the renewal days; everybody reads them, managers change them. */
export function AlertSettingsSection({ held }: { held: readonly string[] }) {
  const say = useWords(alertSettingsWords);
  const settings = useAlertSettings();
  return (
    <div id="alerts" className={styles.anchor}>
      <Section title={say('title')}>
        <p className={styles.help}>{say('help')}</p>
        {settings.error && <ErrorNote error={settings.error} retry={() => void settings.refetch()} />}
        {!settings.data && !settings.error && <StrokeRows rows={5} label={say('title')} />}
        {settings.data && <Parts tagged={settings.data} refetch={() => void settings.refetch()} held={held} />}
      </Section>
    </div>
  );
}

function Parts({ tagged, refetch, held }: { tagged: Tagged<AlertSettings>; refetch: () => void; held: readonly string[] }) {
  const say = useWords(alertSettingsWords);
  const may = useMay();
  const save = useSaveAlertSettings();
  const { value, etag } = tagged;
  const readOnly = !may('alert.settings');
  const change = (part: Partial<AlertSettings>, done?: () => void) =>
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
      <AlertSettingsForm key={etag} settings={value} onChange={change} readOnly={readOnly} busy={save.isPending} />
      <Renewals settings={value} held={held} onChange={change} readOnly={readOnly} />
    </>
  );
}
