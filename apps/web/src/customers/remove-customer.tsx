import type { CustomerDetail } from '@caseboard/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { post, send, type Tagged } from '../platform/api';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useToast } from '../ui/toast';
import { documentOf } from './customer-facts';
import { CustomerRefusal } from './customer-refusal';
import { customerWords } from './customer.words';

/** Deletes a customer that nothing hangs on; the toast brings it back. */
export function RemoveCustomer({ customer: { value, etag }, onClose }: { customer: Tagged<CustomerDetail>; onClose: () => void }) {
  const say = useWords(customerWords);
  const navigate = useNavigate();
  const client = useQueryClient();
  const toast = useToast();
  const bringBack = useMutation({
    mutationFn: () => post('/api/customers', documentOf(value)),
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => toast({ text: say('notBack', { why: error.message }) }),
  });
  const remove = useMutation({
    mutationFn: () => send(`/api/customers/${encodeURIComponent(value.id)}`, { method: 'DELETE', ifMatch: etag }),
    onSuccess: async () => {
      await navigate({ to: '/customers' });
      await client.invalidateQueries();
      toast({ text: say('removed', { name: value.legalName }), undo: () => bringBack.mutate() });
    },
  });
  const own = value.studiesList.filter(({ customer }) => customer === value.id).length;
  const units = value.unitsList.length;
  const cannot = own + units > 0 && say('cannotRemove', { studies: own, units });
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('removeAsk', { name: value.legalName })}
      actions={
        <>
          <Button onClick={onClose}>{say('keep')}</Button>
          <Button look="danger" cannot={cannot} busy={remove.isPending} onClick={() => remove.mutate()}>
            {say('remove')}
          </Button>
        </>
      }
    >
      <p>{cannot || say('removeText')}</p>
      {remove.error ? <CustomerRefusal error={remove.error} /> : null}
    </Dialog>
  );
}
