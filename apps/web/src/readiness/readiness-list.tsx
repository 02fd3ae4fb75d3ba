import type { SpecializationReadiness } from '@caseboard/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../platform/day-text';
import { useMissingText } from '../platform/missing-text';
import { programmeName, specializationName } from '../platform/specialization-name';
import { useLanguage, useWords } from '../platform/words';
import { DataTable, type Column } from '../ui/data-table';
import { Mark } from '../ui/mark';
import { Meter } from '../ui/meter';
import { EmptyState } from '../ui/note';
import { TextLink } from '../ui/page-frame';
import { readinessPageWords } from './readiness.words';
import styles from './readiness.module.css';

type Row = SpecializationReadiness;
const rank = { 'at-risk': 0, ready: 1, 'not-ready': 2 } as const;

interface Props {
  rows: readonly Row[] | undefined;
  error: unknown;
  retry: () => void;
  /** Said where there is nothing yet; absent, a filter left nothing. */
  empty?: ReactNode;
}

/** Targets first, then what has a study; of each what is lost soonest. */
export function soonestFirst(rows: readonly Row[]): Row[] {
  return [...rows].sort(
    (a, b) =>
      Number(!a.target) - Number(!b.target) ||
      Number(a.linked === 0) - Number(b.linked === 0) ||
      rank[a.status] - rank[b.status] ||
      (a.readyThrough ?? 'z').localeCompare(b.readyThrough ?? 'z'),
  );
}

/** Every specialization with what it has, what is missing and until when. */
export function ReadinessList({ rows, error, retry, empty }: Props) {
  const say = useWords(readinessPageWords);
  const language = useLanguage();
  const { day } = useDays();
  const missingText = useMissingText();
  const columns: Column<Row>[] = [
    {
      id: 'name',
      head: say('name'),
      value: (row) => specializationName(row.name),
      cell: (row) => (
        <span className={styles.name}>
          <Mark of={row.status} soft={!row.target} />
          <span className={row.target ? styles.isTarget : undefined}>{specializationName(row.name)}</span>
        </span>
      ),
    },
    {
      id: 'programme',
      head: say('programme'),
      wide: true,
      value: (row) => row.programme,
      cell: (row) => programmeName(row.programme, language),
    },
    {
      id: 'studies',
      head: say('studies'),
      value: (row) => row.supporting.length - row.needs.studies,
      cell: (row) => (
        <TextLink to="/studies" search={{ supports: row.code }}>
          <Meter have={row.supporting.length} needs={row.needs.studies} status={row.status} soft={!row.target} />
        </TextLink>
      ),
    },
    {
      id: 'public',
      head: say('public'),
      align: 'end',
      wide: true,
      value: (row) => row.publicSupporting,
      cell: (row) => (row.needs.public > 0 ? `${row.publicSupporting}/${row.needs.public}` : row.publicSupporting),
    },
    {
      id: 'spare',
      head: say('spare'),
      align: 'end',
      wide: true,
      value: (row) => row.spare,
      cell: (row) => (row.spare < 0 ? '–' : row.spare),
    },
    { id: 'missing', head: say('missing'), cell: ({ missing }) => missingText(missing) },
    {
      id: 'through',
      head: say('through'),
      align: 'end',
      value: (row) => row.readyThrough ?? `z${row.becomesReadyOn ?? 'z'}`,
      cell: (row) =>
        row.readyThrough === 'open'
          ? say('openEnd')
          : row.readyThrough
            ? day(row.readyThrough, 'plain')
            : row.becomesReadyOn
              ? say('becomes', { day: day(row.becomesReadyOn, 'plain') })
              : '–',
    },
  ];
  return (
    <DataTable
      label={say('title')}
      columns={columns}
      rows={rows && soonestFirst(rows)}
      rowId={(row) => row.code}
      rowLink={(row) => ({ to: '/specializations/$code', params: { code: row.code } })}
      error={error}
      retry={retry}
      empty={empty ?? <EmptyState small title={say('noSpecialization')} />}
    />
  );
}
