import { useWords } from '../platform/words';
import { Note } from '../ui/note';
import { useMailServer } from './mail.queries';
import { mailWords } from './mail.words';
import styles from './mails.module.css';

/** Whether mail leaves the product: a newcomer without a mail server finds their mails here. */
export function MailServerNote() {
  const say = useWords(mailWords);
  const { data: server } = useMailServer();
  if (!server) return null;
  if (!server.configured) {
    return (
      <div className={styles.server}>
        <Note icon="mail">{say.rich('kept', { variable: <code key="variable">SMTP_URL</code> })}</Note>
      </div>
    );
  }
  return (
    <p className={styles.leaves}>
      {say('server', { server: server.server ?? '', from: server.from })} {server.unsent > 0 && say('unsent', { count: server.unsent })}
    </p>
  );
}
