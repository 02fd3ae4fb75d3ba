import type { MailDetail } from '@caseboard/contracts';
import { mailStateWords } from '@caseboard/wording';
import { useParams } from '@tanstack/react-router';
import { useWords, type Say } from '../platform/words';
import { useMay } from '../platform/session';
import { Button } from '../ui/button';
import { ErrorNote, Note } from '../ui/note';
import { PageFrame, PageHead } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { Tag } from '../ui/tag';
import { useToast } from '../ui/toast';
import { MailBody } from './mail-body';
import { MailFacts } from './mail-facts';
import { stateTones, useMail, useMailAct } from './mail.queries';
import { mailWords } from './mail.words';
import styles from './mails.module.css';

/** One mail: as it is read, as text, and how its sending went. */
export function Page() {
  const say = useWords(mailWords);
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useMail(id);
  const crumbs = [{ label: say('title'), link: { to: '/mails' } as const }];
  const title = data ? titleOf(data, say) : say('loading');
  return (
    <PageFrame title={title} crumbs={crumbs} hiddenHeading={!data} aside={data && <MailFacts mail={data} />}>
      {error && <ErrorNote error={error} retry={() => void refetch()} />}
      {!data && !error && <StrokeRows rows={8} label={say('loading')} />}
      {data && <Mail mail={data} />}
    </PageFrame>
  );
}

/** What goes to a chat system has no subject. */
const titleOf = ({ subject, kind }: MailDetail, say: Say<keyof (typeof mailWords)['en']>): string =>
  subject ?? say(kind === 'webhook' ? 'message' : 'noSubject');

function Mail({ mail }: { mail: MailDetail }) {
  const say = useWords(mailWords);
  const state = useWords(mailStateWords);
  return (
    <>
      <PageHead
        title={titleOf(mail, say)}
        beside={
          <Tag dot tone={stateTones[mail.state]}>
            {state(mail.state)}
          </Tag>
        }
        actions={<Actions mail={mail} />}
      >
        {mail.toName && mail.toName !== mail.to ? `${mail.toName} · ${mail.to ?? ''}` : mail.to}
      </PageHead>
      {mail.uncertain && (
        <div className={styles.server}>
          <Note tone="warning">{say('uncertain')}</Note>
        </div>
      )}
      <MailBody mail={mail} />
    </>
  );
}

function Actions({ mail }: { mail: MailDetail }) {
  const say = useWords(mailWords);
  const may = useMay();
  const toast = useToast();
  const act = useMailAct(mail.id);
  const mayNot = !may('mail.manage') && say('mayNot');
  const sendable = ['sent', 'kept', 'failed', 'given-up'].includes(mail.state);
  const givable = ['waiting', 'failed'].includes(mail.state);
  return (
    <>
      <Button
        icon="undo"
        cannot={mayNot || (!sendable && say('notSendable'))}
        busy={act.isPending}
        onClick={() => act.mutate('resend', { onSuccess: () => toast({ text: say('resent') }) })}
      >
        {say('resend')}
      </Button>
      <Button
        cannot={mayNot || (!givable && say('notGivable'))}
        onClick={() => act.mutate('give-up', { onSuccess: () => toast({ text: say('gaveUp') }) })}
      >
        {say('giveUp')}
      </Button>
      {act.error && <ErrorNote error={act.error} />}
    </>
  );
}
