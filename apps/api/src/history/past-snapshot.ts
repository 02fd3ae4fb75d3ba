import type { Day, Known } from '@caseboard/domain';
import { newEngine } from '../portfolio/engine-after.js';
import { Records } from '../portfolio/records.js';
import type { Stored } from '../portfolio/rows.js';
import { Snapshot } from '../portfolio/snapshot.js';
import { WithholdingCache } from '../portfolio/withholding.js';

export interface Past extends Known {
  readonly revision: number;
  /** Codes of the catalog entries that are not as shipped. */
  readonly ownCodes: ReadonlySet<string>;
}

/** The portfolio as it once stood, to be asked like the present one; `today` is the day that it was. */
export async function pastSnapshot({ portfolio, warningDays, revision, ownCodes }: Past, today: Day): Promise<Snapshot> {
  const own = portfolio.specializations.filter(({ code }) => ownCodes.has(code));
  return new Snapshot({
    revision,
    warningDays,
    settingsVersion: 0,
    portfolio,
    studies: recordsOf(portfolio.studies, ({ id }) => id),
    customers: recordsOf(portfolio.customers, ({ id }) => id),
    entries: recordsOf(own, ({ code }) => code),
    catalog: new Map(portfolio.specializations.map((entry) => [entry.code, entry])),
    engine: await newEngine(portfolio),
    today: () => today,
    withholdings: new WithholdingCache(),
  });
}

function recordsOf<R>(records: readonly R[], idOf: (record: R) => string): Records<R> {
  const meta = { version: 0, createdAt: '', updatedAt: '' };
  const stored = records.map((record, position): Stored<R> => ({ id: idOf(record), position, record, meta }));
  return Records.none<R>().with(stored, []);
}
