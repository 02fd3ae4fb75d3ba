import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { programmeWords } from '@caseboard/wording';
import type { Settings } from '@caseboard/contracts';
import { get, getWithEtag, patch } from '../platform/api';
import type { Language } from '../platform/words';
import type { Suggestion } from '../ui/suggest';

export function useSettings() {
  return useQuery({ queryKey: ['settings'], queryFn: ({ signal }) => getWithEtag<Settings>('/api/settings', undefined, signal) });
}

/** Saves parts of the settings; nearly every answer of the API depends on them, so all are read again. */
export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ change, etag }: { change: Partial<Settings>; etag: string }) => patch<Settings>('/api/settings', change, etag),
    onSuccess: async (saved) => {
      client.setQueryData(['settings'], saved);
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'settings' });
    },
  });
}

export interface CatalogEntry {
  code: string;
  name: string;
  programme: string | null;
}

/** The names of all specializations, for choosing targets and held ones. */
export function useCatalogNames() {
  return useQuery({
    queryKey: ['specializations', 'names'],
    queryFn: async ({ signal }) => (await get<{ items: CatalogEntry[] }>('/api/specializations', { size: 200 }, signal)).items,
    staleTime: 10 * 60_000,
  });
}

/** Catalog entries to choose from, each with its programme beside it. */
export function suggestions(entries: readonly CatalogEntry[], language: Language): Suggestion[] {
  const programmes: Readonly<Record<string, string>> = programmeWords[language];
  return entries.map(({ code, name, programme }) => ({
    value: code,
    label: name,
    beside: programme ? (programmes[programme] ?? programme) : undefined,
  }));
}
