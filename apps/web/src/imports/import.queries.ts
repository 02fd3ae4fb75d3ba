import type { ImportAnswer, ImportRow, Page, updateImport } from '@caseboard/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { get, patch, post, send } from '../platform/api';

export type ImportChange = z.infer<typeof updateImport>;

const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The dry run of a file, and how much of it is sent; the server keeps the file, so that it need not be sent again. */
export function useDryRun() {
  const client = useQueryClient();
  const [share, setShare] = useState<number | null>(null);
  const mutation = useMutation({
    mutationFn: async (file: File) => {
      const type = types[file.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
      setShare(0);
      const response = await send('/api/imports', {
        method: 'POST',
        body: file,
        headers: { 'content-type': type },
        query: { mode: 'dry-run', name: file.name.slice(0, 255) },
        onSent: setShare,
      });
      return (await response.json()) as ImportAnswer;
    },
    onSuccess: (answer) => {
      client.setQueryData(['imports', answer.id], answer);
      void client.invalidateQueries({ queryKey: ['imports', 'list'] });
    },
  });
  return { ...mutation, share };
}

/** One import; asked again while it is being committed (or `isBusy` says so), so that its progress shows. */
export function useImport(id: string, isBusy = false) {
  return useQuery({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => get<ImportAnswer>(`/api/imports/${encodeURIComponent(id)}`, undefined, signal),
    refetchInterval: ({ state }) => (isBusy || state.data?.state === 'committing' ? 1000 : false),
  });
}

export const pageSize = 20;

/** Imports, newest first, a page at a time. */
export function useImports(page: number) {
  return useQuery({
    queryKey: ['imports', 'list', page],
    queryFn: ({ signal }) => get<Page<ImportRow>>('/api/imports', { page, size: pageSize }, signal),
    placeholderData: keepPreviousData,
  });
}

/** Answers, matched headings, mended cells: each change is answered with a new dry run. */
export function useChangeImport(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: ImportChange) => (await patch<ImportAnswer>(`/api/imports/${encodeURIComponent(id)}`, change)).value,
    onSuccess: (answer) => client.setQueryData(['imports', id], answer),
  });
}

export function useCommit(id: string) {
  return useStep(id, 'commit');
}

export function useUndo(id: string) {
  return useStep(id, 'undo');
}

function useStep(id: string, step: 'commit' | 'undo') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post<ImportAnswer>(`/api/imports/${encodeURIComponent(id)}/${step}`),
    onSettled: () => client.invalidateQueries(),
  });
}
