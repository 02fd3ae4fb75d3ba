import { Injectable } from '@nestjs/common';
import type { Change, HomeAnswer } from '@caseboard/contracts';
import { HistoryService } from '../audit/history.service.js';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';

const mostShown = 6;
const mostRead = 40;
/** People and their rights are no news of the portfolio. */
const subjects = 'study,customer,specialization,settings,import';

/** The latest changes, as each reader may read them. */
@Injectable()
export class RecentChangesService {
  constructor(private readonly history: HistoryService) {}

  /** More than are shown, since some readers are not shown all. */
  async changes(): Promise<readonly Change[]> {
    // Whoever asks: what the reader does not meet is taken out by asRead.
    const { items } = await this.history.page({ role: 'manager' }, { page: 1, size: mostRead, subject: subjects });
    return items;
  }

  /** Newest first; titles as they are now, without what the reader does not meet. */
  asRead(changes: readonly Change[], snapshot: Snapshot, names: Names): HomeAnswer['changes'] {
    return changes.flatMap((change) => {
      const title = titleFor(change, snapshot, names);
      const { id, at, who, whoName, action, subject, subjectId } = change;
      return title === null ? [] : [{ id, at, who: whoName ?? who ?? '', action, subject, subjectId, title }];
    }).slice(0, mostShown);
  }
}

/** Null where the reader is not told of it: a hidden customer, and what is gone, whose names nobody can judge any more. */
function titleFor({ subject, subjectId, title }: Change, snapshot: Snapshot, names: Names): string | null {
  if (subject === 'study') {
    const study = snapshot.study(subjectId);
    return study ? names.title(study) : names.all ? title : null;
  }
  if (subject === 'customer') {
    const customer = snapshot.customer(subjectId);
    if (customer && names.meets(customer.id)) return names.customer(customer).legalName;
    return names.all ? title : null;
  }
  // The name of an imported file is somebody's own words.
  return subject === 'import' && !names.all ? null : names.text(title);
}
