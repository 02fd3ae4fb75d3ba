import type { AlertDetail } from '@caseboard/contracts';
import { alertEventWords, valuesFor, type AlertEventCode } from '@caseboard/wording';
import { useDays } from '../platform/day-text';
import { useLanguage, useWords } from '../platform/words';
import { Section } from '../ui/page-frame';
import { Avatar } from '../ui/tag';
import { alertDetailWords } from './alert.words';
import styles from './alert.module.css';

type Event = AlertDetail['events'][number];

/** All that happened to the alert, the latest first. */
export function AlertHistory({ events }: { events: readonly Event[] }) {
  const say = useWords(alertDetailWords);
  const { moment } = useDays();
  const text = useEventText();
  return (
    <Section title={say('history')}>
      {events.length === 0 && <p className={styles.quiet}>{say('historyNone')}</p>}
      <ol className={styles.history}>
        {[...events].reverse().map((event, index) => (
          <li key={`${event.at} ${event.event} ${index}`}>
            <Avatar name={event.who ?? 'Caseboard'} />
            <span>
              {text(event)}
              <small>{moment(event.at)}</small>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function useEventText(): (event: Event) => string {
  const say = useWords(alertEventWords);
  const language = useLanguage();
  const { day } = useDays();
  return ({ event, detail, who }) => {
    if (!(event in alertEventWords.en)) return event;
    const code = event as AlertEventCode;
    const until = typeof detail?.until === 'string' ? day(detail.until) : undefined;
    return say(code, valuesFor(alertEventWords[language][code], { ...detail, who: who ?? detail?.who, until }, language));
  };
}
