import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Outside } from '../people/outside';
import { send } from '../platform/api';
import { defineWords, useWords } from '../platform/words';
import { Button, ButtonLink } from '../ui/button';
import { ErrorNote, Note } from '../ui/note';
import styles from './unsubscribe.module.css';

const words = defineWords(
  {
    title: 'Stop the mails',
    lead: 'Caseboard will send you no more mail. Your alerts stay in the product, and you can turn mail on again in your account.',
    stop: 'Stop the mails',
    done: 'You get no more mail from Caseboard.',
    back: 'Open Caseboard',
  },
  {
    title: '停止邮件',
    lead: 'Caseboard 将不再给您发送邮件。提醒仍可在产品中查看，您也可以在账户中重新开启邮件。',
    stop: '停止邮件',
    done: 'Caseboard 不会再给您发送邮件。',
    back: '打开 Caseboard',
  },
);

/** The link at the foot of each mail: open to anybody who has it, asks once, and changes only that person's rules. */
export function Page() {
  const say = useWords(words);
  const { secret = '' } = useParams({ strict: false });
  const stop = useMutation({
    mutationFn: () => send(`/api/mail/unsubscribe/${encodeURIComponent(secret)}`, { method: 'POST', open: true }),
  });
  return (
    <Outside title={say('title')} lead={stop.isSuccess ? undefined : say('lead')}>
      <div className={styles.form}>
        {stop.error && <ErrorNote error={stop.error} />}
        {stop.isSuccess ? (
          <>
            <div role="status">
              <Note tone="done">{say('done')}</Note>
            </div>
            <ButtonLink to="/account">{say('back')}</ButtonLink>
          </>
        ) : (
          <Button look="strong" busy={stop.isPending} onClick={() => stop.mutate()}>
            {say('stop')}
          </Button>
        )}
      </div>
    </Outside>
  );
}
