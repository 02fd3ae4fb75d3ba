import type { likeCustomers } from '@caseboard/contracts';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { get } from '../platform/api';
import { useWords } from '../platform/words';
import { useSettled } from '../studies/study.queries';
import { Button } from '../ui/button';
import { Note } from '../ui/note';
import { TextLink } from '../ui/page-frame';
import { customerWords } from './customer.words';
import styles from './customers.module.css';

interface Props {
  name: string;
  /** `scheme number` of the first registration that is filled. */
  registration: string;
  /** The customer itself, while it is edited. */
  except?: string;
  partOf: string | null;
  onUnitOf: (id: string) => void;
}

const whys = { 'same-name': 'sameName', 'similar-name': 'similarName', 'same-registration': 'sameRegistration' } as const;

/** Who it could be already, while it is typed: a warning, never a merge (rules 2.7). */
export function LikeNote({ name, registration, except, partOf, onUnitOf }: Props) {
  const say = useWords(customerWords);
  const asked = useSettled(JSON.stringify({ name: name.trim(), registration: registration || undefined, except }), 250);
  const query = JSON.parse(asked) as { name: string; registration?: string; except?: string };
  const { data: like } = useQuery({
    queryKey: ['customers', 'like', asked],
    queryFn: ({ signal }) => get<z.infer<typeof likeCustomers>>('/api/customers/like', query, signal),
    enabled: query.name !== '' || query.registration !== undefined,
    placeholderData: (before) => before,
  });
  const unitOf = like?.unitOf?.id === partOf ? null : like?.unitOf;
  return (
    <>
      {like && like.candidates.length > 0 && (
        <Note tone="warning" live>
          {say('like')}
          <ul className={styles.candidates}>
            {like.candidates.slice(0, 4).map(({ id, legalName, why }) => (
              <li key={id}>
                <TextLink to="/customers/$id" params={{ id }}>
                  {legalName}
                </TextLink>
                <small>{say(whys[why as keyof typeof whys] ?? 'similarName')}</small>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {unitOf && (
        <Note
          tone="could"
          actions={
            <Button size="small" onClick={() => onUnitOf(unitOf.id)}>
              {say('asUnit')}
            </Button>
          }
        >
          {say('unit', { name: unitOf.legalName })}
        </Note>
      )}
    </>
  );
}
