import type { ReportRow } from '@caseboard/contracts';
import { useDays } from '../platform/day-text';
import { useListState } from '../platform/list-state';
import { useMay } from '../platform/session';
import { useWords } from '../platform/words';
import { ButtonLink } from '../ui/button';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyState } from '../ui/note';
import { PageFrame, PageHead } from '../ui/page-frame';
import { Tag } from '../ui/tag';
import { issuedWords } from './issued.words';
import { useReports } from './report.queries';
import { reportScreenWords } from './report.words';
import styles from './report.module.css';

/** The reports as they were issued, newest first. */
export function Page() {
  const say = useWords(issuedWords);
  const screen = useWords(reportScreenWords);
  const may = useMay();
  const state = useListState();
  const { data, error, refetch } = useReports({ page: state.page, size: state.size });
  return (
    <PageFrame title={say('reports')} crumbs={[{ label: screen('name'), link: { to: '/report' } }]}>
      <PageHead
        title={say('reports')}
        actions={
          <>
            {may('report.settings') && (
              <ButtonLink to="/settings" hash="report" icon="clock">
                {say('schedule')}
              </ButtonLink>
            )}
            <ButtonLink to="/report" look="strong">
              {say('current')}
            </ButtonLink>
          </>
        }
      >
        {say('lead')}
      </PageHead>
      <DataTable
        label={say('reports')}
        columns={useColumns()}
        rows={data?.items}
        total={data?.total}
        state={state}
        rowId={(row) => String(row.number)}
        rowLink={(row) => ({ to: '/reports/$number', params: { number: String(row.number) } })}
        error={error}
        retry={() => void refetch()}
        empty={
          <EmptyState title={say('none')} actions={<ButtonLink to="/report">{say('current')}</ButtonLink>}>
            {say('noneText')}
          </EmptyState>
        }
      />
    </PageFrame>
  );
}

function useColumns(): Column<ReportRow>[] {
  const say = useWords(issuedWords);
  const { day, moment } = useDays();
  return [
    { id: 'number', head: say('number'), cell: ({ number }) => say('numbered', { number }) },
    { id: 'span', head: say('span'), cell: ({ from, to }) => say('days', { from: day(from), to: day(to) }) },
    { id: 'state', head: say('state'), cell: (row) => <State row={row} /> },
    { id: 'on', head: say('on'), cell: ({ issuedAt, requestedAt }) => moment(issuedAt ?? requestedAt) },
    { id: 'by', head: say('by'), cell: ({ issuedBy }) => issuedBy ?? say('bySchedule') },
    { id: 'hash', head: say('hash'), wide: true, cell: ({ hash }) => hash && <span className={styles.hash}>{hash.slice(0, 12)}</span> },
  ];
}

function State({ row: { state, progress } }: { row: ReportRow }) {
  const say = useWords(issuedWords);
  if (state === 'making') return <>{say('making', { percent: Math.floor(progress * 100) })}</>;
  return state === 'issued' ? <>{say('issued')}</> : <Tag tone="not">{say('failed')}</Tag>;
}
