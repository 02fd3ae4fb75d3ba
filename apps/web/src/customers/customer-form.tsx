import type { CustomerDetail, likeCustomers } from '@caseboard/contracts';
import { customerKindWords, relationWords } from '@caseboard/wording';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { get, getWithEtag, isStale, patch, post, type Tagged } from '../platform/api';
import { useLanguage, useWords } from '../platform/words';
import { CustomerChoice } from '../studies/customer-choice';
import { useSettled } from '../studies/study.queries';
import { Button, ButtonLink } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SelectField, TextArea, TextField } from '../ui/field';
import { ErrorNote, faultText, Note } from '../ui/note';
import { useToast } from '../ui/toast';
import { customerWords } from './customer.words';
import styles from './customers.module.css';

interface Props {
  /** Absent: a new customer. */
  customer?: Tagged<CustomerDetail>;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** All facts of a customer in a panel; a like name is a warning with the candidates, never a merge (rules 2.7). */
export function CustomerForm({ customer, onClose, onSaved }: Props) {
  const say = useWords(customerWords);
  const language = useLanguage();
  const toast = useToast();
  const client = useQueryClient();
  const stored = customer?.value;
  const [facts, setFacts] = useState(() => factsOf(stored));
  const [etag, setEtag] = useState(customer?.etag);
  const [theirs, setTheirs] = useState<CustomerDetail | null>(null);
  const change = (part: Partial<typeof facts>) => setFacts((old) => ({ ...old, ...part }));
  const save = useMutation({
    mutationFn: async () =>
      stored
        ? (await patch<CustomerDetail>(`/api/customers/${encodeURIComponent(stored.id)}`, toBody(facts), etag)).value
        : post<CustomerDetail>('/api/customers', toBody(facts)),
    onSuccess: async ({ id, legalName }) => {
      await client.invalidateQueries();
      toast({ text: say('saved', { name: legalName }) });
      onSaved(id);
      onClose();
    },
    onError: async (error) => {
      if (!stored || !isStale(error)) return;
      const now = await getWithEtag<CustomerDetail>(`/api/customers/${encodeURIComponent(stored.id)}`);
      setTheirs(now.value);
      setEtag(now.etag);
    },
  });
  const { error } = save;
  return (
    <Dialog
      open
      stubborn
      at="side"
      onClose={onClose}
      title={stored ? stored.legalName : say('create')}
      actions={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            look="strong"
            busy={save.isPending}
            cannot={facts.legalName.trim() === '' && say('legalName')}
            onClick={() => save.mutate()}
          >
            {say('save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {theirs && isStale(error) ? (
          <Note tone="warning" live>
            {say('stale')} <b>{say('theirs', { name: theirs.legalName })}</b>
          </Note>
        ) : error ? (
          <ErrorNote error={error} shownPaths={['legalName', 'aliases', 'notNames', 'registrations', 'country', 'industry', 'partOf']} />
        ) : null}
        <TextField
          label={say('legalName')}
          value={facts.legalName}
          maxLength={255}
          error={faultText(error, 'legalName')}
          onChange={(event) => change({ legalName: event.target.value })}
        />
        {!stored && <Like name={facts.legalName} onUnitOf={(partOf) => change({ kind: 'unit', partOf })} />}
        <TextArea
          label={say('aliases')}
          optional
          rows={2}
          help={say('aliasesHelp')}
          value={facts.aliases}
          error={faultText(error, 'aliases')}
          onChange={(event) => change({ aliases: event.target.value })}
        />
        <TextArea
          label={say('notNames')}
          optional
          rows={2}
          help={say('notNamesHelp')}
          value={facts.notNames}
          error={faultText(error, 'notNames')}
          onChange={(event) => change({ notNames: event.target.value })}
        />
        <SelectField
          label={say('kind')}
          value={facts.kind}
          choices={options(customerKindWords[language])}
          onChange={(kind) => change({ kind: kind as 'unit' })}
        />
        <div>
          <p className={styles.partLabel}>{say('part')}</p>
          <CustomerChoice value={facts.partOf} onChange={(partOf) => change({ partOf })} error={faultText(error, 'partOf')} />
        </div>
        <SelectField
          label={say('relation')}
          value={facts.relation}
          choices={options(relationWords[language])}
          onChange={(relation) => change({ relation: relation as 'external' })}
        />
        <TextField
          label={say('industry')}
          optional
          value={facts.industry}
          maxLength={255}
          error={faultText(error, 'industry')}
          onChange={(event) => change({ industry: event.target.value })}
        />
        <TextField
          label={say('country')}
          optional
          value={facts.country}
          maxLength={255}
          error={faultText(error, 'country')}
          onChange={(event) => change({ country: event.target.value })}
        />
        <TextArea
          label={say('registrations')}
          optional
          rows={2}
          help={say('registrationsHelp')}
          value={facts.registrations}
          error={faultText(error, 'registrations')}
          onChange={(event) => change({ registrations: event.target.value })}
        />
      </div>
    </Dialog>
  );
}

/** Who it could be already, while the name is typed. */
function Like({ name, onUnitOf }: { name: string; onUnitOf: (id: string) => void }) {
  const say = useWords(customerWords);
  const asked = useSettled(name.trim(), 250);
  const { data: like } = useQuery({
    queryKey: ['customers', 'like', asked],
    queryFn: ({ signal }) => get<z.infer<typeof likeCustomers>>('/api/customers/like', { name: asked }, signal),
    enabled: asked !== '',
  });
  const unitOf = like?.unitOf;
  return (
    <>
      {like && like.candidates.length > 0 && (
        <Note tone="warning" live>
          {say('like')}
          <span className={styles.candidates}>
            {like.candidates.slice(0, 4).map(({ id, legalName }) => (
              <ButtonLink key={id} size="small" to="/customers/$id" params={{ id }}>
                {say('openIt', { name: legalName })}
              </ButtonLink>
            ))}
          </span>
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

function factsOf(stored: CustomerDetail | undefined) {
  return {
    legalName: stored?.legalName ?? '',
    aliases: stored?.aliases.join('\n') ?? '',
    notNames: stored?.notNames.join('\n') ?? '',
    kind: stored?.kind ?? ('legal-entity' as const),
    partOf: stored?.partOf ?? null,
    relation: stored?.relation ?? ('external' as const),
    industry: stored?.industry ?? '',
    country: stored?.country ?? '',
    registrations: stored?.registrations.map(({ scheme, number }) => `${scheme} ${number}`).join('\n') ?? '',
  };
}

function toBody(facts: ReturnType<typeof factsOf>): Record<string, unknown> {
  return {
    ...facts,
    legalName: facts.legalName.trim(),
    aliases: linesOf(facts.aliases),
    notNames: linesOf(facts.notNames),
    industry: facts.industry.trim() || null,
    country: facts.country.trim() || null,
    registrations: linesOf(facts.registrations).map((line) => {
      const at = line.search(/\s/);
      return at < 0
        ? { scheme: line, number: '' }
        : {
            scheme: line
              .slice(0, at)
              .toLowerCase()
              .replace(/^company-number:(\w+)$/, (_, country: string) => `company-number:${country.toUpperCase()}`),
            number: line.slice(at).trim(),
          };
    }),
  };
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));
