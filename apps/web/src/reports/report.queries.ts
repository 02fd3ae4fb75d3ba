import type {
  createdReportLink,
  createReportLink,
  Page,
  ReportFileQuery,
  ReportLink,
  ReportRow,
  ReportSettings,
  ReportView,
  SharedReport,
} from '@caseboard/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { get, getWithEtag, patch, post, remove, send, type Query } from '../platform/api';

/** Days of a draft as they stand in the address: absent ones are the API's to choose. */
export interface DraftDays {
  from?: string;
  to?: string;
}

/** Made of the portfolio as it stands: anything saved elsewhere may change it, so it is always asked for again. */
export function useDraft(days: DraftDays, enabled = true) {
  return useQuery({
    queryKey: ['reports', 'draft', days.from ?? null, days.to ?? null],
    queryFn: ({ signal }) => get<ReportView>('/api/reports/draft', { ...days }, signal),
    enabled,
  });
}

const beat = 1000;

/** One report; while it is being made it is asked for every second. */
export function useReport(number: number) {
  return useQuery({
    queryKey: ['reports', number],
    queryFn: ({ signal }) => get<ReportView>(`/api/reports/${number}`, undefined, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'making' ? beat : false),
    staleTime: 0,
  });
}

export function useReports(query: Query = {}) {
  return useQuery({
    queryKey: ['reports', 'list', query],
    queryFn: ({ signal }) => get<Page<ReportRow>>('/api/reports', query, signal),
    refetchInterval: ({ state }) => (state.data?.items.some((row) => row.state === 'making') ? 2 * beat : false),
    placeholderData: (before) => before,
  });
}

export function useIssue() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (days: DraftDays) => post<ReportRow>('/api/reports', days),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
}

export function useReproduce(number: number) {
  return useMutation({ mutationFn: () => post<{ same: boolean; hash: string }>(`/api/reports/${number}/reproduce`) });
}

/** Makes a file and hands it to the browser to keep; goes on when the page is left. `path` is that of the report. */
export function useReportFile(path: string) {
  return useMutation({
    mutationFn: async ({ days, ...query }: ReportFileQuery & { days?: DraftDays }) => {
      const response = await send(`${path}/file`, { query: { ...query, ...days }, open: path.startsWith('/api/shared-reports/') });
      const named = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1];
      keep(await response.blob(), named ?? `report.${query.format}`);
    },
  });
}

function keep(file: Blob, download: string): void {
  const href = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href, download }).click();
  URL.revokeObjectURL(href);
}

export function useReportLinks(number: number) {
  return useQuery({
    queryKey: ['reports', number, 'links'],
    queryFn: async ({ signal }) => (await get<Page<ReportLink>>(`/api/reports/${number}/links`, undefined, signal)).items,
  });
}

type Created = z.infer<typeof createdReportLink>;

export function useCreateLink(number: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: z.infer<typeof createReportLink>) => post<Created>(`/api/reports/${number}/links`, wanted),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports', number, 'links'] }),
  });
}

export function useRevokeLink(number: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => remove(`/api/reports/${number}/links/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports', number, 'links'] }),
  });
}

/** For somebody without an account: the secret of the address is the key. */
export function useSharedReport(secret: string) {
  return useQuery({
    queryKey: ['shared-report', secret],
    queryFn: async ({ signal }) => {
      const response = await send(sharedPath(secret), { open: true, signal });
      return (await response.json()) as SharedReport;
    },
    retry: false,
    // Each reading counts as opened: once for a visit.
    staleTime: Infinity,
  });
}

export const sharedPath = (secret: string) => `/api/shared-reports/${encodeURIComponent(secret)}`;

export function useReportSettings(enabled = true) {
  return useQuery({
    queryKey: ['settings', 'report'],
    queryFn: ({ signal }) => getWithEtag<ReportSettings>('/api/settings/report', undefined, signal),
    enabled,
  });
}

export function useSaveReportSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ change, etag }: { change: Partial<ReportSettings>; etag: string }) =>
      patch<ReportSettings>('/api/settings/report', change, etag),
    onSuccess: async (saved) => {
      client.setQueryData(['settings', 'report'], saved);
      await client.invalidateQueries({ queryKey: ['reports'] });
    },
  });
}
