import type { Finding } from '@caseboard/contracts';
import { effortOfFinding, findingsOf, isFixable, type Verdict } from '@caseboard/domain';

/** Every finding of the verdict in the order of rules 4, with the points that closing it takes. */
export function findingsFor(verdict: Pick<Verdict, 'blocking' | 'advice'>): Finding[] {
  return findingsOf(verdict).map((finding) => ({
    ...finding,
    effort: effortOfFinding(finding) ?? 0,
    fixable: isFixable(finding),
  }));
}

/** Blocking findings that are not met. */
export function gapCount({ blocking }: Pick<Verdict, 'blocking'>): number {
  return bitCount(blocking.unmet | blocking.unanswered);
}

export function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
