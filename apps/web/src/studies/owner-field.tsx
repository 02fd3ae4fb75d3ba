import { useQuery } from '@tanstack/react-query';
import type { Page, Person } from '@caseboard/contracts';
import { studyFieldWords } from '@caseboard/wording';
import type { ReactNode } from 'react';
import { get } from '../platform/api';
import { useMay, useSession } from '../platform/session';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Suggest } from '../ui/suggest';

const words = defineWords(
  { placeholder: 'An e-mail address', help: 'Is told what is missing, and may edit this study.', me: 'me' },
  { placeholder: '电子邮件地址', help: '会收到缺项提醒，并可编辑此案例。', me: '我' },
);

/** People who could own a study: those with an account who may edit, as far as one may see them, and oneself. */
export function useOwners(): { value: string; label: string; beside?: string }[] {
  const say = useWords(words);
  const may = useMay();
  const { person } = useSession();
  const { data } = useQuery({
    queryKey: ['people', 'owners'],
    queryFn: ({ signal }) => get<Page<Person>>('/api/people', { size: 200 }, signal),
    enabled: may('people.read'),
    staleTime: 60_000,
  });
  const others = (data?.items ?? []).filter(({ email, active, role }) => active && role !== 'leader' && email !== person.email);
  return [
    ...(person.role === 'leader' ? [] : [{ value: person.email, label: person.email, beside: say('me') }]),
    ...others.map(({ email, name }) => ({ value: email, label: email, beside: name })),
  ];
}

/** The owner by address; any address is allowed, since people may join later. */
export function OwnerField({
  value,
  onChange,
  error,
  readOnly,
}: {
  value: string | null;
  onChange: (owner: string | null) => void;
  error?: ReactNode;
  readOnly?: boolean;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const owners = useOwners();
  return (
    <Suggest
      label={studyFieldWords[language].owner}
      optional
      text={value ?? ''}
      placeholder={say('placeholder')}
      options={readOnly ? [] : owners}
      help={say('help')}
      error={error}
      onText={(text) => !readOnly && onChange(text || null)}
      onChoose={(option) => onChange(option.value)}
    />
  );
}
