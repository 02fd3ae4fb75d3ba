import type { MatrixRow } from '@caseboard/contracts';
import { useMemo } from 'react';
import { useWords } from '../platform/words';
import { FilterChip } from '../ui/choose';
import type { RowFilters } from './arrange';
import { readinessPageWords } from './readiness.words';

interface Props {
  studies: readonly MatrixRow[];
  filters: Pick<RowFilters, 'owner' | 'industry'>;
  set: (change: { owner?: string; industry?: string }) => void;
}

/** Whose studies, and of which industries: of those that there are. */
export function OwnerAndIndustry({ studies, filters, set }: Props) {
  const say = useWords(readinessPageWords);
  const owners = useMemo(() => distinct(studies.map(({ owner }) => owner ?? 'none')), [studies]);
  const industries = useMemo(() => distinct(studies.flatMap(({ industry }) => industry ?? [])), [studies]);
  return (
    <>
      <FilterChip
        name={say('owner')}
        value={filters.owner}
        options={owners.map((value) => ({ value, label: value === 'none' ? say('nobody') : value }))}
        onChange={(owner) => set({ owner })}
      />
      <FilterChip
        name={say('industry')}
        value={filters.industry}
        options={industries.map((value) => ({ value, label: value }))}
        onChange={(industry) => set({ industry })}
      />
    </>
  );
}

const distinct = (values: readonly string[]) => [...new Set(values)].sort((a, b) => a.localeCompare(b));
