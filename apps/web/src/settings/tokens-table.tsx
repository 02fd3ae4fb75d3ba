import { useState } from 'react';
import { useDays } from '../platform/day-text';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { DataTable, type Column } from '../ui/data-table';
import { SelectField, TextField } from '../ui/field';
import { EmptyState, ErrorNote, Note } from '../ui/note';
import { useCreateToken, useRemoveToken, useTokens, type Token } from './account.queries';
import styles from './settings.module.css';

const words = defineWords(
  {
    name: 'Name',
    nameHint: 'What it is for',
    expires: 'Until',
    used: 'Last used',
    never: 'never',
    remove: 'Withdraw',
    make: 'Make a token',
    lasts: 'Lasts',
    days: '{days} days',
    none: 'No tokens',
    fresh: 'Copy it now: it is not shown again.',
    token: 'The token',
  },
  {
    name: '名称',
    nameHint: '用途',
    expires: '有效至',
    used: '最近使用',
    never: '从未',
    remove: '吊销',
    make: '生成令牌',
    lasts: '有效期',
    days: '{days} 天',
    none: '尚无令牌',
    fresh: '请立即复制，之后不再显示。',
    token: '令牌',
  },
);

export function TokensTable({ label }: { label: string }) {
  const say = useWords(words);
  const days = useDays();
  const tokens = useTokens();
  const removal = useRemoveToken();
  const columns: Column<Token>[] = [
    { id: 'name', head: say('name'), cell: (token) => token.name || '–' },
    { id: 'expires', head: say('expires'), cell: (token) => days.moment(token.expiresAt) },
    { id: 'used', head: say('used'), cell: (token) => (token.lastUsedAt ? days.moment(token.lastUsedAt) : say('never')) },
    {
      id: 'remove',
      head: '',
      align: 'end',
      cell: (token) => (
        <Button look="link" onClick={() => removal.mutate(token.id)}>
          {say('remove')}
        </Button>
      ),
    },
  ];
  return (
    <>
      {removal.error && <ErrorNote error={removal.error} />}
      <DataTable
        label={label}
        columns={columns}
        rows={tokens.data}
        rowId={(token) => token.id}
        error={tokens.error}
        retry={() => void tokens.refetch()}
        empty={<EmptyState small title={say('none')} />}
      />
      <NewToken />
    </>
  );
}

function NewToken() {
  const say = useWords(words);
  const [name, setName] = useState('');
  const [length, setLength] = useState('90');
  const create = useCreateToken();
  return (
    <>
      <form
        className={styles.inline}
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ name: name.trim() || undefined, days: Number(length) }, { onSuccess: () => setName('') });
        }}
      >
        <TextField
          label={say('name')}
          placeholder={say('nameHint')}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={say('lasts')}
          value={length}
          onChange={setLength}
          choices={['30', '90', '365'].map((days) => ({ value: days, label: say('days', { days }) }))}
        />
        <Button type="submit" busy={create.isPending}>
          {say('make')}
        </Button>
      </form>
      {create.error && <ErrorNote error={create.error} />}
      {create.data && (
        <div role="status">
          <Note tone="done">
            {say('fresh')}
            <span className={styles.token}>
              <input readOnly value={create.data.token} aria-label={say('token')} onFocus={(event) => event.target.select()} />
              <CopyButton text={create.data.token} />
            </span>
          </Note>
        </div>
      )}
    </>
  );
}
