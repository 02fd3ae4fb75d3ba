import type { CustomerDetail } from '@caseboard/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { getWithEtag, isStale, patch, post, type Tagged } from '../platform/api';
import { useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useToast } from '../ui/toast';
import { bodyOf, differing, factsOf } from './customer-facts';
import { CustomerFields } from './customer-fields';
import { CustomerRefusal } from './customer-refusal';
import { customerWords } from './customer.words';
import { StaleNote } from './stale-note';

interface Props {
  /** Absent: a new customer. */
  customer?: Tagged<CustomerDetail>;
  /** The customer that a new one is a unit of. */
  unitOf?: string;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** A customer in a panel, new or edited; nobody's edit is overwritten unseen. */
export function CustomerForm({ customer, unitOf, onClose, onSaved }: Props) {
  const say = useWords(customerWords);
  const language = useLanguage();
  const toast = useToast();
  const client = useQueryClient();
  const stored = customer?.value;
  const [first] = useState(() => ({ ...factsOf(stored, language), ...(unitOf && { kind: 'unit' as const, partOf: unitOf }) }));
  const [facts, setFacts] = useState(first);
  const [etag, setEtag] = useState(customer?.etag);
  const [theirs, setTheirs] = useState<CustomerDetail | null>(null);
  const form = useId();
  const address = `/api/customers/${encodeURIComponent(stored?.id ?? '')}`;
  const save = useMutation({
    mutationFn: async () =>
      stored
        ? (await patch<CustomerDetail>(address, bodyOf(facts, language), etag)).value
        : post<CustomerDetail>('/api/customers', bodyOf(facts, language)),
    onSuccess: async ({ id, legalName }) => {
      await client.invalidateQueries();
      toast({ text: say('saved', { name: legalName }) });
      onClose();
      onSaved(id);
    },
    onError: async (error) => {
      if (!stored || !isStale(error)) return;
      const now = await getWithEtag<CustomerDetail>(address);
      setTheirs(now.value);
      setEtag(now.etag);
    },
  });
  const isUnchanged = stored !== undefined && differing(first, facts).length === 0 && !theirs;
  const cannot = facts.legalName.trim() === '' ? say('needsName') : isUnchanged && say('nothingChanged');
  return (
    <Dialog
      open
      stubborn
      at="side"
      width={560}
      onClose={onClose}
      title={stored ? say('editTitle', { name: stored.legalName }) : say(unitOf ? 'createUnit' : 'create')}
      actions={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button type="submit" form={form} look="strong" busy={save.isPending} cannot={cannot}>
            {say('save')}
          </Button>
        </>
      }
    >
      {theirs ? (
        <StaleNote
          base={first}
          theirs={factsOf(theirs, language)}
          mine={facts}
          onTake={(part) => setFacts((old) => ({ ...old, ...part }))}
        />
      ) : null}
      {save.error && !isStale(save.error) ? <CustomerRefusal error={save.error} /> : null}
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!cannot && !save.isPending) save.mutate();
        }}
      >
        <CustomerFields id={stored?.id} facts={facts} error={save.error} onChange={(part) => setFacts((old) => ({ ...old, ...part }))} />
      </form>
    </Dialog>
  );
}
