import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ImportRow } from '@caseboard/contracts';
import { formatCount, importStateWords } from '@caseboard/wording';
import { useDays } from '../platform/day-text';
import { useLanguage, useWords } from '../platform/words';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyState } from '../ui/note';
import { Pager } from '../ui/pager';
import { Tag } from '../ui/tag';
import { importWords } from './import.words';
import { pageSize, useImports } from './import.queries';

/** Earlier imports, newest first. */
export function ImportsTable() {
  const say = useWords(importWords);
  const language = useLanguage();
  const days = useDays();
  const navigate = useNavigate();
  const { page: asked } = useSearch({ strict: false }) as { page?: string };
  const page = Math.max(1, Number(asked) || 1);
  const { data, error, refetch } = useImports(page);
  const number = (id: 'created' | 'changed' | 'refused'): Column<ImportRow> => ({
    id,
    head: say(id),
    align: 'end',
    wide: true,
    cell: ({ counts }) => formatCount(counts[id]),
  });
  const columns: Column<ImportRow>[] = [
    { id: 'file', head: say('file'), cell: (row) => row.name || '–' },
    {
      id: 'state',
      head: say('state'),
      cell: (row) => (
        <Tag dot outlined={row.state === 'undone'} tone={row.state === 'committed' ? 'ready' : 'neutral'}>
          {importStateWords[language][row.state]}
        </Tag>
      ),
    },
    number('created'),
    number('changed'),
    number('refused'),
    { id: 'by', head: say('by'), wide: true, cell: (row) => row.by },
    { id: 'when', head: say('when'), align: 'end', cell: (row) => days.moment(row.committedAt ?? row.at) },
  ];
  return (
    <>
      <DataTable
        label={say('earlier')}
        columns={columns}
        rows={data?.items}
        rowId={(row) => row.id}
        rowLink={(row) => ({ to: '/import', search: { id: row.id, page: undefined } as never })}
        error={error}
        retry={() => void refetch()}
        empty={<EmptyState small title={say('noEarlier')} />}
      />
      {data && data.total > pageSize && (
        <Pager
          page={page}
          size={pageSize}
          total={data.total}
          onPage={(next) =>
            void navigate({
              to: '.',
              search: (old: Record<string, string | undefined>) => ({ ...old, page: next > 1 ? String(next) : undefined }),
            })
          }
        />
      )}
    </>
  );
}
