import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JobsAnswer } from '@caseboard/contracts';
import { get, post } from '../platform/api';

const key = ['jobs'] as const;

export function useJobs(every?: number) {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => get<JobsAnswer>('/api/jobs', undefined, signal),
    refetchInterval: every,
  });
}

export function useSweepNow() {
  return useJobAction<void>(() => '/api/jobs/sweep');
}

export function useRetryJob() {
  return useJobAction<string>((id) => `/api/jobs/${encodeURIComponent(id)}/retry`);
}

function useJobAction<A>(path: (of: A) => string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (of: A) => post(path(of)),
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: key }), client.invalidateQueries({ queryKey: ['alerts'] })]).then(() => undefined),
  });
}
