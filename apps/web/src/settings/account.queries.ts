import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from '@caseboard/contracts';
import { get, patch, post, remove } from '../platform/api';
import { sessionKey } from '../platform/session';

export interface SignedInPlace {
  id: string;
  createdAt: string;
  lastUsedAt: string;
  agent: string;
  current: boolean;
}

export interface Token {
  id: string;
  name: string;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

export function useUpdateSelf() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: { name?: string; password?: { current: string; next: string } }) =>
      (await patch<Session>('/api/me', change)).value,
    onSuccess: (session) => client.setQueryData(sessionKey, session),
  });
}

export function useSignedInPlaces() {
  return useQuery({
    queryKey: ['me', 'sessions'],
    queryFn: async ({ signal }) => (await get<{ items: SignedInPlace[] }>('/api/me/sessions', undefined, signal)).items,
  });
}

export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => remove(`/api/me/sessions/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['me', 'sessions'] }),
  });
}

export function useTokens() {
  return useQuery({
    queryKey: ['me', 'tokens'],
    queryFn: async ({ signal }) => (await get<{ items: Token[] }>('/api/tokens', undefined, signal)).items,
  });
}

export function useCreateToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (facts: { name?: string; days: number }) => post<Token & { token: string }>('/api/tokens', facts),
    onSuccess: () => client.invalidateQueries({ queryKey: ['me', 'tokens'] }),
  });
}

export function useRemoveToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => remove(`/api/tokens/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['me', 'tokens'] }),
  });
}
