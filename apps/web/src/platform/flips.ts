import { useQuery } from '@tanstack/react-query';
import type { Flip } from '@caseboard/contracts';
import { get } from './api';
import { addMonths } from './calendar';
import { useSession } from './session';

const none: readonly Flip[] = [];
const rank = { 'not-ready': 0, 'at-risk': 1, ready: 2 } as const;

/** Days on which a specialization's status flips by itself, half a year back and 18 months ahead, soonest first. */
export function useFlips(): readonly Flip[] {
  const { today } = useSession();
  return useFlipsBetween(addMonths(today, -6), addMonths(today, 18));
}

/** The same after one day and up to another. */
export function useFlipsBetween(from: string, to: string): readonly Flip[] {
  const { data } = useQuery({
    queryKey: ['readiness', 'flips', from, to],
    queryFn: ({ signal }) => get<{ flips: Flip[] }>('/api/readiness/flips', { from, to }, signal),
    staleTime: 5 * 60_000,
  });
  return data?.flips ?? none;
}

/** Readiness lost altogether. Falling to at risk only says that such a day is near. */
export function isLoss(flip: Flip): boolean {
  return flip.to === 'not-ready' && rank[flip.from] > 0;
}
