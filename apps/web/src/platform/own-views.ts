import type { Page, SavedView } from '@caseboard/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { get, post, remove } from './api';

export type OwnView = SavedView;
export type List = SavedView['list'];
const key = ['views'];

/** The reader's own views of a list. What is taken out is gone at once; the server has the last word. */
export function useOwnViews(list: List) {
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: key, queryFn: ({ signal }) => get<Page<SavedView>>('/api/views', undefined, signal) });
  const settle = { onSettled: () => client.invalidateQueries({ queryKey: key }) };
  const saving = useMutation({
    ...settle,
    mutationFn: (view: Pick<SavedView, 'name' | 'search'>) => post<SavedView>('/api/views', { list, name: view.name, search: view.search }),
  });
  const removing = useMutation({ ...settle, mutationFn: ({ id }: SavedView) => remove(`/api/views/${id}`) });
  const gone = removing.isPending ? removing.variables.id : null;
  const own = useMemo(() => data?.items.filter((view) => view.list === list && view.id !== gone) ?? [], [data, list, gone]);
  return { own, save: saving.mutate, remove: removing.mutate };
}
