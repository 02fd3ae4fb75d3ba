import type { CellAnswer, MatrixAnswer, ReadinessAnswer } from '@caseboard/contracts';
import { useQuery } from '@tanstack/react-query';
import { get } from '../platform/api';
import { useAsOf } from '../platform/as-of';

/** Readiness of every specialization at the day of the address. */
export function useReadiness() {
  const { query } = useAsOf();
  return useQuery({
    queryKey: ['readiness', 'list', query.asOf ?? null],
    queryFn: ({ signal }) => get<ReadinessAnswer>('/api/readiness', query, signal),
    placeholderData: (before) => before,
  });
}

export function useMatrix() {
  const { query } = useAsOf();
  return useQuery({
    queryKey: ['readiness', 'matrix', query.asOf ?? null],
    queryFn: ({ signal }) => get<MatrixAnswer>('/api/readiness/matrix', query, signal),
    placeholderData: (before) => before,
  });
}

/** Why one study stands as it does to one specialization. */
export function useCell(study: string, specialization: string) {
  const { query } = useAsOf();
  return useQuery({
    queryKey: ['readiness', 'cell', study, specialization, query.asOf ?? null],
    queryFn: ({ signal }) => get<CellAnswer>('/api/readiness/cell', { study, specialization, ...query }, signal),
  });
}
