import type { MailRow } from '@caseboard/contracts';
import { mailKindWords, mailStateWords } from '@caseboard/wording';
import { useDays } from '../platform/day-text';
import { useListState } from '../platform/list-state';
import { useMay } from '../platform/session';
import { useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { choicesOf } from '../ui/choices';
import { FilterChip } from '../ui/choose';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyState, ErrorNote } from '../ui/note';
import { PageFrame, PageHead } from '../ui/page-frame';
import { Tag } from '../ui/tag';
import { useToast } from '../ui/toast';
import { MailServerNote } from './mail-server-note';
import { stateTones, useMails, useMailServer, useTestMail } from './mail.queries';
import { mailWords } from './mail.words';
import styles from './mails.module.css';

/** What was sent, waits or failed: everybody's for those who may read it, else one's own. */
export function Page() {
  const say = useWords(mailWords);
  const may = useMay();
  const language = useLanguage();
  const all = may('mail.read-all');
  const state = useListState({ filters: ['state', 'kind', 'mine'], sort: '-createdAt' });
  const { filters, set } = state;
  const { data, error, refetch } = useMails(all ? state.query : { ...state.query, mine: 'true' });
  const title = say(all && filters.mine !== 'true' ? 'title' : 'own');
  return (
    <PageFrame title={title} width="wide">
      <PageHead title={title} actions={may('mail.manage') && <TestMail />}>
        {say(all ? 'lead' : 'ownLead')}
      </PageHead>
      <MailServerNote />
      <DataTable
        label={title}
        columns={useMailColumns()}
        rows={data?.items}
        total={data?.total}
        rowId={(row) => row.id}
        rowLink={(row) => ({ to: '/mails/$id', params: { id: row.id } })}
        state={state}
        error={error}
        retry={() => void refetch()}
        filters={
          <>
            <FilterChip
              name={say('state')}
              value={filters.state}
              options={choicesOf(mailStateWords[language])}
              onChange={(value) => set({ state: value })}
            />
            <FilterChip
              name={say('kind')}
              value={filters.kind}
              options={choicesOf(mailKindWords[language])}
              onChange={(kind) => set({ kind })}
            />
            {all && (
              <FilterChip
                name={say('onlyMine')}
                value={filters.mine}
                options={[{ value: 'true', label: say('yes') }]}
                single
                onChange={(mine) => set({ mine })}
              />
            )}
          </>
        }
        empty={
          state.isFiltered ? (
            <EmptyState small title={say('noMatch')} actions={<Button onClick={state.clear}>{say('clear')}</Button>} />
          ) : (
            <EmptyState title={say('empty')}>{say('emptyText')}</EmptyState>
          )
        }
        tall
      />
    </PageFrame>
  );
}

function TestMail() {
  const say = useWords(mailWords);
  const toast = useToast();
  const { data: server } = useMailServer();
  const test = useTestMail();
  return (
    <>
      <Button
        icon="mail"
        busy={test.isPending}
        onClick={() => test.mutate(undefined, { onSuccess: () => toast({ text: say(server?.configured ? 'tested' : 'testKept') }) })}
      >
        {say('test')}
      </Button>
      {test.error && <ErrorNote error={test.error} />}
    </>
  );
}

function useMailColumns(): Column<MailRow>[] {
  const say = useWords(mailWords);
  const kind = useWords(mailKindWords);
  const state = useWords(mailStateWords);
  const { moment } = useDays();
  return [
    {
      id: 'subject',
      head: say('subject'),
      cell: (row) => (
        <span className={styles.subject}>
          <b>{row.subject ?? say(row.kind === 'webhook' ? 'message' : 'noSubject')}</b>
          <small>{kind(row.kind)}</small>
        </span>
      ),
    },
    { id: 'to', head: say('to'), sortable: true, cell: (row) => row.toName ?? row.to ?? say('none') },
    {
      id: 'state',
      head: say('state'),
      sortable: true,
      cell: (row) => (
        <span className={styles.state}>
          <Tag dot tone={stateTones[row.state]}>
            {state(row.state)}
          </Tag>
          {row.lastError && row.state === 'failed' && <small title={row.lastError}>{row.lastError}</small>}
        </span>
      ),
    },
    { id: 'alerts', head: say('alerts'), align: 'end', width: 72, wide: true, cell: (row) => row.alerts },
    { id: 'attempts', head: say('attempts'), align: 'end', width: 84, wide: true, cell: (row) => row.attempts },
    { id: 'createdAt', head: say('made'), sortable: true, align: 'end', wide: true, cell: (row) => moment(row.createdAt) },
    { id: 'sentAt', head: say('sent'), sortable: true, align: 'end', cell: (row) => (row.sentAt ? moment(row.sentAt) : say('none')) },
  ];
}
