import type { CustomerDetail } from '@caseboard/contracts';
import { customerKindWords, lifeCycleWords, registrationWords, relationWords, visibilityWords } from '@caseboard/wording';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { getWithEtag, send, type Tagged } from '../platform/api';
import { useLanguage, useWords } from '../platform/words';
import { Button, ButtonLink } from '../ui/button';
import { DataTable, type Column } from '../ui/data-table';
import { Dialog } from '../ui/dialog';
import { EmptyState, ErrorNote } from '../ui/note';
import { PageFrame, PageHead, Section, TextLink } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { Tag } from '../ui/tag';
import { useToast } from '../ui/toast';
import { CustomerForm } from './customer-form';
import { customerWords } from './customer.words';
import styles from './customers.module.css';

export function Page() {
  const say = useWords(customerWords);
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    queryKey: ['customers', 'detail', id],
    queryFn: ({ signal }) => getWithEtag<CustomerDetail>(`/api/customers/${encodeURIComponent(id)}`, undefined, signal),
    retry: false,
  });
  return (
    <PageFrame
      title={data?.value.legalName ?? say('customer')}
      crumbs={[{ label: say('title'), link: { to: '/customers' } }]}
      aside={data && <Identity customer={data.value} />}
    >
      {error ? <ErrorNote error={error} retry={() => void refetch()} /> : data ? <Content customer={data} /> : <StrokeRows rows={6} />}
    </PageFrame>
  );
}

function Content({ customer }: { customer: Tagged<CustomerDetail> }) {
  const say = useWords(customerWords);
  const language = useLanguage();
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null);
  const { value } = customer;
  const holder = value.studiesList.find(({ status }) => status === 'active');
  return (
    <>
      <PageHead
        title={value.legalName}
        beside={
          <>
            <Tag>{customerKindWords[language][value.kind]}</Tag>
            {value.relation !== 'external' && <Tag outlined>{relationWords[language][value.relation]}</Tag>}
          </>
        }
        actions={
          <>
            <Button icon="edit" cannot={!value.mayEdit && say('mayNot')} onClick={() => setDoing('edit')}>
              {say('edit')}
            </Button>
            <Button look="quiet" cannot={!value.mayEdit && say('mayNot')} onClick={() => setDoing('remove')}>
              {say('remove')}
            </Button>
          </>
        }
      >
        {holder
          ? say.rich('holds', {
              study: (
                <TextLink to="/studies/$id" params={{ id: holder.id }}>
                  {holder.title || holder.id}
                </TextLink>
              ),
            })
          : say('open')}
      </PageHead>
      <Section
        title={say('studiesTitle')}
        count={value.studiesList.length}
        beside={
          <ButtonLink size="small" to="/studies/new" search={{ customer: value.id }}>
            {say('newStudy')}
          </ButtonLink>
        }
      >
        <StudiesOf customer={value} />
      </Section>
      <Section title={say('unitsTitle')} count={value.unitsList.length}>
        {value.unitsList.length === 0 ? (
          <EmptyState small title={say('noUnits')} />
        ) : (
          <ul className={styles.units}>
            {value.unitsList.map((unit) => (
              <li key={unit.id}>
                <TextLink to="/customers/$id" params={{ id: unit.id }}>
                  {unit.legalName}
                </TextLink>
                <small>{customerKindWords[language][unit.kind]}</small>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {doing === 'edit' && <CustomerForm customer={customer} onClose={() => setDoing(null)} onSaved={() => undefined} />}
      {doing === 'remove' && <RemoveDialog customer={customer} onClose={() => setDoing(null)} />}
    </>
  );
}

type StudyOf = CustomerDetail['studiesList'][number];

function StudiesOf({ customer }: { customer: CustomerDetail }) {
  const say = useWords(customerWords);
  const language = useLanguage();
  const columns: Column<StudyOf>[] = [
    { id: 'title', head: say('studies'), value: (row) => row.title, cell: (row) => row.title || row.id },
    { id: 'status', head: '', cell: (row) => <Tag dot>{lifeCycleWords[language][row.status as 'draft']}</Tag> },
    { id: 'visibility', head: '', wide: true, cell: (row) => visibilityWords[language][row.visibility as 'public'] },
  ];
  return (
    <DataTable
      label={say('studiesTitle')}
      columns={columns}
      rows={customer.studiesList}
      rowId={(row) => row.id}
      rowLink={(row) => ({ to: '/studies/$id', params: { id: row.id } })}
      empty={<EmptyState small title={say('noStudies')} />}
    />
  );
}

/** What names it and what it belongs to. */
function Identity({ customer }: { customer: CustomerDetail }) {
  const say = useWords(customerWords);
  const language = useLanguage();
  const { legalEntity, chain, aliases, notNames, registrations, relation, country, industry } = customer;
  const rows: [string, ReactNode][] = [
    [
      say('entity'),
      legalEntity ? (
        legalEntity.id === customer.id ? (
          say('itself')
        ) : (
          <TextLink to="/customers/$id" params={{ id: legalEntity.id }}>
            {legalEntity.name ?? legalEntity.id}
          </TextLink>
        )
      ) : (
        say('noEntity')
      ),
    ],
    [
      say('chain'),
      customer.partOfName
        ? chain
            .slice(1)
            .map(({ name }) => name)
            .join(' → ') || customer.partOfName
        : say('none'),
    ],
    [say('relation'), relationWords[language][relation]],
    [say('industry'), industry ?? say('none')],
    [say('country'), country ?? say('none')],
    [say('aliases'), aliases.join(', ') || say('none')],
    ...(notNames.length > 0 ? [[say('notNames'), notNames.join(', ')] as [string, ReactNode]] : []),
    [
      say('registrations'),
      registrations.length === 0
        ? say('none')
        : registrations.map(({ scheme, number }) => `${schemeName(scheme, language)} ${number}`).join(', '),
    ],
  ];
  return (
    <Section title={say('identity')}>
      <dl className={styles.identity}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function schemeName(scheme: string, language: 'en' | 'zh'): string {
  const [kind, country] = scheme.split(':');
  const name = (registrationWords[language] as Readonly<Record<string, string>>)[kind ?? ''] ?? scheme;
  return country ? `${name} ${country}` : name;
}

function RemoveDialog({ customer: { value, etag }, onClose }: { customer: Tagged<CustomerDetail>; onClose: () => void }) {
  const say = useWords(customerWords);
  const navigate = useNavigate();
  const client = useQueryClient();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: () => send(`/api/customers/${encodeURIComponent(value.id)}`, { method: 'DELETE', ifMatch: etag }),
    onSuccess: async () => {
      await navigate({ to: '/customers' });
      await client.invalidateQueries();
      toast({ text: say('removed', { name: value.legalName }) });
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('removeAsk', { name: value.legalName })}
      actions={
        <>
          <Button onClick={onClose}>{say('keep')}</Button>
          <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {say('remove')}
          </Button>
        </>
      }
    >
      <p>{say('removeText')}</p>
      {remove.error ? <ErrorNote error={remove.error} /> : null}
    </Dialog>
  );
}
