import { customerFieldWords, customerKindWords, relationWords } from '@caseboard/wording';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CustomerDetail, likeCustomers } from '@caseboard/contracts';
import { useState } from 'react';
import type { z } from 'zod';
import { get, post } from '../platform/api';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { choicesOf } from '../ui/choices';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { ErrorNote, faultText, Note } from '../ui/note';
import { useSettled } from './study.queries';
import styles from './new-study.module.css';

const words = defineWords(
  {
    title: 'New customer',
    like: 'Is it one of these already?',
    use: 'Use {name}',
    unit: 'It reads like a part of {name}.',
    asUnit: 'Make it a unit of {name}',
    add: 'Add the customer',
    cancel: 'Cancel',
    unitOf: 'Part of {name}',
    same: 'same name',
    similar: 'similar name',
    registration: 'same registration',
  },
  {
    title: '新客户',
    like: '是否已是以下客户之一？',
    use: '使用 {name}',
    unit: '看起来是{name}的一部分。',
    asUnit: '设为{name}的分支',
    add: '添加客户',
    cancel: '取消',
    unitOf: '隶属{name}',
    same: '名称相同',
    similar: '名称相似',
    registration: '登记号相同',
  },
);

type Like = z.infer<typeof likeCustomers>;

/** A customer made on the spot: three facts, and first those that it could be already (rules 2.7: a warning, never a merge). */
export function NewCustomer({ name, onDone, onCancel }: { name: string; onDone: (id: string) => void; onCancel: () => void }) {
  const say = useWords(words);
  const language = useLanguage();
  const client = useQueryClient();
  const [legalName, setLegalName] = useState(name);
  const [relation, setRelation] = useState('external');
  const [industry, setIndustry] = useState('');
  const [parent, setParent] = useState<{ id: string; legalName: string } | null>(null);
  const asked = useSettled(legalName.trim(), 250);
  const { data: like } = useQuery({
    queryKey: ['customers', 'like', asked],
    queryFn: ({ signal }) => get<Like>('/api/customers/like', { name: asked }, signal),
    enabled: asked !== '',
  });
  const add = useMutation({
    mutationFn: () =>
      post<CustomerDetail>('/api/customers', {
        legalName: legalName.trim(),
        kind: parent ? 'unit' : 'legal-entity',
        partOf: parent?.id ?? null,
        relation,
        industry: industry.trim() || null,
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['customers'] });
      onDone(id);
    },
  });
  const why = { 'same-name': say('same'), 'similar-name': say('similar'), 'same-registration': say('registration') } as const;
  return (
    <div className={styles.newCustomer} role="group" aria-label={say('title')}>
      <b>{say('title')}</b>
      {like && like.candidates.length > 0 && (
        <Note tone="warning" live>
          {say('like')}
          <span className={styles.candidates}>
            {like.candidates.slice(0, 4).map((candidate) => (
              <Button key={candidate.id} size="small" onClick={() => onDone(candidate.id)}>
                {say('use', { name: candidate.legalName })} <small>{why[candidate.why as keyof typeof why] ?? candidate.why}</small>
              </Button>
            ))}
          </span>
        </Note>
      )}
      {like?.unitOf && !parent && (
        <Note
          tone="could"
          actions={
            <Button size="small" onClick={() => setParent(like.unitOf)}>
              {say('asUnit', { name: like.unitOf.legalName })}
            </Button>
          }
        >
          {say('unit', { name: like.unitOf.legalName })}
        </Note>
      )}
      <TextField
        label={customerFieldWords[language].legalName}
        value={legalName}
        onChange={(event) => setLegalName(event.target.value)}
        error={faultText(add.error, 'legalName')}
        maxLength={255}
      />
      <div className={styles.pair}>
        <SelectField
          label={customerFieldWords[language].kind}
          value={parent ? 'unit' : 'legal-entity'}
          choices={[
            { value: 'legal-entity', label: customerKindWords[language]['legal-entity'] },
            ...(parent
              ? [{ value: 'unit', label: `${customerKindWords[language].unit} · ${say('unitOf', { name: parent.legalName })}` }]
              : []),
          ]}
          onChange={(kind) => kind === 'legal-entity' && setParent(null)}
        />
        <SelectField
          label={customerFieldWords[language].relation}
          value={relation}
          choices={choicesOf(relationWords[language])}
          onChange={setRelation}
        />
        <TextField
          label={customerFieldWords[language].industry}
          optional
          value={industry}
          onChange={(event) => setIndustry(event.target.value)}
          error={faultText(add.error, 'industry')}
          maxLength={255}
        />
      </div>
      {add.error ? <ErrorNote error={add.error} shownPaths={['legalName', 'industry']} /> : null}
      <div className={styles.buttons}>
        <Button
          busy={add.isPending}
          onClick={() => add.mutate()}
          cannot={legalName.trim() === '' && customerFieldWords[language].legalName}
        >
          {say('add')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}
