import type { CustomerDetail } from '@caseboard/contracts';
import { customerKindWords, relationWords } from '@caseboard/wording';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { getWithEtag, type Tagged } from '../platform/api';
import { useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/note';
import { PageFrame, PageHead, TextLink } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { Tag } from '../ui/tag';
import { CustomerForm } from './customer-form';
import { StudiesOf, UnitsOf } from './customer-lists';
import { customerWords } from './customer.words';
import { Identity } from './identity';
import { RemoveCustomer } from './remove-customer';

/** One customer: who holds its place, its studies and units, and who it is. */
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
      hiddenHeading={!data}
    >
      {error ? (
        <ErrorNote error={error} retry={() => void refetch()} />
      ) : data ? (
        <Content key={id} customer={data} />
      ) : (
        <StrokeRows rows={6} />
      )}
    </PageFrame>
  );
}

function Content({ customer }: { customer: Tagged<CustomerDetail> }) {
  const say = useWords(customerWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<'edit' | 'remove' | 'unit' | null>(null);
  const { value } = customer;
  const cannot = !value.mayEdit && say('mayNot');
  const close = () => setDoing(null);
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
            <Button icon="edit" cannot={cannot} onClick={() => setDoing('edit')}>
              {say('edit')}
            </Button>
            <Button look="quiet" cannot={cannot} onClick={() => setDoing('remove')}>
              {say('removeIt')}
            </Button>
          </>
        }
      >
        <Place customer={value} />
      </PageHead>
      <StudiesOf customer={value} />
      <UnitsOf customer={value} cannot={cannot} onAdd={() => setDoing('unit')} />
      {doing === 'edit' && <CustomerForm customer={customer} onClose={close} onSaved={() => undefined} />}
      {doing === 'unit' && (
        <CustomerForm unitOf={value.id} onClose={close} onSaved={(id) => void navigate({ to: '/customers/$id', params: { id } })} />
      )}
      {doing === 'remove' && <RemoveCustomer customer={customer} onClose={close} />}
    </>
  );
}

/** Which study holds the place of the legal entity (rules 2.4), or that it is free, or that there is none. */
function Place({ customer: { id, legalEntity, activeStudy } }: { customer: CustomerDetail }) {
  const say = useWords(customerWords);
  if (!legalEntity) return say('noPlace');
  const entity = legalEntity.name ?? legalEntity.id;
  const isOwn = legalEntity.id === id;
  if (!activeStudy) return isOwn ? say('open') : say('openOf', { entity });
  return say.rich(isOwn ? 'holds' : 'holdsOf', {
    entity,
    study: (
      <TextLink to="/studies/$id" params={{ id: activeStudy.id }}>
        {activeStudy.title || activeStudy.id}
      </TextLink>
    ),
  });
}
