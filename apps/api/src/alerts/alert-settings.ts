import type { EntityManager } from 'typeorm';
import type { NotificationRules } from '@caseboard/contracts';
import type { Day, LadderStep } from '@caseboard/domain';

/** The one row of the table `alert_settings`. */
export interface StoredAlertSettings {
  readonly version: number;
  readonly ladder: readonly LadderStep[];
  readonly morningHour: number;
  readonly daysPerPoint: number;
  readonly defaultRules: NotificationRules;
  readonly renewals: readonly { readonly specialization: string; readonly on: Day }[];
}

export async function readAlertSettings(manager: EntityManager, lock: '' | 'FOR UPDATE' = ''): Promise<StoredAlertSettings> {
  const [row] = await manager.query<StoredAlertSettings[]>(
    `SELECT version, ladder, morning_hour AS "morningHour", days_per_point AS "daysPerPoint", default_rules AS "defaultRules", renewals
     FROM alert_settings ${lock}`,
  );
  if (!row) throw new Error('the one row of the table alert_settings is missing');
  return row;
}
