import type { AlertRow } from '@caseboard/contracts';
import { alertKindWords, alertStateWords, alertStepWords } from '@caseboard/wording';
import { useDays } from '../platform/day-text';
import { useSession } from '../platform/session';
import { useWords } from '../platform/words';
import type { Column } from '../ui/data-table';
import { Mark } from '../ui/mark';
import { Avatar, Tag } from '../ui/tag';
import { isOpen, isSoft, markOf, stateTones, subjectName, useConsequenceText } from './alert-text';
import { alertWords } from './alerts.words';
import styles from './alerts.module.css';

/** The columns of the list of alerts; their ids are what the API sorts by. */
export function useAlertColumns(): Column<AlertRow>[] {
  const say = useWords(alertWords);
  const kind = useWords(alertKindWords);
  const step = useWords(alertStepWords);
  const days = useDays();
  const { today } = useSession();
  const consequence = useConsequenceText();
  return [
    {
      id: 'subject',
      head: say('subject'),
      sortable: true,
      cell: (row) => (
        <span className={styles.subject}>
          <Mark of={markOf(row)} label="" soft={isSoft(row.consequence)} />
          <span>
            <b>{subjectName(row)}</b>
            <small>{row.kind === 'study-expiry' && row.subject.customer ? row.subject.title || row.subject.id : kind(row.kind)}</small>
          </span>
        </span>
      ),
    },
    {
      id: 'day',
      head: say('day'),
      sortable: true,
      width: 132,
      cell: (row) => (
        <span className={styles.day}>
          {days.day(row.day)}
          <small className={isOpen(row.state) && row.day <= today ? styles.gone : undefined}>{days.distance(today, row.day)}</small>
        </span>
      ),
    },
    {
      id: 'harm',
      head: say('consequence'),
      sortable: true,
      cell: (row) => (
        <span className={row.consequence.costsReadiness && isOpen(row.state) && !isSoft(row.consequence) ? styles.costs : undefined}>
          {consequence(row)}
        </span>
      ),
    },
    {
      id: 'step',
      head: say('step'),
      sortable: true,
      wide: true,
      width: 120,
      cell: (row) => step('before', { days: row.step }),
    },
    { id: 'state', head: say('state'), sortable: true, width: 160, cell: (row) => <StateOf row={row} /> },
    { id: 'madeAt', head: say('made'), hidden: true, align: 'end', cell: (row) => days.moment(row.madeAt) },
    {
      id: 'owner',
      head: say('owner'),
      width: 72,
      wide: true,
      cell: (row) => (row.owner ? <Avatar name={row.owner} label={row.owner} /> : say('none')),
    },
  ];
}

/** The state as a word; a snoozed one says until when. */
export function StateOf({ row }: { row: Pick<AlertRow, 'state' | 'snoozedUntil'> }) {
  const say = useWords(alertWords);
  const state = useWords(alertStateWords);
  const { day } = useDays();
  return (
    <span className={styles.state}>
      <Tag dot tone={stateTones[row.state]}>
        {state(row.state)}
      </Tag>
      {row.state === 'snoozed' && row.snoozedUntil && <small>{say('until', { day: day(row.snoozedUntil, 'short') })}</small>}
    </span>
  );
}
