import type { ReportSettings } from '@caseboard/contracts';
import { strategies, type Day, type StrategyName, type ValueFacts } from '@caseboard/domain';
import type { EntityManager } from 'typeorm';
import type { ReportSchedule } from './schedule.js';

/** The one row of the table `report_settings`. */
export interface StoredReportSettings extends ReportSchedule {
  readonly version: number;
  /** In lower case. */
  readonly readers: readonly string[];
  readonly value: ValueFacts;
}

export async function readReportSettings(manager: EntityManager, lock: '' | 'FOR UPDATE' = ''): Promise<StoredReportSettings> {
  const [row] = await manager.query<(Omit<StoredReportSettings, 'value'> & { value: ValueFacts | null })[]>(
    `SELECT version, cadence, since::text AS since, board_days::text[] AS "boardDays", readers, value FROM report_settings ${lock}`,
  );
  if (!row) throw new Error('the one row of the table report_settings is missing');
  return { ...row, value: row.value ?? nothingTold };
}

/** The latest day that a report was made for by itself. */
export async function lastScheduled(manager: EntityManager): Promise<Day | null> {
  const [row] = await manager.query<{ last: Day | null }[]>('SELECT max(scheduled_on)::text AS last FROM report');
  return row?.last ?? null;
}

/** As people change them, without what follows from them. */
export function toRecorded({ cadence, boardDays, readers, value }: StoredReportSettings): Omit<ReportSettings, 'nextOn'> {
  return { cadence, boardDays: [...boardDays], readers: [...readers], value: value as ReportSettings['value'] };
}

const untouched = { state: 'not-started', owner: '', note: '' } as const;
const nothingTold: ValueFacts = {
  awsRevenue: null,
  activeCategories: [],
  classByHand: null,
  inChina: false,
  strategies: Object.fromEntries(strategies.map((name) => [name, untouched])) as Record<StrategyName, typeof untouched>,
};
