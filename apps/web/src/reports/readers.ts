import type { Page, Person } from '@caseboard/contracts';
import { useQuery } from '@tanstack/react-query';
import { get } from '../platform/api';

/** People to choose from by address, with their names. */
export function useReaders(): { value: string; label: string; beside: string }[] {
  const { data } = useQuery({
    queryKey: ['people', 'readers'],
    queryFn: ({ signal }) => get<Page<Person>>('/api/people', { size: 200 }, signal),
    staleTime: 60_000,
  });
  return (data?.items ?? []).filter(({ active }) => active).map(({ email, name }) => ({ value: email, label: email, beside: name }));
}
