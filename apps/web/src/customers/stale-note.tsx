import { customerKindWords, registrationWords, relationWords } from '@caseboard/wording';
import { useLanguage, useWords, type Language } from '../platform/words';
import { useCustomer } from '../studies/study.queries';
import { Button } from '../ui/button';
import { Note } from '../ui/note';
import { differing, type CustomerFacts } from './customer-facts';
import { customerWords } from './customer.words';
import styles from './customers.module.css';

interface Props {
  /** As it was when the form was opened. */
  base: CustomerFacts;
  theirs: CustomerFacts;
  mine: CustomerFacts;
  onTake: (part: Partial<CustomerFacts>) => void;
}

const labels = { partOf: 'part' } as const;

/** Somebody else saved meanwhile: what they changed, field by field, each to be taken over or written over. */
export function StaleNote({ base, theirs, mine, onTake }: Props) {
  const say = useWords(customerWords);
  const language = useLanguage();
  const { data: parent } = useCustomer(theirs.partOf);
  const fields = differing(base, theirs);
  return (
    <Note tone="warning" live>
      {say('stale')}
      <ul className={styles.theirs}>
        {fields.map((field) => {
          const isTaken = JSON.stringify(theirs[field]) === JSON.stringify(mine[field]);
          const value = field === 'partOf' ? (parent?.legalName ?? theirs.partOf ?? '') : textOf(field, theirs, language);
          return (
            <li key={field}>
              <span>
                {say(field in labels ? labels[field as 'partOf'] : (field as Exclude<typeof field, 'partOf'>))}:{' '}
                <b>{value || say('emptyValue')}</b>
              </span>
              {isTaken ? (
                <small>{say('taken')}</small>
              ) : (
                <Button size="small" onClick={() => onTake({ [field]: theirs[field] })}>
                  {say('take')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Note>
  );
}

function textOf(field: keyof CustomerFacts, facts: CustomerFacts, language: Language): string {
  if (field === 'kind') return customerKindWords[language][facts.kind];
  if (field === 'relation') return relationWords[language][facts.relation];
  if (field !== 'registrations') return String(facts[field] ?? '').replaceAll('\n', ', ');
  const words: Readonly<Record<string, string>> = registrationWords[language];
  return facts.registrations.map(({ scheme, country, number }) => [words[scheme], country, number].filter(Boolean).join(' ')).join(', ');
}
