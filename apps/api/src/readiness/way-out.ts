import type { WayOut } from '@caseboard/contracts';
import { costsOfSwap, type Day, type Fix, type Study } from '@caseboard/domain';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { mayTellTogether } from './together.js';

/** The fix as the reader may see it, with what it would cost elsewhere on a day. */
export function wayOutOf(snapshot: Snapshot, names: Names, fix: Fix, code: string, asOf: Day): WayOut {
  const { kind, count, lose, gaps, effort, readyThrough } = fix;
  const study = kind === 'new-study' ? { id: null, title: null, customer: null } : names.brief(count);
  const costs = lose && mayTellTogether(names, count, lose) ? swapCosts(snapshot, count, lose, code, asOf) : [];
  return { kind, study: study.id, title: study.title, customer: study.customer, gaps, effort, readyThrough, costs };
}

/** What the other specializations would lose if the study took the holder's place as it stands. */
export function swapCosts(snapshot: Snapshot, study: Study, holder: Study, code: string, asOf: Day): WayOut['costs'] {
  return costsOfSwap(snapshot, study, holder, code, asOf).map(({ specialization, on }) => ({
    code: specialization.code,
    name: specialization.name,
    on,
  }));
}
