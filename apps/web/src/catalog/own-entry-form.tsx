import type { SpecializationRow } from '@caseboard/contracts';
import { programmeWords } from '@caseboard/wording';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../platform/api';
import { useLanguage, useWords } from '../platform/words';
import { choicesOf } from '../ui/choices';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Check, SelectField, TextField } from '../ui/field';
import { ErrorNote, faultText } from '../ui/note';
import { catalogWords } from './catalog.words';
import styles from './catalog.module.css';

/** The least an entry needs; the rest is edited on its page. */
export function OwnEntryForm({ onClose }: { onClose: () => void }) {
  const say = useWords(catalogWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [entry, setEntry] = useState({
    code: '',
    name: '',
    programme: 'competency',
    studies: '4',
    public: '2',
    months: '18',
    diagram: true,
  });
  const change = (part: Partial<typeof entry>) => setEntry((old) => ({ ...old, ...part }));
  const add = useMutation({
    mutationFn: () =>
      post<SpecializationRow>('/api/specializations', {
        code: entry.code.trim(),
        name: entry.name.trim(),
        programme: entry.programme,
        requires: {
          studies: number(entry.studies),
          public: number(entry.public),
          freshnessMonths: entry.months.trim() === '' ? null : number(entry.months),
          diagram: entry.diagram,
        },
      }),
    onSuccess: async ({ code }) => {
      await client.invalidateQueries();
      await navigate({ to: '/specializations/$code', params: { code } });
    },
  });
  const fault = (path: string) => faultText(add.error, path);
  return (
    <Dialog
      open
      stubborn
      at="side"
      onClose={onClose}
      title={say('addTitle')}
      actions={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="strong" busy={add.isPending} onClick={() => add.mutate()}>
            {say('save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{say('addLead')}</p>
        {add.error ? (
          <ErrorNote error={add.error} shownPaths={['code', 'name', 'requires.studies', 'requires.public', 'requires.freshnessMonths']} />
        ) : null}
        <TextField
          label={say('name')}
          value={entry.name}
          maxLength={255}
          error={fault('name')}
          onChange={(event) => change({ name: event.target.value })}
        />
        <TextField
          label={say('code')}
          help={say('codeHelp')}
          value={entry.code}
          maxLength={100}
          error={fault('code')}
          onChange={(event) => change({ code: event.target.value })}
        />
        <SelectField
          label={say('programme')}
          value={entry.programme}
          choices={choicesOf(programmeWords[language])}
          onChange={(programme) => change({ programme })}
        />
        <TextField
          label={say('studies')}
          inputMode="numeric"
          value={entry.studies}
          error={fault('requires.studies')}
          onChange={(event) => change({ studies: event.target.value })}
        />
        <TextField
          label={say('public')}
          inputMode="numeric"
          value={entry.public}
          error={fault('requires.public')}
          onChange={(event) => change({ public: event.target.value })}
        />
        <TextField
          label={say('months')}
          help={say('monthsHelp')}
          inputMode="numeric"
          value={entry.months}
          error={fault('requires.freshnessMonths')}
          onChange={(event) => change({ months: event.target.value })}
        />
        <Check label={say('diagram')} checked={entry.diagram} onChange={(event) => change({ diagram: event.target.checked })} />
      </div>
    </Dialog>
  );
}

/** A whole number, or the text itself for the API to refuse by name. */
const number = (text: string): number | string => (/^\d+$/.test(text.trim()) ? Number(text) : text);
