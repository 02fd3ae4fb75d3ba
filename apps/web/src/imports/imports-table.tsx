import type { ImportRow } from '@caseboard/contracts';
import { importStateWords } from '@caseboard/wording';
import { useDays } from '../platform/day-text';
import { useLanguage, useWords } from '../platform/words';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyState } from '../ui/note';
import { Tag } from '../ui/tag';
import { importWords } from './import.words';
import { useImports } from './import.queries';

/** Earlier imports, newest first. */
export function ImportsTable() {
  const say = useWords(importWords);
  const language = useLanguage();
  const days = useDays();
  const { data, error, refetch } = useImports();
  const columns: Column<ImportRow>[] = [
    { id: 'file', head: say('file'), cell: (row) => row.name || '–' },
    { id: 'state', head: say('state'), cell: (row) => <Tag dot>{importStateWords[language][row.state]}</Tag> },
    {
      id: 'what',
      head: say('what'),
      align: 'end',
      cell: (row) => say('counts', { created: row.counts.created, changed: row.counts.changed }),
    },
    { id: 'by', head: say('by'), wide: true, cell: (row) => row.by },
    { id: 'when', head: say('when'), align: 'end', cell: (row) => days.moment(row.committedAt ?? row.at) },
  ];
  return (
    <DataTable
      label={say('earlier')}
      columns={columns}
      rows={data?.items}
      rowId={(row) => row.id}
      rowLink={(row) => ({ to: '/import', search: { id: row.id } as never })}
      error={error}
      retry={() => void refetch()}
      empty={<EmptyState small title={say('noEarlier')} />}
    />
  );
}
