import { QueryClient } from '@tanstack/react-query';
import { ProblemError, UnreachableError } from './api';

/** Answers are fresh for half a minute; a refusal is never retried, an unreachable server twice. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => !(error instanceof ProblemError) && error instanceof UnreachableError && count < 2,
        refetchOnWindowFocus: true,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
