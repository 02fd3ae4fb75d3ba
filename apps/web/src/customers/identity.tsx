import type { CustomerDetail } from '@caseboard/contracts';
import { registrationWords, relationWords } from '@caseboard/wording';
import type { ReactNode } from 'react';
import { useLanguage, useWords, type Language } from '../platform/words';
import { Section, TextLink } from '../ui/page-frame';
import { countryName } from './country-name';
import { customerWords } from './customer.words';
import styles from './customers.module.css';

/** What names a customer, tells it apart, and what it belongs to. */
export function Identity({ customer }: { customer: CustomerDetail }) {
  const say = useWords(customerWords);
  const language = useLanguage();
  const { aliases, notNames, registrations, relation, country, industry } = customer;
  // Rules 2.6: a unit's own relation counts only where it has no legal entity.
  const isOfEntity = customer.kind === 'unit' && customer.legalEntity !== null;
  const rows: [string, ReactNode][] = [
    [say('entity'), <Entity key="entity" customer={customer} />],
    ...(customer.partOf === null ? [] : [[say('part'), <Chain key="chain" customer={customer} />] as [string, ReactNode]]),
    [say('relation'), isOfEntity ? say('asEntity') : relationWords[language][relation]],
    [say('country'), country && <Filtered by="country" value={country} text={countryName(country, language)} />],
    [say('industry'), industry && <Filtered by="industry" value={industry} text={industry} />],
    [say('registrations'), registrations.length > 0 && <Lines of={registrations.map((each) => registrationText(each, language))} />],
    [say('aliases'), aliases.length > 0 && <Lines of={aliases} />],
    ...(notNames.length > 0 ? [[say('notNames'), <Lines key="not" of={notNames} />] as [string, ReactNode]] : []),
  ];
  return (
    <Section title={say('identity')}>
      <dl className={styles.identity}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || <span className={styles.none}>{say('notGiven')}</span>}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Entity({ customer: { id, legalEntity } }: { customer: CustomerDetail }) {
  const say = useWords(customerWords);
  if (!legalEntity) return <>{say('noEntity')}</>;
  if (legalEntity.id === id) return <>{say('itself')}</>;
  return (
    <TextLink to="/customers/$id" params={{ id: legalEntity.id }}>
      {legalEntity.name ?? legalEntity.id}
    </TextLink>
  );
}

/** All above it up to the legal entity; a subsidiary is its own, and only names its parent. */
function Chain({ customer: { partOf, partOfName, chain } }: { customer: CustomerDetail }) {
  const above = chain.slice(1);
  const shown = above.length > 0 ? above : [{ id: partOf ?? '', name: partOfName }];
  return (
    <ul>
      {shown.map(({ id, name }) => (
        <li key={id}>
          <TextLink to="/customers/$id" params={{ id }}>
            {name ?? id}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

function Filtered({ by, value, text }: { by: 'country' | 'industry'; value: string; text: string }) {
  return (
    <TextLink to="/customers" search={{ [by]: value } as never}>
      {text}
    </TextLink>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function registrationText({ scheme, number }: { scheme: string; number: string }, language: Language): string {
  const [kind = '', country] = scheme.split(':');
  const name = (registrationWords[language] as Readonly<Record<string, string>>)[kind] ?? kind;
  return [name, country, number].filter(Boolean).join(' ');
}
