import type { CustomerRow, Page } from '@caseboard/contracts';
import { customerKindWords, relationWords } from '@caseboard/wording';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { get } from '../platform/api';
import { useLanguage, useWords } from '../platform/words';
import { CustomerChoice } from '../studies/customer-choice';
import { useCustomer } from '../studies/study.queries';
import { choicesOf } from '../ui/choices';
import { Segmented } from '../ui/choose';
import { SelectField, TextArea, TextField } from '../ui/field';
import { faultText } from '../ui/note';
import { Suggest } from '../ui/suggest';
import { countries } from './country-name';
import { filledRows, schemeOf, type CustomerFacts } from './customer-facts';
import { customerWords } from './customer.words';
import { LikeNote } from './like-note';
import { RegistrationRows } from './registration-rows';
import styles from './customers.module.css';

interface Props {
  /** The customer's id while it is edited. */
  id?: string;
  facts: CustomerFacts;
  error: unknown;
  onChange: (part: Partial<CustomerFacts>) => void;
}

/** All facts of a customer: who it is, what it belongs to, what tells it apart, what it is called. */
export function CustomerFields({ id, facts, error, onChange }: Props) {
  const say = useWords(customerWords);
  const language = useLanguage();
  const industries = useIndustries();
  const places = useMemo(() => countries(language), [language]);
  const [first] = filledRows(facts);
  const isUnit = facts.kind === 'unit';
  return (
    <div className={styles.form}>
      <TextField
        label={say('legalName')}
        value={facts.legalName}
        maxLength={255}
        autoComplete="off"
        error={faultText(error, 'legalName')}
        onChange={(event) => onChange({ legalName: event.target.value })}
      />
      <LikeNote
        name={facts.legalName}
        registration={first && !isUnit ? `${schemeOf(first.scheme, first.country)} ${first.number}` : ''}
        except={id}
        partOf={facts.partOf}
        onUnitOf={(partOf) => onChange({ kind: 'unit', partOf })}
      />
      <Belonging facts={facts} error={error} onChange={onChange} />
      <SelectField
        label={say('relationTo')}
        help={say(isUnit ? 'relationOfUnit' : facts.relation === 'external' ? 'relationHelp' : 'relationInside')}
        value={facts.relation}
        choices={choicesOf(relationWords[language])}
        onChange={(relation) => onChange({ relation: relation as CustomerFacts['relation'] })}
      />
      <div className={styles.two}>
        <Suggest
          label={say('country')}
          optional
          text={facts.country}
          options={places}
          error={faultText(error, 'country')}
          onText={(country) => onChange({ country })}
          onChoose={({ label }) => onChange({ country: label })}
        />
        <Suggest
          label={say('industry')}
          optional
          text={facts.industry}
          options={industries}
          error={faultText(error, 'industry')}
          onText={(industry) => onChange({ industry })}
          onChoose={({ value }) => onChange({ industry: value })}
        />
      </div>
      <RegistrationRows
        rows={facts.registrations}
        help={say(isUnit ? 'registrationsOfUnit' : 'registrationsHelp')}
        faultOf={(place) => faultText(error, `registrations[${place}]`)}
        onChange={(registrations) => onChange({ registrations })}
      />
      <TextArea
        label={say('aliases')}
        optional
        rows={2}
        help={say('aliasesHelp')}
        value={facts.aliases}
        error={faultText(error, 'aliases')}
        onChange={(event) => onChange({ aliases: event.target.value })}
      />
      <TextArea
        label={say('notNames')}
        optional
        rows={2}
        help={say('notNamesHelp')}
        value={facts.notNames}
        error={faultText(error, 'notNames')}
        onChange={(event) => onChange({ notNames: event.target.value })}
      />
    </div>
  );
}

/** An entity of its own or a unit of one, and what that means for the place of its active study. */
function Belonging({ facts, error, onChange }: Omit<Props, 'id'>) {
  const say = useWords(customerWords);
  const language = useLanguage();
  const { data: parent } = useCustomer(facts.partOf);
  const isUnit = facts.kind === 'unit';
  const entity = parent?.legalEntity?.name;
  const partHelp = !isUnit
    ? say('partHelpEntity')
    : facts.partOf === null || !parent
      ? say('partHelpUnit')
      : entity
        ? say('shares', { name: entity })
        : say('noEntityAbove');
  return (
    <div className={styles.belonging}>
      <div>
        <p className={styles.partLabel}>{say('kind')}</p>
        <Segmented
          label={say('kind')}
          value={facts.kind}
          options={Object.entries(customerKindWords[language]).map(([value, label]) => ({ value: value as CustomerFacts['kind'], label }))}
          onChange={(kind) => onChange({ kind })}
        />
        <p className={styles.help}>{say(isUnit ? 'unitHelp' : 'entityHelp')}</p>
      </div>
      <CustomerChoice
        label={say('part')}
        optional={!isUnit}
        value={facts.partOf}
        onChange={(partOf) => onChange({ partOf })}
        error={faultText(error, 'partOf')}
        help={partHelp}
      />
    </div>
  );
}

/** The industries that other customers have, so that one is not written in two ways. */
export function useIndustries() {
  const { data } = useQuery({
    queryKey: ['customers', 'industries'],
    queryFn: ({ signal }) => get<Page<CustomerRow>>('/api/customers', { size: 200, sort: 'industry' }, signal),
    staleTime: 60_000,
  });
  const names = [...new Set((data?.items ?? []).flatMap(({ industry }) => industry ?? []))];
  return names.map((name) => ({ value: name, label: name }));
}
