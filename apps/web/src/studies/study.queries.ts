import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CustomerDetail, Page, ServicesAnswer, SpecializationRow, StudyDetail, StudyStanding } from '@caseboard/contracts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { get, getWithEtag, patch, post, type Tagged } from '../platform/api';
import { useAsOf } from '../platform/as-of';
import { remember, remembered } from '../platform/preferences';
import { useSession } from '../platform/session';
import { fieldsOf, patchOf, type Changes } from './study-fields';
import { StudyKeeper, type KeeperState, type Unsaved } from './study-keeper';

const readStudy = (id: string, signal?: AbortSignal) =>
  getWithEtag<StudyDetail>(`/api/studies/${encodeURIComponent(id)}`, undefined, signal);

export function useStoredStudy(id: string) {
  return useQuery({ queryKey: ['study', id], queryFn: ({ signal }) => readStudy(id, signal) });
}

/** One keeper for as long as the page shows this study; what the last visit could not store comes back. */
export function useStudyKeeper(first: Tagged<StudyDetail>): [StudyKeeper, KeeperState] {
  const client = useQueryClient();
  const { person } = useSession();
  const { id } = first.value;
  const [keeper] = useState(() => {
    const key = `unsaved.${person.id}.${id}`;
    const saved = async (changes: Changes, etag: string) => {
      const tagged = await patch<StudyDetail>(`/api/studies/${encodeURIComponent(id)}`, patchOf(changes), etag);
      client.setQueryData(['study', id], tagged);
      // Other pages read again when they are next shown; this one keeps its cursor.
      void client.invalidateQueries({
        refetchType: 'none',
        predicate: ({ queryKey }) => queryKey[0] !== 'session' && !(queryKey[0] === 'study' && queryKey[1] === id && queryKey.length === 2),
      });
      return tagged;
    };
    const keep = (unsaved: Unsaved | null) => remember(key, unsaved && JSON.stringify(unsaved));
    return new StudyKeeper(first, { save: saved, read: () => readStudy(id), keep }, first.value.mayEdit ? parsed(remembered(key)) : null);
  });
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  useEffect(() => keeper.adopt(first), [keeper, first]);
  useEffect(() => {
    const now = () => void keeper.flush();
    const leave = (event: BeforeUnloadEvent) => {
      now();
      if (fieldsOf(keeper.unsaved).length > 0) event.preventDefault();
    };
    window.addEventListener('online', now);
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('online', now);
      window.removeEventListener('beforeunload', leave);
      now();
    };
  }, [keeper]);
  return [keeper, state];
}

function parsed(text: string | null): Unsaved | null {
  try {
    return text ? (JSON.parse(text) as Unsaved) : null;
  } catch {
    return null;
  }
}

/** How the study stands as it is written on the screen, a moment after the last key; the last answer stays until the next. */
export function useStanding({ draft, etag }: KeeperState, unsaved: Changes): StudyStanding | undefined {
  const { query } = useAsOf();
  const changes = useSettled(JSON.stringify(patchOf(unsaved)), 350);
  const answer = useQuery<StudyStanding>({
    queryKey: ['study', draft.id, 'standing', query.asOf ?? null, etag, changes],
    queryFn: ({ signal }) =>
      changes === '{}' || !draft.mayEdit
        ? get<StudyStanding>(`/api/studies/${encodeURIComponent(draft.id)}/standing`, query, signal)
        : post<StudyStanding>('/api/studies/preview', { id: draft.id, study: JSON.parse(changes) as unknown, ...query }),
    placeholderData: (before) => before,
    retry: false,
  });
  const [last, setLast] = useState(answer.data);
  if (answer.data && answer.data !== last) setLast(answer.data);
  return answer.data ?? last;
}

/** A value once it has stopped changing for some milliseconds. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

const rarely = 10 * 60_000;

/** The whole catalog of specializations: names, categories, what each asks. */
export function useCatalog() {
  return useQuery({
    queryKey: ['specializations', 'all'],
    queryFn: ({ signal }) => allPages<SpecializationRow>('/api/specializations', signal),
    staleTime: rarely,
  });
}

export function useServices() {
  return useQuery({
    queryKey: ['services'],
    queryFn: ({ signal }) => get<ServicesAnswer>('/api/services', undefined, signal),
    staleTime: Infinity,
  });
}

export function useCustomer(id: string | null) {
  return useQuery({
    queryKey: ['customers', 'one', id],
    queryFn: ({ signal }) => get<CustomerDetail>(`/api/customers/${encodeURIComponent(id ?? '')}`, undefined, signal),
    enabled: id !== null,
    retry: false,
  });
}

async function allPages<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  for (let page = 1; ; page++) {
    const next = await get<Page<T>>(path, { size: 200, page }, signal);
    items.push(...next.items);
    if (items.length >= next.total || next.items.length === 0) return items;
  }
}
