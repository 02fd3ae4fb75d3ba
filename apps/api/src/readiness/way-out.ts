import type { WayOut } from '@caseboard/contracts';
import type { Fix } from '@caseboard/domain';
import type { Names } from '../portfolio/names.js';

/** The fix as the reader may see it. */
export function wayOutOf(names: Names, { kind, count, gaps, effort, readyThrough }: Fix): WayOut {
  const study = kind === 'new-study' ? { id: null, title: null, customer: null } : names.brief(count);
  return { kind, study: study.id, title: study.title, customer: study.customer, gaps, effort, readyThrough };
}
