import { useQuery } from '@tanstack/react-query';
import type { Bell } from '@caseboard/contracts';
import { get } from '../platform/api';

/** Open alerts of the reader; read again every five minutes, so that a page left open learns of a new one. */
export function useBell() {
  return useQuery({
    queryKey: ['alerts', 'bell'],
    queryFn: ({ signal }) => get<Bell>('/api/alerts/bell', undefined, signal),
    staleTime: 60_000,
    refetchInterval: 5 * 60_000,
  });
}
