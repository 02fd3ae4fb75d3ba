import type { ActivationPreview } from '@caseboard/contracts';
import { holderOf, movedBySwap, type Day, type Readiness, type Study } from '@caseboard/domain';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { targetOf } from './readiness-list.js';

/** Who holds the place that the study would take, and every specialization that a swap would change (rules 2.4). */
export function activationPreview(snapshot: Snapshot, names: Names, study: Study, asOf: Day): ActivationPreview {
  const holder = study.status === 'active' ? null : holderOf(snapshot, study);
  const entity = study.customer === null ? null : snapshot.entityOf(study.customer);
  return {
    holder: holder && { id: holder.id, title: names.title(holder), customerName: names.brief(holder).customer },
    legalEntity: entity === null ? null : { id: entity, name: snapshot.customer(entity)?.legalName ?? null },
    changes: study.status === 'active' ? [] : changes(snapshot, study, holder, asOf),
  };
}

function changes(snapshot: Snapshot, study: Study, holder: Study | null, asOf: Day): ActivationPreview['changes'] {
  return movedBySwap(snapshot, study, holder, asOf)
    .filter(({ before, after }) => !isSame(before, after))
    .map(({ specialization: { code, name, requires }, before, after }) => ({
      code,
      name,
      target: targetOf(snapshot, code) !== null,
      before: shown(before),
      after: shown(after),
      needs: requires.studies,
    }));
}

function isSame(one: Readiness, other: Readiness): boolean {
  return one.status === other.status && one.readyThrough === other.readyThrough && one.supporting.join() === other.supporting.join();
}

function shown({ status, supporting, readyThrough }: Readiness) {
  return { status, supporting: supporting.length, readyThrough };
}
