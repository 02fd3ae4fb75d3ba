import type { AlertDetail } from '@caseboard/contracts';
import { Link } from '@tanstack/react-router';
import { useDays } from '../platform/day-text';
import { useMay, useSession } from '../platform/session';
import { useWords } from '../platform/words';
import { Section } from '../ui/page-frame';
import { Avatar } from '../ui/tag';
import { alertDetailWords } from './alert.words';
import styles from './alert.module.css';

/** Who was told of it, and in which mail; other people's mails are for those who may read them. */
export function AlertTold({ told }: { told: AlertDetail['told'] }) {
  const say = useWords(alertDetailWords);
  const { moment } = useDays();
  const may = useMay();
  const { person: me } = useSession();
  const when = (sentAt: string | null) => (sentAt ? say('toldIn', { when: moment(sentAt) }) : say('toldWaiting'));
  return (
    <Section title={say('told')}>
      {told.length === 0 && <p className={styles.quiet}>{say('toldNobody')}</p>}
      <ul className={styles.told}>
        {told.map(({ person, mail, sentAt }) => (
          <li key={`${person} ${mail}`}>
            <Avatar name={person} />
            <span>
              {person}
              <small>
                {may('mail.read-all') || person === me.name ? (
                  <Link to="/mails/$id" params={{ id: mail }}>
                    {when(sentAt)}
                  </Link>
                ) : (
                  when(sentAt)
                )}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
