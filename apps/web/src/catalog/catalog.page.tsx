import type { Page as PageOf, SpecializationRow } from '@caseboard/contracts';
import { programmeWords } from '@caseboard/wording';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { downloadAddress, get } from '../platform/api';
import { useListState } from '../platform/list-state';
import { useMay } from '../platform/session';
import { programmeName } from '../platform/specialization-name';
import { useLanguage, useWords } from '../platform/words';
import { choicesOf } from '../ui/choices';
import { Button } from '../ui/button';
import { FilterChip } from '../ui/choose';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyState, Note } from '../ui/note';
import { PageFrame, PageHead, TextLink } from '../ui/page-frame';
import { Provenance, Tag } from '../ui/tag';
import { catalogWords } from './catalog.words';
import { OwnEntryForm } from './own-entry-form';
import styles from './catalog.module.css';

/** All entries of the catalog with the figures each asks and where they stand. */
export function Page() {
  const say = useWords(catalogWords);
  const may = useMay();
  const language = useLanguage();
  const state = useListState({ filters: ['programme', 'assumed', 'own', 'target', 'held', 'linked', 'path'], size: 200 });
  const { filters, set, search, sort } = state;
  const [adding, setAdding] = useState(false);
  const columns = useCatalogColumns();
  const { data, error, refetch } = useQuery({
    queryKey: ['specializations', 'list', state.query],
    queryFn: ({ signal }) => get<PageOf<SpecializationRow>>('/api/specializations', state.query, signal),
    placeholderData: (before) => before,
  });
  const assumed = data?.items.filter((row) => row.assumed > 0).length ?? 0;
  const yesNo = [
    { value: 'yes', label: say('yes') },
    { value: 'no', label: say('no') },
  ];
  const exported = (format: 'csv' | 'xlsx') =>
    downloadAddress('/api/specializations/export', { search, sort, ...filters, format, language });
  return (
    <PageFrame title={say('title')} width="wide">
      <PageHead
        title={say('title')}
        actions={
          <Button look="strong" icon="plus" cannot={!may('catalog.edit') && say('mayNot')} onClick={() => setAdding(true)}>
            {say('add')}
          </Button>
        }
      >
        {say('lead')}
      </PageHead>
      {assumed > 0 && !state.isFiltered && (
        <div className={styles.note}>
          <Note
            tone="warning"
            actions={
              <Button size="small" onClick={() => set({ assumed: 'yes' })}>
                {say('showAssumed')}
              </Button>
            }
          >
            {say('assumedNote', { count: assumed, all: data?.total ?? 0 })}
          </Note>
        </div>
      )}
      <DataTable
        label={say('title')}
        columns={columns}
        rows={data?.items}
        total={data?.total}
        rowId={(row) => row.code}
        rowLink={(row) => ({ to: '/specializations/$code', params: { code: row.code } })}
        state={state}
        error={error}
        retry={() => void refetch()}
        search={say('search')}
        filters={
          <>
            <FilterChip
              name={say('programme')}
              value={filters.programme}
              options={choicesOf(programmeWords[language])}
              onChange={(programme) => set({ programme })}
            />
            <FilterChip
              name={say('assumed')}
              value={filters.assumed}
              options={yesNo}
              single
              onChange={(value) => set({ assumed: value })}
            />
            <FilterChip name={say('linked')} value={filters.linked} options={yesNo} single onChange={(linked) => set({ linked })} />
            <FilterChip name={say('target')} value={filters.target} options={yesNo} single onChange={(target) => set({ target })} />
            <FilterChip name={say('own')} value={filters.own} options={yesNo} single onChange={(own) => set({ own })} />
          </>
        }
        exports={[
          { label: say('asXlsx'), href: exported('xlsx'), download: true },
          { label: say('asCsv'), href: exported('csv'), download: true },
        ]}
        empty={<EmptyState small title={say('noMatch')} actions={<Button onClick={state.clear}>{say('clear')}</Button>} />}
        tall
      />
      {adding && <OwnEntryForm onClose={() => setAdding(false)} />}
    </PageFrame>
  );
}

function useCatalogColumns(): Column<SpecializationRow>[] {
  const say = useWords(catalogWords);
  const language = useLanguage();
  return [
    {
      id: 'name',
      head: say('name'),
      sortable: true,
      cell: (row) => (
        <span className={styles.name}>
          <b>{row.name}</b>
          <small>{row.code}</small>
        </span>
      ),
    },
    {
      id: 'programme',
      head: say('programme'),
      sortable: true,
      wide: true,
      cell: (row) => programmeName(row.programme, language) || '–',
    },
    { id: 'studies', head: say('studies'), sortable: true, align: 'end', cell: (row) => row.requires.studies },
    { id: 'public', head: say('public'), align: 'end', wide: true, cell: (row) => row.requires.public },
    { id: 'freshness', head: say('freshness'), align: 'end', wide: true, cell: (row) => row.requires.freshnessMonths ?? say('never') },
    {
      id: 'services',
      head: say('services'),
      hidden: true,
      cell: (row) => row.requires.services.map((group) => group.join(' / ')).join('; ') || '–',
    },
    {
      id: 'assumed',
      head: say('provenance'),
      sortable: true,
      cell: (row) => (
        <span className={styles.provenance}>
          {row.assumed > 0 ? (
            <Provenance of="assumed">&nbsp;{row.assumed}</Provenance>
          ) : (
            <Provenance of={row.edited ? 'confirmed' : row.builtIn ? 'read' : 'unsourced'} />
          )}
          {!row.builtIn && <Tag>{say('ownTag')}</Tag>}
          {row.lifecycle.reported !== null && row.lifecycle.endsOn === null && <Tag outlined>{say('reported')}</Tag>}
        </span>
      ),
    },
    {
      id: 'linked',
      head: say('linkedHead'),
      sortable: true,
      align: 'end',
      cell: (row) =>
        row.linked > 0 ? (
          <TextLink to="/studies" search={{ specialization: row.code }}>
            {row.linked}
          </TextLink>
        ) : (
          0
        ),
    },
  ];
}
