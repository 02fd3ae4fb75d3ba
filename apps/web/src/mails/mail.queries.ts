import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MailDetail, MailRow, MailServer, MailState, Page } from '@caseboard/contracts';
import { get, post, type Query } from '../platform/api';
import { useMay } from '../platform/session';

export const stateTones: { readonly [S in MailState]: 'neutral' | 'ready' | 'risk' | 'not' } = {
  waiting: 'neutral',
  sending: 'neutral',
  sent: 'ready',
  kept: 'ready',
  failed: 'not',
  'given-up': 'risk',
  withdrawn: 'neutral',
};

export function useMails(query: Query) {
  return useQuery({
    queryKey: ['mails', 'list', query],
    queryFn: ({ signal }) => get<Page<MailRow>>('/api/mails', query, signal),
    placeholderData: keepPreviousData,
  });
}

export function useMail(id: string) {
  return useQuery({
    queryKey: ['mails', 'one', id],
    queryFn: ({ signal }) => get<MailDetail>(`/api/mails/${encodeURIComponent(id)}`, undefined, signal),
    retry: false,
  });
}

export function useMailServer() {
  const may = useMay();
  return useQuery({
    queryKey: ['mails', 'server'],
    queryFn: ({ signal }) => get<MailServer>('/api/mails/server', undefined, signal),
    enabled: may('mail.read-all'),
  });
}

export function useTestMail() {
  return useMailAction<void>(() => '/api/mails/test');
}

export function useMailAct(id: string) {
  return useMailAction<'resend' | 'give-up'>((act) => `/api/mails/${encodeURIComponent(id)}/${act}`);
}

function useMailAction<A>(path: (act: A) => string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: A) => post(path(act)),
    onSettled: () => client.invalidateQueries({ queryKey: ['mails'] }),
  });
}
