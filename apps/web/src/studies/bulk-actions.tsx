import type { changedStudies, Page, StudyRow } from '@caseboard/contracts';
import { visibilityWords } from '@caseboard/wording';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { post } from '../platform/api';
import { useLanguage, useWords } from '../platform/words';
import { choicesOf } from '../ui/choices';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SelectField } from '../ui/field';
import { ErrorNote } from '../ui/note';
import { useToast } from '../ui/toast';
import { OwnerField } from './owner-field';
import { studiesWords } from './studies.words';

type Action =
  { kind: 'set-owner'; owner: string | null } | { kind: 'set-visibility'; visibility: string } | { kind: 'retire' | 'activate' | 'draft' };
type Changed = z.infer<typeof changedStudies>;

/** Changes of all picked studies at once, all or nothing, each with its undo. */
export function BulkActions({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const say = useWords(studiesWords);
  const language = useLanguage();
  const toast = useToast();
  const client = useQueryClient();
  const [asking, setAsking] = useState<'owner' | 'visibility' | null>(null);
  const [owner, setOwner] = useState<string | null>(null);
  const [visibility, setVisibility] = useState('private');
  const send = useMutation({
    mutationFn: ({ studies, action }: { studies: readonly string[]; action: Action }) =>
      post<Changed>('/api/studies/bulk', { ids: studies, action }),
    onSuccess: () => client.invalidateQueries(),
  });
  /** The way back: one call for each value the studies had. */
  const back = (before: Map<string, string[]>, actionOf: (value: string) => Action) => async () => {
    for (const [value, studies] of before) await send.mutateAsync({ studies, action: actionOf(value) });
  };
  const run = (action: Action, text: string, undo?: () => Promise<void>) =>
    send.mutate(
      { studies: ids, action },
      {
        onSuccess: () => {
          setAsking(null);
          onDone();
          toast({ text, undo: undo && (() => void undo()) });
        },
      },
    );
  const picked = rowsSeen(client, ids);
  const retire = () => {
    const active = picked.filter(({ status }) => status === 'active').map(({ id }) => id);
    run(
      { kind: 'retire' },
      say('retired', { count: ids.length }),
      async () => void (await send.mutateAsync({ studies: active, action: { kind: 'activate' } })),
    );
  };
  const activate = () => {
    const was = groupBy(
      picked.filter(({ status }) => status !== 'active'),
      (row) => row.status,
    );
    run(
      { kind: 'activate' },
      say('activated', { count: ids.length }),
      back(was, (value) => ({ kind: value === 'retired' ? 'retire' : 'draft' })),
    );
  };
  const saveOwner = () =>
    run(
      { kind: 'set-owner', owner },
      say('owned', { count: ids.length }),
      back(
        groupBy(picked, (row) => row.owner ?? ''),
        (value) => ({ kind: 'set-owner', owner: value || null }),
      ),
    );
  const saveVisibility = () =>
    run(
      { kind: 'set-visibility', visibility },
      say('seen', { count: ids.length }),
      back(
        groupBy(picked, (row) => row.visibility),
        (value) => ({ kind: 'set-visibility', visibility: value }),
      ),
    );
  return (
    <>
      <Button size="small" onClick={() => setAsking('owner')}>
        {say('setOwner')}
      </Button>
      <Button size="small" onClick={() => setAsking('visibility')}>
        {say('setVisibility')}
      </Button>
      <Button size="small" busy={send.isPending} onClick={retire}>
        {say('retire')}
      </Button>
      <Button size="small" busy={send.isPending} onClick={activate}>
        {say('activate')}
      </Button>
      {asking === null && send.error ? <ErrorNote error={send.error} /> : null}
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={say(asking === 'visibility' ? 'setVisibility' : 'setOwner')}
        actions={
          <>
            <Button onClick={() => setAsking(null)}>{say('cancel')}</Button>
            <Button look="strong" busy={send.isPending} onClick={asking === 'visibility' ? saveVisibility : saveOwner}>
              {say('apply')}
            </Button>
          </>
        }
      >
        {send.error ? <ErrorNote error={send.error} /> : null}
        {asking === 'owner' && <OwnerField value={owner} onChange={setOwner} />}
        {asking === 'visibility' && (
          <SelectField
            label={say('visibility')}
            value={visibility}
            choices={choicesOf(visibilityWords[language])}
            onChange={setVisibility}
          />
        )}
      </Dialog>
    </>
  );
}

/** The rows as they were last read, on whatever page of the list they were picked. */
function rowsSeen(client: QueryClient, ids: readonly string[]): StudyRow[] {
  const lists = client.getQueriesData<Page<StudyRow>>({ queryKey: ['studies'] });
  const byId = new Map(lists.flatMap(([, list]) => (list?.items ?? []).map((row): [string, StudyRow] => [row.id, row])));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function groupBy(rows: readonly StudyRow[], keyOf: (row: StudyRow) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row.id]);
  return groups;
}
