import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Webhook } from '@caseboard/contracts';
import { get, patch, post, remove } from '../platform/api';

const key = ['webhooks'] as const;

export interface NewWebhook {
  name: string;
  url: string;
  privateAllowed: boolean;
}

export function useWebhooks() {
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await get<{ items: Webhook[] }>('/api/webhooks', undefined, signal)).items,
  });
}

export function useAddWebhook() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (webhook: NewWebhook) => post<Webhook & { secret: string }>('/api/webhooks', webhook),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

export type WebhookAct = { do: 'test' } | { do: 'remove' } | { do: 'change'; change: Partial<Pick<Webhook, 'active' | 'privateAllowed'>> };

export function useWebhookAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, ...act }: WebhookAct & { id: string }): Promise<void> => {
      if (act.do === 'test') await post(`/api/webhooks/${id}/test`);
      else if (act.do === 'remove') await remove(`/api/webhooks/${id}`);
      else await patch(`/api/webhooks/${id}`, act.change);
    },
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
