import type { changedCustomers, CustomerRow } from '@caseboard/contracts';
import { relationWords } from '@caseboard/wording';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { post } from '../platform/api';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SelectField } from '../ui/field';
import { ErrorNote } from '../ui/note';
import { Suggest } from '../ui/suggest';
import { useToast } from '../ui/toast';
import { countries, countryCode, countryName } from './country-name';
import { useIndustries } from './customer-fields';

const words = defineWords(
  {
    relation: 'Relation…',
    country: 'Country…',
    industry: 'Industry…',
    title:
      '{what, select, relation {Relation} country {Country} other {Industry}} of {count, plural, one {# customer} other {# customers}}',
    label: '{what, select, relation {Relation} country {Country} other {Industry}}',
    empty: 'Left empty, it is taken out.',
    cancel: 'Cancel',
    apply: 'Change',
    done: '{count, plural, one {# customer} other {# customers}} changed',
    mayNot: 'A manager or administrator edits customers.',
  },
  {
    relation: '关系…',
    country: '国家…',
    industry: '行业…',
    title: '{count} 个客户的{what, select, relation {关系} country {国家} other {行业}}',
    label: '{what, select, relation {关系} country {国家} other {行业}}',
    empty: '留空则清除。',
    cancel: '取消',
    apply: '更改',
    done: '已更改 {count} 个客户',
    mayNot: '客户由经理或管理员编辑。',
  },
);

const fields = ['relation', 'country', 'industry'] as const;
type Field = (typeof fields)[number];
type Change = { id: string } & Partial<Record<Field, string | null>>;

interface Props {
  /** The picked ones. */
  rows: readonly CustomerRow[];
  mayEdit: boolean;
  onDone: () => void;
}

/** One fact of all picked customers at once, all or nothing, with its undo. */
export function BulkActions({ rows, mayEdit, onDone }: Props) {
  const say = useWords(words);
  const toast = useToast();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Field | null>(null);
  const [value, setValue] = useState('');
  const language = useLanguage();
  const send = useMutation({
    mutationFn: (changes: readonly Change[]) => post<z.infer<typeof changedCustomers>>('/api/customers/bulk', { changes }),
    onSuccess: () => client.invalidateQueries(),
  });
  const ask = (field: Field) => {
    const [first] = rows;
    const isSame = rows.every((row) => row[field] === first?.[field]);
    const now = (isSame ? first?.[field] : null) ?? (field === 'relation' ? 'external' : '');
    setValue(field === 'country' ? countryName(now, language) : now);
    send.reset();
    setAsking(field);
  };
  const apply = (field: Field) => {
    const next = field === 'country' ? countryCode(value, language) : value.trim();
    const back = rows.map((row) => ({ id: row.id, [field]: row[field] }));
    send.mutate(
      rows.map(({ id }) => ({ id, [field]: next || null })),
      {
        onSuccess: ({ changed }) => {
          setAsking(null);
          onDone();
          toast({ text: say('done', { count: changed }), undo: () => send.mutate(back) });
        },
      },
    );
  };
  return (
    <>
      {fields.map((field) => (
        <Button key={field} size="small" cannot={!mayEdit && say('mayNot')} onClick={() => ask(field)}>
          {say(field)}
        </Button>
      ))}
      {asking && (
        <Dialog
          open
          onClose={() => setAsking(null)}
          title={say('title', { what: asking, count: rows.length })}
          actions={
            <>
              <Button onClick={() => setAsking(null)}>{say('cancel')}</Button>
              <Button look="strong" busy={send.isPending} onClick={() => apply(asking)}>
                {say('apply')}
              </Button>
            </>
          }
        >
          {send.error ? <ErrorNote error={send.error} /> : null}
          <FieldOf field={asking} value={value} onChange={setValue} />
        </Dialog>
      )}
    </>
  );
}

function FieldOf({ field, value, onChange }: { field: Field; value: string; onChange: (value: string) => void }) {
  const say = useWords(words);
  const language = useLanguage();
  const industries = useIndustries();
  const label = say('label', { what: field });
  if (field === 'relation') {
    const choices = Object.entries(relationWords[language]).map(([key, word]) => ({ value: key, label: word }));
    return <SelectField label={label} value={value} choices={choices} onChange={onChange} />;
  }
  return (
    <Suggest
      label={label}
      help={say('empty')}
      text={value}
      options={field === 'country' ? countries(language) : industries}
      onText={onChange}
      onChoose={(option) => onChange(option.label)}
    />
  );
}
