import type { StudyRow } from '@caseboard/contracts';
import { lifeCycleWords, stageWords, visibilityWords } from '@caseboard/wording';
import { Link } from '@tanstack/react-router';
import { addDays, daysBetween } from '../platform/calendar';
import { useDays } from '../platform/day-text';
import { useSession } from '../platform/session';
import { useLanguage, useWords } from '../platform/words';
import type { Column } from '../ui/data-table';
import { Mark } from '../ui/mark';
import { Avatar, Tag } from '../ui/tag';
import { studiesWords } from './studies.words';
import styles from './studies.module.css';

/** The columns of the list of studies, as of a day. */
export function useStudyColumns(asOf: string): Column<StudyRow>[] {
  const say = useWords(studiesWords);
  const language = useLanguage();
  const days = useDays();
  return [
    {
      id: 'customer',
      head: say('study'),
      sortable: true,
      cell: (row) => (
        <span className={styles.study}>
          <b>{row.customerName ?? (row.title || row.id)}</b>
          <small>{row.customerName ? row.title || row.id : row.customerWithheld ? say('withheld') : row.id}</small>
        </span>
      ),
    },
    { id: 'status', head: say('status'), sortable: true, cell: (row) => <Tag dot>{lifeCycleWords[language][row.status]}</Tag> },
    { id: 'visibility', head: say('visibility'), sortable: true, wide: true, cell: (row) => visibilityWords[language][row.visibility] },
    {
      id: 'supports',
      head: say('supports'),
      align: 'end',
      cell: (row) => (
        <Link
          to="/studies/$id"
          params={{ id: row.id }}
          search={(old: Record<string, unknown>) => ({ asOf: old.asOf as string | undefined, tab: 'links' })}
          className={styles.number}
        >
          {row.specializations.length === 0 ? say('none') : say('ofLinks', { supports: row.supports, all: row.specializations.length })}
        </Link>
      ),
    },
    { id: 'expiresOn', head: say('expires'), sortable: true, align: 'end', cell: (row) => <Expiry row={row} asOf={asOf} /> },
    {
      id: 'deployedOn',
      head: say('deployed'),
      sortable: true,
      hidden: true,
      align: 'end',
      cell: (row) => (row.deployedOn ? days.day(row.deployedOn) : say('none')),
    },
    { id: 'stage', head: say('stage'), hidden: true, cell: (row) => (row.stage ? stageWords[language][row.stage] : say('none')) },
    { id: 'industry', head: say('industry'), hidden: true, cell: (row) => row.industry ?? say('none') },
    { id: 'services', head: say('services'), hidden: true, cell: (row) => row.services.join(', ') },
    { id: 'id', head: say('id'), hidden: true, cell: (row) => row.id },
    { id: 'updatedAt', head: say('updated'), sortable: true, hidden: true, align: 'end', cell: (row) => days.moment(row.updatedAt) },
    {
      id: 'owner',
      head: say('owner'),
      sortable: true,
      wide: true,
      cell: (row) => (row.owner ? <Avatar name={row.owner} label={row.owner} /> : say('none')),
    },
  ];
}

function Expiry({ row, asOf }: { row: StudyRow; asOf: string }) {
  const say = useWords(studiesWords);
  const { day } = useDays();
  const { organisation } = useSession();
  if (!row.expiresOn) return <>{say('none')}</>;
  const left = daysBetween(asOf, row.expiresOn);
  return (
    <span className={styles.expiry}>
      {day(addDays(row.expiresOn, -1))}
      {(left <= 0 || row.status !== 'retired') && (
        <small className={left <= 0 ? styles.gone : left <= organisation.warningDays ? styles.soon : undefined}>
          {left <= 0 && <Mark of="expired" label="" size={12} />}
          {left <= 0 ? say('expired') : say('left', { days: left - 1 })}
        </small>
      )}
    </span>
  );
}
