import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Person, Role } from '@caseboard/contracts';
import { get, patch, post } from '../platform/api';
import type { Language } from '../platform/words';

export interface NewPerson {
  email: string;
  name: string;
  role: Role;
  language: Language;
  seesAnonymousNames: boolean;
}

export type PersonChange = Partial<Pick<Person, 'name' | 'role' | 'active' | 'seesAnonymousNames'>>;

/** The address to hand over; the API shows it this once. */
export interface HandedLink {
  person: Person;
  link: string;
  expiresAt: string;
}

const key = ['people'] as const;

export function usePeople() {
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await get<{ items: Person[] }>('/api/people', undefined, signal)).items,
  });
}

export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (person: NewPerson) => post<HandedLink>('/api/people', person),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useNewLink() {
  return useMutation({ mutationFn: (id: string) => post<HandedLink>(`/api/people/${id}/link`) });
}

export function useChangePerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, change }: { id: string; change: PersonChange }) => (await patch<Person>(`/api/people/${id}`, change)).value,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
