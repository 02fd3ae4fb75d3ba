import { useQuery } from '@tanstack/react-query';
import type { CustomerRow, Page } from '@caseboard/contracts';
import { useState, type ReactNode } from 'react';
import { get } from '../platform/api';
import { useMay } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { Suggest } from '../ui/suggest';
import { NewCustomer } from './new-customer';
import { useCustomer, useSettled } from './study.queries';

const words = defineWords(
  {
    label: 'Customer',
    placeholder: 'Legal name or another name of the customer',
    partOf: 'part of {name}',
    create: 'New customer “{name}”…',
    chosen: 'Choose one from the list, or make a new one.',
    ask: '“{name}” is not among the customers. A manager adds customers; ask one of them.',
  },
  {
    label: '客户',
    placeholder: '客户的法定名称或别名',
    partOf: '隶属{name}',
    create: '新建客户“{name}”…',
    chosen: '请从列表中选择，或新建一个。',
    ask: '客户中没有“{name}”。客户由经理添加，请联系其中一位。',
  },
);

interface Props {
  /** "Customer" when absent. */
  label?: string;
  optional?: boolean;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: ReactNode;
  /** Below the field once a customer is chosen. */
  help?: ReactNode;
  readOnly?: boolean;
}

/** Finds the customer by any of its names; a new one is made on the spot, after a look at those with a like name. */
export function CustomerChoice({ label, optional, value, onChange, error, help, readOnly }: Props) {
  const say = useWords(words);
  const may = useMay();
  const { data: chosen } = useCustomer(value);
  const [typed, setTyped] = useState<string | null>(null);
  const [creating, setCreating] = useState<string | null>(null);
  const [stopped, setStopped] = useState(false);
  const search = useSettled((typed ?? '').trim(), 200);
  const { data: found } = useQuery({
    queryKey: ['customers', 'choice', search],
    queryFn: ({ signal }) => get<Page<CustomerRow>>('/api/customers', { search, size: 12, sort: 'legalName' }, signal),
    placeholderData: (before) => before,
    enabled: !readOnly,
  });
  const text = typed ?? chosen?.legalName ?? value ?? '';
  const options = (found?.items ?? []).map((row) => ({
    value: row.id,
    label: row.legalName,
    beside: row.partOfName ? say('partOf', { name: row.partOfName }) : (row.country ?? undefined),
  }));
  const isNew = typed !== null && typed.trim() !== '' && !options.some(({ label }) => label.toLowerCase() === typed.trim().toLowerCase());
  const choose = (id: string | null) => {
    setTyped(null);
    setCreating(null);
    setStopped(false);
    onChange(id);
  };
  return (
    <div>
      <Suggest
        label={label ?? say('label')}
        optional={optional}
        text={text}
        placeholder={say('placeholder')}
        found
        options={readOnly ? [] : options}
        error={stopped ? say('chosen') : error}
        unclear={typed !== null && say('chosen')}
        onStopped={() => setStopped(true)}
        help={
          typed === null || stopped
            ? help
            : isNew && options.length === 0 && !may('customer.edit')
              ? say('ask', { name: typed.trim() })
              : say('chosen')
        }
        onText={(next) => {
          if (readOnly) return;
          setTyped(next);
          setCreating(null);
          if (next.trim() === '') choose(null);
        }}
        onChoose={(option) => choose(option.value)}
        create={
          isNew && may('customer.edit')
            ? { label: say('create', { name: typed.trim() }), onClick: () => setCreating(typed.trim()) }
            : undefined
        }
      />
      {creating !== null && <NewCustomer name={creating} onDone={choose} onCancel={() => setCreating(null)} />}
    </div>
  );
}
