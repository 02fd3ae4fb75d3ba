import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AlertDetail, AlertRow, CalendarAnswer, Following, Page } from '@caseboard/contracts';
import { get, post, put, remove, type Query } from '../platform/api';

export function useAlerts(query: Query) {
  return useQuery({
    queryKey: ['alerts', 'list', query],
    queryFn: ({ signal }) => get<Page<AlertRow>>('/api/alerts', query, signal),
    placeholderData: keepPreviousData,
  });
}

export function useAlert(id: string) {
  return useQuery({
    queryKey: ['alerts', 'one', id],
    queryFn: ({ signal }) => get<AlertDetail>(`/api/alerts/${encodeURIComponent(id)}`, undefined, signal),
    retry: false,
  });
}

export function useCalendar(query: { from: string; to: string; owner?: string }) {
  return useQuery({
    queryKey: ['alerts', 'calendar', query],
    queryFn: ({ signal }) => get<CalendarAnswer>('/api/alerts/calendar', query, signal),
    placeholderData: keepPreviousData,
  });
}

export type AlertAct = { act: 'acknowledge' } | { act: 'snooze'; until: string; reason: string } | { act: 'hand-over'; to: string };

export function useActOnAlert(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, ...body }: AlertAct) => post(`/api/alerts/${encodeURIComponent(id)}/${act}`, body),
    // A new owner shows on the study's pages too. Not waited for: the row that was acted on may leave the screen by it.
    onSuccess: () => void client.invalidateQueries(),
  });
}

export function useFollowing(study: string | null) {
  return useQuery({
    queryKey: ['study', study, 'follow'],
    queryFn: ({ signal }) => get<Following>(followPath(study ?? ''), undefined, signal),
    enabled: study !== null,
  });
}

export function useFollow(study: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (following: boolean) => (following ? put(followPath(study)) : remove(followPath(study))),
    onSuccess: () => client.invalidateQueries({ queryKey: ['study', study, 'follow'] }),
  });
}

const followPath = (study: string) => `/api/studies/${encodeURIComponent(study)}/follow`;
