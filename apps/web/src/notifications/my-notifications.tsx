import type { MyNotifications } from '@caseboard/contracts';
import { useState } from 'react';
import { useDays } from '../platform/day-text';
import { useSession } from '../platform/session';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Check } from '../ui/field';
import { ErrorNote, Note } from '../ui/note';
import { Section, TextLink } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { useToast } from '../ui/toast';
import { Forecast } from './forecast';
import { useMyNotifications, useSaveNotifications } from './notification.queries';
import { notificationWords } from './notification.words';
import { RulesFields } from './rules-fields';
import styles from './notifications.module.css';

/** What I am told and how; before it is saved, what that would send me in a year. */
export function MyNotificationsSection() {
  const say = useWords(notificationWords);
  const { data, error, refetch } = useMyNotifications();
  return (
    <Section
      title={say('title')}
      beside={
        <TextLink to="/mails" search={{ mine: 'true' } as never}>
          {say('mails')}
        </TextLink>
      }
    >
      <p className={styles.help}>{say('lead')}</p>
      {error && <ErrorNote error={error} retry={() => void refetch()} />}
      {!data && !error && <StrokeRows rows={5} label={say('title')} />}
      {data && <Form key={JSON.stringify(data.rules)} mine={data} />}
    </Section>
  );
}

function Form({ mine }: { mine: MyNotifications }) {
  const say = useWords(notificationWords);
  const toast = useToast();
  const { person } = useSession();
  const [rules, setRules] = useState(mine.rules);
  const save = useSaveNotifications();
  const isClean = JSON.stringify(rules) === JSON.stringify(mine.rules);
  const shown = rules ?? mine.teamDefault;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(rules, { onSuccess: () => toast({ text: say('saved') }) });
      }}
    >
      {mine.bounced && <Bounced bounced={mine.bounced} />}
      {save.error && <ErrorNote error={save.error} />}
      <Check
        label={say('follow')}
        help={say('followHelp')}
        checked={rules === null}
        onChange={(event) => setRules(event.target.checked ? null : mine.teamDefault)}
      />
      <RulesFields
        rules={shown}
        ladder={mine.ladder}
        onChange={setRules}
        readOnly={rules === null}
        losses={person.role === 'manager' || person.role === 'administrator'}
      />
      <Forecast rules={shown} />
      <div>
        <Button type="submit" busy={save.isPending} cannot={isClean && say('clean')}>
          {say('save')}
        </Button>
      </div>
    </form>
  );
}

function Bounced({ bounced }: { bounced: NonNullable<MyNotifications['bounced']> }) {
  const say = useWords(notificationWords);
  const { moment } = useDays();
  const { person } = useSession();
  return <Note tone="warning">{say('bounced', { when: moment(bounced.at), error: bounced.error, email: person.email })}</Note>;
}
