import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Query } from './api';

/** What every list keeps in its address: search, sort, page, and the page's own filters by name. */
export interface ListState<F extends string = string> {
  search: string;
  /** A column's name, with `-` before it for descending; '' for the list's own order. */
  sort: string;
  page: number;
  size: number;
  /** Ids of the chosen columns, comma-separated; '' for the usual ones. */
  columns: string;
  filters: { readonly [Name in F]: string };
  /** Query for the list endpoints and for query keys. */
  query: Query;
  /** Changes the address. Anything but `page` goes back to page 1. `null` or '' takes a value out. */
  set: (change: Partial<Record<F | 'search' | 'sort' | 'page' | 'columns', string | number | null>>) => void;
  /** Takes search and every filter out. */
  clear: () => void;
  isFiltered: boolean;
}

interface Options<F extends string> {
  filters?: readonly F[];
  sort?: string;
  size?: number;
}

/** Search, filters, sorting and page of a list, all in the URL, so that a link shows what its sender saw. */
export function useListState<const F extends string = never>({ filters = [], sort = '', size = 50 }: Options<F> = {}): ListState<F> {
  const address: Record<string, string | undefined> = useSearch({ strict: false });
  const navigate = useNavigate();
  const names = filters.join();
  return useMemo(() => {
    const page = Math.max(1, Math.trunc(Number(address.page)) || 1);
    const chosen = Object.fromEntries(filters.map((name) => [name, address[name] ?? ''])) as { [Name in F]: string };
    const state = { search: address.search ?? '', sort: address.sort ?? sort, page, size, columns: address.columns ?? '', filters: chosen };
    const set: ListState<F>['set'] = (change) => {
      const next = Object.fromEntries(
        Object.entries(change).map(([key, value]) => [
          key,
          value === null || value === '' || value === undefined ? undefined : String(value),
        ]),
      );
      const first = 'page' in change || 'columns' in change ? {} : { page: undefined };
      void navigate({
        to: '.',
        search: (old: Record<string, unknown>) => ({ ...old, ...first, ...next }),
        replace: 'search' in change,
        resetScroll: false,
      });
    };
    const clear = () => set(Object.fromEntries(['search', ...filters].map((name) => [name, null])) as Parameters<typeof set>[0]);
    const query: Query = { search: state.search, sort: state.sort, page: page === 1 ? undefined : page, size, ...chosen };
    return { ...state, query, set, clear, isFiltered: state.search !== '' || filters.some((name) => chosen[name] !== '') };
    // `filters` is written in place by callers; its names, not its identity, count.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [address, navigate, sort, size, names]);
}
