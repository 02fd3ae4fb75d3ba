import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { readPortfolio, type Day, type Partner } from '@caseboard/domain';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { SignedInPerson } from '../platform/http/access.js';
import { Refusal } from '../platform/refusal.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { demoPast } from './demo-past.js';
import { demoPortfolio } from './demo.js';

interface DemoRecord {
  readonly subject: 'study' | 'customer' | 'specialization' | 'settings';
  readonly id: string;
  readonly before: (Partner & { warningDays: number }) | null;
  readonly after: Partial<Partner> | null;
}

/** The demo company: brought into an empty portfolio, and taken out again with all that came with it. */
@Injectable()
export class DemoService {
  constructor(
    private readonly database: Database,
    private readonly writer: PortfolioWriter,
    private readonly clock: Clock,
  ) {}

  async isLoaded(): Promise<boolean> {
    return (await broughtIn(this.database.manager)).length > 0;
  }

  load(me: SignedInPerson): Promise<{ customers: number; studies: number }> {
    return this.writer.write(me.id, async ({ before, save }) => {
      if (!before.isEmpty)
        throw new Refusal('portfolio-not-empty', {
          studies: before.portfolio.studies.length,
          customers: before.portfolio.customers.length,
        });
      const read = readPortfolio(demoPortfolio(before.today), { builtIn: builtInSpecializations });
      if (!read.ok) throw new Error(`the demo company is no portfolio: ${JSON.stringify(read.faults)}`);
      const { partner, customers, studies } = read.portfolio;
      const { ownSpecializations: specializations } = read;
      await save({ partner, specializations, customers, studies }, 'demo', (difference) =>
        demoPast(difference, before.today).map(({ day, changes }) => ({ at: this.momentOf(day, partner, before), changes })),
      );
      return { customers: customers.length, studies: studies.length };
    });
  }

  private momentOf(day: Day, { timeZone }: Partner, { today }: Snapshot): Date {
    return day === today ? this.clock.now() : this.clock.instantOf(day, 10, timeZone ?? 'UTC');
  }

  /** Everything that came with the demo goes, edited or not; it is refused while a record made since hangs on it. */
  clear(me: SignedInPerson): Promise<void> {
    return this.writer.write(me.id, async ({ before, manager, save }) => {
      const records = await broughtIn(manager);
      if (records.length === 0) throw new Refusal('not-found');
      const idsOf = (subject: DemoRecord['subject']) => records.filter((record) => record.subject === subject).map(({ id }) => id);
      const removed = {
        studies: idsOf('study'),
        customers: idsOf('customer'),
        specializations: idsOf('specialization'),
      };
      await save({ partner: partnerBefore(before, records), removed }, 'clear-demo');
    });
  }
}

/** What the latest demo brought in, if it was not taken out since; each with what stood before all of it and after. */
async function broughtIn(manager: EntityManager): Promise<DemoRecord[]> {
  const entries: DemoRecord[] = await manager.query(
    `SELECT subject, subject_id AS id, before, after FROM audit_entry WHERE action = 'demo'
       AND revision > coalesce((SELECT max(revision) FROM audit_entry WHERE action = 'clear-demo'), 0) ORDER BY audit_entry.id`,
  );
  const records = new Map<string, DemoRecord>();
  for (const entry of entries) {
    const key = `${entry.subject} ${entry.id}`;
    const { before, after } = records.get(key) ?? entry;
    records.set(key, { ...entry, before, after: { ...after, ...entry.after } });
  }
  return [...records.values()];
}

/** The settings from before the demo, each where the demo's own still stands. */
function partnerBefore({ portfolio: { partner } }: Snapshot, records: readonly DemoRecord[]): Partner {
  const settings = records.find(({ subject }) => subject === 'settings');
  if (!settings?.before || !settings.after) return partner;
  const stand = Object.entries(settings.after).filter(([key, value]) => isDeepStrictEqual(partner[key as keyof Partner], value));
  const before = settings.before;
  return { ...partner, ...Object.fromEntries(stand.map(([key]) => [key, before[key as keyof Partner]])) };
}
