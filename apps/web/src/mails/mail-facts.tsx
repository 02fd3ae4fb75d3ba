import type { MailDetail } from '@caseboard/contracts';
import { mailKindWords } from '@caseboard/wording';
import { useDays } from '../platform/day-text';
import { useWords } from '../platform/words';
import { mailWords } from './mail.words';
import styles from './mails.module.css';

/** How the sending went, and what the mail is known by. */
export function MailFacts({ mail }: { mail: MailDetail }) {
  const say = useWords(mailWords);
  const kind = useWords(mailKindWords);
  const { moment, day } = useDays();
  const facts: readonly (readonly [string, string | null])[] = [
    [say('kind'), kind(mail.kind)],
    [say('to'), mail.to],
    [say('day'), mail.day && day(mail.day, 'full')],
    [say('made'), moment(mail.createdAt)],
    [say('sent'), mail.sentAt && moment(mail.sentAt)],
    [say('attempts'), String(mail.attempts)],
    [say('next'), mail.nextAttemptAt && (mail.state === 'failed' || mail.state === 'waiting') ? moment(mail.nextAttemptAt) : null],
    [say('error'), mail.lastError],
    [say('messageId'), mail.messageId],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
