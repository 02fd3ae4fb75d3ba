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
