import { Injectable } from '@nestjs/common';
import type { AlertSettings, FieldFault, updateAlertSettings } from '@caseboard/contracts';
import { parseDay, type Day, type LadderStep } from '@caseboard/domain';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { Database } from '../platform/database/database.js';
import type { SignedInPerson } from '../platform/http/access.js';
import { checkVersion, type Versioned } from '../platform/http/versions.js';
import { Refusal } from '../platform/refusal.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { AfterChangeService } from './after-change.service.js';
import { readAlertSettings, type StoredAlertSettings } from './alert-settings.js';

type Update = z.infer<typeof updateAlertSettings>;

/** When people are warned, and of which renewals. */
@Injectable()
export class AlertSettingsService {
  constructor(
    private readonly database: Database,
    private readonly portfolio: PortfolioService,
    private readonly audit: AuditService,
    private readonly afterChange: AfterChangeService,
  ) {}

  async current(): Promise<Versioned<AlertSettings>> {
    const stored = await readAlertSettings(this.database.manager);
    return { version: stored.version, record: toAlertSettings(stored) };
  }

  /** A step that is new to the ladder makes rows only where it falls due from today on (rules 8.2). */
  async edit(me: SignedInPerson, ifMatch: string | undefined, update: Update): Promise<Versioned<AlertSettings>> {
    const snapshot = await this.portfolio.current();
    refuseFaults(update, snapshot);
    await this.database.transaction(async (manager) => {
      const before = await readAlertSettings(manager, 'FOR UPDATE');
      checkVersion(ifMatch, before.version);
      const after = laidOver(before, update, snapshot.today);
      await manager.query(
        `UPDATE alert_settings SET version = version + 1, ladder = $1, morning_hour = $2, days_per_point = $3, default_rules = $4, renewals = $5`,
        [
          JSON.stringify(after.ladder),
          after.morningHour,
          after.daysPerPoint,
          JSON.stringify(after.defaultRules),
          JSON.stringify(after.renewals),
        ],
      );
      const recorded = { before: toAlertSettings(before), after: toAlertSettings(after) };
      await this.audit.record(manager, { who: me.id, action: 'edit', subject: 'settings', subjectId: 'alerts', ...recorded });
    });
    this.afterChange.settingsChanged();
    return this.current();
  }
}

function laidOver(before: StoredAlertSettings, update: Update, today: Day): StoredAlertSettings {
  const ladder = update.ladder ? ladderOf(update.ladder, before.ladder, today) : before.ladder;
  const renewals = update.renewals?.map(({ specialization, on }) => ({ specialization, on: on as Day })) ?? before.renewals;
  const { morningHour = before.morningHour, daysPerPoint = before.daysPerPoint, defaultRules = before.defaultRules } = update;
  return { version: before.version, ladder, morningHour, daysPerPoint, defaultRules, renewals };
}

function ladderOf(days: readonly number[], before: readonly LadderStep[], today: Day): LadderStep[] {
  const inOrder = [...new Set(days)].sort((a, b) => b - a);
  return inOrder.map((each) => before.find((step) => step.days === each) ?? { days: each, since: today });
}

function refuseFaults({ ladder, renewals = [] }: Update, snapshot: Snapshot): void {
  const faults: FieldFault[] = renewals.flatMap(({ specialization, on }, at) => [
    ...(snapshot.specialization(specialization)
      ? []
      : [{ path: `renewals[${at}].specialization`, value: specialization, reason: 'unknown-specialization' }]),
    ...(parseDay(on) ? [] : [{ path: `renewals[${at}].on`, value: on, reason: 'no-such-day' }]),
  ]);
  if (ladder && !ladder.includes(0)) faults.push({ path: 'ladder', value: ladder.join(', '), reason: 'ladder-without-end' });
  if (faults.length > 0) throw new Refusal('invalid-fields', {}, faults);
}

function toAlertSettings({ ladder, morningHour, daysPerPoint, defaultRules, renewals }: StoredAlertSettings): AlertSettings {
  return {
    ladder: ladder.map(({ days }) => days),
    morningHour,
    daysPerPoint,
    defaultRules,
    renewals: renewals.map((each) => ({ ...each })),
  };
}
