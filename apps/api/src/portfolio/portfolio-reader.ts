import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Customer, Day, Specialization, Study } from '@caseboard/domain';
import { Database } from '../platform/database/database.js';
import { withSmallHeap } from '../platform/small-heap.js';
import { catalogOf } from './catalog.js';
import { engineAfter } from './engine-after.js';
import { Records } from './records.js';
import {
  readCustomers,
  readPartner,
  readRemoved,
  readSpecializations,
  readStudies,
  type PartnerState,
  type RemovedRecord,
  type Stored,
} from './rows.js';
import { Snapshot, type SnapshotParts } from './snapshot.js';
import { WithholdingCache } from './withholding.js';

/** What moved between two revisions. */
export interface Difference {
  readonly studies: readonly Stored<Study>[];
  readonly customers: readonly Stored<Customer>[];
  readonly specializations: readonly Stored<Specialization>[];
  readonly removed: readonly RemovedRecord[];
  readonly settingsMoved: boolean;
}

/** Reads the portfolio out of the database: all of it the first time, afterwards only what moved. */
@Injectable()
export class PortfolioReader {
  constructor(private readonly database: Database) {}

  async read(before: Snapshot | undefined, todayIn: (timeZone: string) => Day): Promise<Snapshot> {
    if (before && (await this.revision()) === before.revision) return before;
    if (before) return this.readAfter(before, todayIn);
    return withSmallHeap(() => this.readAfter(undefined, todayIn));
  }

  private async readAfter(before: Snapshot | undefined, todayIn: (timeZone: string) => Day): Promise<Snapshot> {
    // One moment for all tables, or a study could be read with its customer's future.
    const { partner, difference } = await this.database.manager.transaction('REPEATABLE READ', async (manager) => {
      await manager.query('SET TRANSACTION READ ONLY');
      const partner = await readPartner(manager);
      return { partner, difference: await readDifference(manager, before, partner) };
    });
    return new Snapshot(await partsAfter(before?.parts, partner, difference, todayIn));
  }

  private async revision(): Promise<number> {
    const [row] = await this.database.prepared<{ revision: string }>('revision', 'SELECT revision FROM portfolio', []);
    return Number(row?.revision);
  }
}

async function readDifference(manager: EntityManager, before: Snapshot | undefined, partner: PartnerState): Promise<Difference> {
  const since = before?.revision ?? -1;
  return {
    studies: await readStudies(manager, since),
    customers: await readCustomers(manager, since),
    specializations: await readSpecializations(manager, since),
    removed: before ? await readRemoved(manager, since) : [],
    settingsMoved: partner.settingsRevision > since,
  };
}

async function partsAfter(
  before: SnapshotParts | undefined,
  partner: PartnerState,
  difference: Difference,
  todayIn: (timeZone: string) => Day,
): Promise<SnapshotParts> {
  const removed = (kind: string) => difference.removed.filter((each) => each.kind === kind).map(({ id }) => id);
  const studies = (before?.studies ?? Records.none<Study>()).with(difference.studies, removed('study'));
  const customers = (before?.customers ?? Records.none<Customer>()).with(difference.customers, removed('customer'));
  const entries = (before?.entries ?? Records.none<Specialization>()).with(difference.specializations, removed('specialization'));
  const catalog = before && entries === before.entries ? before.catalog : catalogOf(entries.list);
  const portfolio = { partner: partner.partner, specializations: [...catalog.values()], customers: customers.list, studies: studies.list };
  const parts = { ...partner, portfolio, studies, customers, entries, catalog };
  return {
    ...parts,
    engine: await engineAfter(before, parts, difference),
    withholdings: before?.withholdings ?? new WithholdingCache(),
    today: () => todayIn(partner.partner.timeZone ?? 'UTC'),
  };
}
