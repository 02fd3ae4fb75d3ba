import type { Settings } from '@caseboard/contracts';
import { AlertSettingsSection } from '../notifications/alert-settings';
import { isStale, type Tagged } from '../platform/api';
import { useMay, useSession } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { ErrorNote, Note } from '../ui/note';
import { PageFrame, PageHead, Section } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { ReportSettingsSection } from '../reports/report-settings';
import { WebhooksSection } from '../webhooks/webhooks-section';
import { DemoSection } from './demo-section';
import { HeldSection } from './held-section';
import { OrganisationForm } from './organisation-form';
import { TargetsTable } from './targets-table';
import { useSaveSettings, useSettings } from './settings.queries';
import styles from './settings.module.css';

const words = defineWords(
  {
    title: 'Settings',
    lead: 'What Caseboard must know about your company. Everybody reads it; managers change it.',
    organisation: 'Your company',
    targets: 'Targets',
    targetsHelp: 'The specializations you promised. Only these turn red when they are not ready; a higher weight comes first.',
    held: 'Held',
    heldHelp: 'What AWS has granted already. Losing readiness for these is told even if they are no targets.',
    stale: 'Somebody changed the settings meanwhile. The page shows theirs now; your last change was not saved.',
    reload: 'Read again',
    readOnly: 'You can read the settings. A manager or an administrator can change them.',
  },
  {
    title: '设置',
    lead: 'Caseboard 需要了解的公司信息。所有人可见，经理可修改。',
    organisation: '贵公司',
    targets: '目标',
    targetsHelp: '已承诺的专业认证。只有目标在未就绪时显示为红色；权重越高越靠前。',
    held: '已获得',
    heldHelp: 'AWS 已授予的认证。即使不是目标，失去就绪时也会提示。',
    stale: '其他人刚刚修改了设置。现在显示的是对方的版本，您的上一处修改未保存。',
    reload: '重新读取',
    readOnly: '您可以查看设置，经理或管理员可以修改。',
  },
);

export function Page() {
  const say = useWords(words);
  const settings = useSettings();
  const may = useMay();
  return (
    <PageFrame title={say('title')}>
      <PageHead title={say('title')}>{say('lead')}</PageHead>
      {settings.error && <ErrorNote error={settings.error} retry={() => void settings.refetch()} />}
      {!may('settings.edit') && <Note>{say('readOnly')}</Note>}
      {settings.data ? (
        <Sections tagged={settings.data} refetch={() => void settings.refetch()} />
      ) : (
        !settings.error && <StrokeRows rows={6} height={48} />
      )}
    </PageFrame>
  );
}

function Sections({ tagged, refetch }: { tagged: Tagged<Settings>; refetch: () => void }) {
  const say = useWords(words);
  const may = useMay();
  const { today } = useSession();
  const save = useSaveSettings();
  const { value, etag } = tagged;
  const readOnly = !may('settings.edit');
  const change = (part: Partial<Settings>, done?: () => void) =>
    save.mutate({ change: part, etag }, { onSuccess: done, onError: (error) => isStale(error) && refetch() });
  const section = { settings: value, onChange: change, readOnly, today };
  return (
    <div className={styles.sections}>
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
        save.error && <ErrorNote error={save.error} shownPaths={['legalName', 'timeZone', 'warningDays']} />
      )}
      <Section title={say('organisation')}>
        <OrganisationForm key={etag} {...section} busy={save.isPending} error={save.error} />
      </Section>
      <Section title={say('targets')} count={value.targets.length}>
        <p className={styles.help}>{say('targetsHelp')}</p>
        <TargetsTable {...section} />
      </Section>
      <Section title={say('held')} count={value.heldSpecializations.length}>
        <p className={styles.help}>{say('heldHelp')}</p>
        <HeldSection {...section} />
      </Section>
      <AlertSettingsSection held={value.heldSpecializations} />
      <ReportSettingsSection />
      <WebhooksSection />
      <DemoSection />
    </div>
  );
}
