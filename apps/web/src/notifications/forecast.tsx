import type { MailForecast, NotificationRules } from '@caseboard/contracts';
import { useState } from 'react';
import { useDays } from '../platform/day-text';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/note';
import { useForecast } from './notification.queries';
import { notificationWords } from './notification.words';
import styles from './notifications.module.css';

const mostShown = 20;

/** "These would send you 14 digests in the next 12 months", with the days on demand. */
export function Forecast({ rules }: { rules: NotificationRules }) {
  const say = useWords(notificationWords);
  const { data, error, refetch, isPlaceholderData } = useForecast(rules);
  const [open, setOpen] = useState(false);
  if (error) return <ErrorNote error={error} retry={() => void refetch()} />;
  return (
    <div className={styles.forecast} aria-busy={!data || isPlaceholderData}>
      <p aria-live="polite">{!data ? say('computing') : <Sum of={data} />}</p>
      {data && <small>{say('forecastHelp')}</small>}
      {data && data.days.length > 0 && (
        <>
          <Button look="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(open ? 'hideDays' : 'showDays')}
          </Button>
          {open && <Days days={data.days} />}
        </>
      )}
    </div>
  );
}

function Sum({ of: { digests, losses } }: { of: MailForecast }) {
  const say = useWords(notificationWords);
  return <b>{digests + losses === 0 ? say('noMail') : say('forecast', { digests, losses })}</b>;
}

function Days({ days }: { days: MailForecast['days'] }) {
  const say = useWords(notificationWords);
  const { day } = useDays();
  const [all, setAll] = useState(false);
  const shown = all ? days : days.slice(0, mostShown);
  return (
    <>
      <ol className={styles.days} aria-label={say('days')}>
        {shown.map((each) => (
          <li key={each.day}>
            <span>{day(each.day, 'full')}</span>
            <small>
              {[
                ...(each.alerts > 0 ? [say('alerts', { count: each.alerts })] : []),
                ...(each.losses > 0 ? [say('lossMails', { count: each.losses })] : []),
              ].join(' · ')}
            </small>
          </li>
        ))}
      </ol>
      {shown.length < days.length && (
        <Button look="link" onClick={() => setAll(true)}>
          {say('more', { count: days.length - shown.length })}
        </Button>
      )}
    </>
  );
}
