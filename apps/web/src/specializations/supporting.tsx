import type { SpecializationPage } from '@caseboard/contracts';
import { visibilityWords } from '@caseboard/wording';
import { addDays } from '../platform/calendar';
import { useDays } from '../platform/day-text';
import { useSession } from '../platform/session';
import { useLanguage, useWords } from '../platform/words';
import { DataTable, type Column } from '../ui/data-table';
import { Mark } from '../ui/mark';
import { DaysBar } from '../ui/meter';
import { EmptyState } from '../ui/note';
import { Section } from '../ui/page-frame';
import { Avatar } from '../ui/tag';
import { specializationWords } from './specialization.words';
import styles from './specialization.module.css';

type Row = SpecializationPage['supporting'][number];

/** The studies that count on the day, with the days each has left. */
export function Supporting({ page }: { page: SpecializationPage }) {
  const say = useWords(specializationWords);
  const language = useLanguage();
  const { day } = useDays();
  const { organisation } = useSession();
  const of = (page.entry.requires.freshnessMonths ?? 18) * 30.4;
  const columns: Column<Row>[] = [
    {
      id: 'study',
      head: say('study'),
      value: (row) => row.customerName ?? row.title,
      cell: (row) => (
        <span className={styles.study}>
          <Mark of={row.daysLeft !== null && row.daysLeft < organisation.warningDays ? 'expires-soon' : 'counts'} />
          <span>
            <b>{row.customerName ?? row.title}</b>
            {row.customerName && <small>{row.title}</small>}
            {row.critical && <small className={styles.critical}>{say('isCritical')}</small>}
          </span>
        </span>
      ),
    },
    {
      id: 'visibility',
      head: say('visibility'),
      wide: true,
      cell: (row) => visibilityWords[language][row.visibility as keyof (typeof visibilityWords)['en']],
    },
    {
      id: 'remaining',
      head: say('remaining'),
      width: 190,
      value: (row) => row.daysLeft,
      cell: (row) =>
        row.daysLeft === null ? say('neverAges') : <DaysBar left={row.daysLeft} of={of} soon={organisation.warningDays} word />,
    },
    {
      id: 'through',
      head: say('through'),
      align: 'end',
      value: (row) => row.expiresOn ?? '',
      cell: (row) => (row.expiresOn ? day(addDays(row.expiresOn, -1), 'plain') : '–'),
    },
    {
      id: 'owner',
      head: '',
      align: 'end',
      width: 44,
      wide: true,
      cell: (row) => row.owner && <Avatar name={row.owner} label={`${say('owner')}: ${row.owner}`} />,
    },
  ];
  return (
    <Section title={say('supporting')} count={page.supporting.length}>
      <DataTable
        label={say('supporting')}
        columns={columns}
        rows={page.supporting}
        rowId={(row) => row.id}
        rowLink={(row) => ({ to: '/studies/$id', params: { id: row.id } })}
        empty={<EmptyState small title={say('noSupporting')} />}
        tall
      />
    </Section>
  );
}
