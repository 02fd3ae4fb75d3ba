import { useDays } from '../platform/day-text';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { ErrorNote, Note } from '../ui/note';
import { Section } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { useToast } from '../ui/toast';
import { useCalendarFeed, useEndFeed, useMakeFeed } from './notification.queries';
import { notificationWords } from './notification.words';
import styles from './notifications.module.css';

/** The address of one's own calendar: made, copied once, ended. */
export function CalendarFeedSection() {
  const say = useWords(notificationWords);
  const toast = useToast();
  const { moment } = useDays();
  const { data, error, refetch } = useCalendarFeed();
  const make = useMakeFeed();
  const end = useEndFeed();
  const refused = make.error ?? end.error;
  const finish = () => end.mutate(undefined, { onSuccess: () => (make.reset(), toast({ text: say('ended') })) });
  return (
    <Section title={say('feed')}>
      <p className={styles.help}>{say('feedHelp')}</p>
      {error && <ErrorNote error={error} retry={() => void refetch()} />}
      {refused && <ErrorNote error={refused} />}
      {!data && !error && <StrokeRows rows={1} label={say('feed')} />}
      {data && (
        <p className={styles.feedState}>
          {data.exists && data.createdAt
            ? say('feedExists', { when: moment(data.createdAt), read: data.lastReadAt ? moment(data.lastReadAt) : 'never' })
            : say('feedNone')}{' '}
          {data.exists && say('makeHelp')}
        </p>
      )}
      {make.data?.url && data?.exists && (
        <div role="status">
          <Note tone="done">
            {say('fresh')}
            <span className={styles.address}>
              <input readOnly value={make.data.url} aria-label={say('address')} onFocus={(event) => event.target.select()} />
              <CopyButton text={make.data.url} what={say('address')} />
            </span>
          </Note>
        </div>
      )}
      {data && (
        <div className={styles.buttons}>
          <Button icon="calendar" busy={make.isPending} onClick={() => make.mutate()}>
            {say(data.exists ? 'makeNew' : 'make')}
          </Button>
          {data.exists && (
            <Button busy={end.isPending} onClick={finish}>
              {say('end')}
            </Button>
          )}
        </div>
      )}
    </Section>
  );
}
