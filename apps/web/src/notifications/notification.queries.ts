import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AlertSettings, CalendarFeed, MailForecast, MyNotifications, NotificationRules } from '@caseboard/contracts';
import { get, getWithEtag, patch, post, put, remove } from '../platform/api';

const mine = ['me', 'notifications'] as const;

export function useMyNotifications() {
  return useQuery({ queryKey: mine, queryFn: ({ signal }) => get<MyNotifications>('/api/notifications', undefined, signal) });
}

export function useSaveNotifications() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rules: NotificationRules | null) => put<MyNotifications>('/api/notifications', { rules }),
    onSuccess: () => client.invalidateQueries({ queryKey: mine }),
  });
}

/** The mails that rules would send in the coming 12 months; the last answer stays until the next. */
export function useForecast(rules: NotificationRules) {
  return useQuery({
    queryKey: ['me', 'forecast', rules],
    queryFn: () => post<MailForecast>('/api/notifications/forecast', { rules }),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  });
}

const feed = ['me', 'calendar-feed'] as const;

export function useCalendarFeed() {
  return useQuery({ queryKey: feed, queryFn: ({ signal }) => get<CalendarFeed>('/api/calendar-feed', undefined, signal) });
}

export function useMakeFeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post<CalendarFeed>('/api/calendar-feed'),
    onSuccess: () => client.invalidateQueries({ queryKey: feed }),
  });
}

export function useEndFeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => remove('/api/calendar-feed'),
    onSuccess: () => client.invalidateQueries({ queryKey: feed }),
  });
}

const settings = ['settings', 'alerts'] as const;

export function useAlertSettings() {
  return useQuery({
    queryKey: settings,
    queryFn: ({ signal }) => getWithEtag<AlertSettings>('/api/settings/alerts', undefined, signal),
  });
}

/** What is told and when depends on them, so alerts, forecasts and the calendar are read again. */
export function useSaveAlertSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ change, etag }: { change: Partial<AlertSettings>; etag: string }) =>
      patch<AlertSettings>('/api/settings/alerts', change, etag),
    onSuccess: async (saved) => {
      client.setQueryData(settings, saved);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'alerts' || queryKey[0] === 'me' });
    },
  });
}
