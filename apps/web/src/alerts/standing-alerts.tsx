import type { AlertRow } from '@caseboard/contracts';
import { useDays } from '../platform/day-text';
import { useSession } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Mark } from '../ui/mark';
import { ErrorNote } from '../ui/note';
import { Section, TextLink } from '../ui/page-frame';
import { useToast } from '../ui/toast';
import { isSoft, markOf, subjectName, useConsequenceText } from './alert-text';
import { useActOnAlert, useAlerts } from './alert.queries';
import styles from './standing-alerts.module.css';

const words = defineWords(
  {
    title: 'The day has come, and nobody acknowledged it',
    all: 'All alerts by day',
    since: 'since {day}',
    acknowledge: 'Acknowledge',
    acknowledgeOf: 'Acknowledge {name}',
    done: '{name} is acknowledged',
  },
  {
    title: '日期已到，尚无人确认',
    all: '按日期查看全部提醒',
    since: '自 {day}',
    acknowledge: '确认',
    acknowledgeOf: '确认：{name}',
    done: '{name} 已确认',
  },
);
const mostShown = 5;

/** On the managers' home page: what nobody acknowledged after its last step (rules 8.6). */
export default function StandingAlerts() {
  const say = useWords(words);
  const { today } = useSession();
  const { data } = useAlerts({ open: 'true', sort: 'day', size: 50 });
  const standing = (data?.items ?? []).filter(({ day, step }) => step === 0 && day <= today);
  if (standing.length === 0) return null;
  return (
    <div className={styles.standing}>
      <Section
        title={say('title')}
        count={standing.length}
        beside={
          <TextLink to="/alerts" search={{ sort: 'day' } as never}>
            {say('all')}
          </TextLink>
        }
      >
        <ul>
          {standing.slice(0, mostShown).map((row) => (
            <Entry key={row.id} row={row} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Entry({ row }: { row: AlertRow }) {
  const say = useWords(words);
  const { day } = useDays();
  const toast = useToast();
  const consequence = useConsequenceText();
  const act = useActOnAlert(row.id);
  const name = subjectName(row);
  return (
    <li className={styles.entry}>
      <Mark of={markOf(row)} label="" soft={isSoft(row.consequence)} />
      <span className={styles.text}>
        <TextLink to="/alerts/$id" params={{ id: row.id }}>
          {name}
        </TextLink>
        <small>{consequence(row)}</small>
        {act.error && <ErrorNote error={act.error} />}
      </span>
      <small>{say('since', { day: day(row.day, 'week') })}</small>
      <Button
        size="small"
        busy={act.isPending}
        aria-label={say('acknowledgeOf', { name })}
        onClick={() => act.mutate({ act: 'acknowledge' }, { onSuccess: () => toast({ text: say('done', { name }) }) })}
      >
        {say('acknowledge')}
      </Button>
    </li>
  );
}
