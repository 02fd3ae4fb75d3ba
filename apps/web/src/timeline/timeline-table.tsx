import { addDays } from '../platform/calendar';
import { useDays } from '../platform/day-text';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { DataTable, type Column } from '../ui/data-table';
import type { TimelineRow } from './arrange';
import { timelineWords } from './timeline.words';
import styles from './timeline.module.css';

/** The same as the picture, in words and figures. */
export function TimelineTable({ rows }: { rows: readonly TimelineRow[] }) {
  const say = useWords(timelineWords);
  const { day } = useDays();
  const columns: Column<TimelineRow>[] = [
    { id: 'study', head: say('study'), value: ({ study }) => study.title, cell: ({ study }) => study.title },
    { id: 'customer', head: say('customer'), value: ({ study }) => study.customer, cell: ({ study }) => study.customer ?? '–' },
    {
      id: 'left',
      head: say('left'),
      align: 'end',
      value: ({ daysLeft }) => daysLeft ?? Infinity,
      cell: ({ daysLeft }) => (daysLeft === null ? '–' : daysLeft < 0 ? say('expired') : daysLeft),
    },
    {
      id: 'lastDay',
      head: say('lastDay'),
      align: 'end',
      value: ({ study }) => study.expiresOn ?? 'z',
      cell: ({ study, state }) =>
        study.expiresOn ? day(addDays(study.expiresOn, -1), 'plain') : say(state === 'undated' ? 'undated' : 'endless'),
    },
    {
      id: 'costs',
      head: say('costs'),
      cell: ({ losses }) => (
        <span className={styles.costs}>
          {losses.map(({ name, leaves, needs }) => say('falls', { name: specializationName(name), leaves, needs })).join(', ') || '–'}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label={say('title')}
      columns={columns}
      rows={rows}
      rowId={({ study }) => study.id}
      rowLink={({ study }) => ({ to: '/studies/$id', params: { id: study.id } })}
    />
  );
}
