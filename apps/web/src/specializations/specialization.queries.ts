import type { SpecializationPage, SpecializationRow } from '@caseboard/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, getWithEtag, patch, send } from '../platform/api';
import { useAsOf } from '../platform/as-of';

const entryPath = (code: string) => `/api/specializations/${encodeURIComponent(code)}`;

/** Everything the page of one specialization shows, at the day of the address. */
export function useSpecializationPage(code: string) {
  const { query } = useAsOf();
  return useQuery({
    queryKey: ['readiness', 'specialization', code, query.asOf ?? null],
    queryFn: ({ signal }) => get<SpecializationPage>(`/api/readiness/specializations/${encodeURIComponent(code)}`, query, signal),
    placeholderData: (before) => (before?.entry.code === code ? before : undefined),
  });
}

/** Edits or confirms figures of an entry: reads its version first, so that nobody's edit is lost unseen. */
export function useEditEntry(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: Record<string, unknown>) => {
      const { etag } = await getWithEtag<SpecializationRow>(entryPath(code));
      return patch<SpecializationRow>(entryPath(code), change, etag);
    },
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Gives a built-in entry its shipped figures back, or removes an own one. */
export function useResetEntry(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { etag } = await getWithEtag<SpecializationRow>(entryPath(code));
      await send(entryPath(code), { method: 'DELETE', ifMatch: etag });
    },
    onSuccess: () => client.invalidateQueries(),
  });
}
