import type { Day, Specialization, ValueFacts } from '@caseboard/domain';
import type { HistoryQuery } from '../history/history-reader.service.js';

/** What a report rests on besides the record of changes: kept with it, so that it can be made again. */
export interface Asked {
  readonly from: Day;
  /** The last revision that the report before knew, where one was issued for that day. */
  readonly fromRevision: number | null;
  readonly to: Day;
  /** The first day of the record. */
  readonly knownSince: Day;
  /** The day that it was, and the revision that was the last. */
  readonly today: Day;
  readonly revision: number;
  readonly daysPerPoint: number;
  readonly value: ValueFacts;
  /** The catalog of specializations as it was shipped then. */
  readonly shipped: readonly Specialization[];
}

/** The whole record up to the day: who touched what is told from its beginning. */
export function historyOf({ from, fromRevision, knownSince, to, today, revision, shipped }: Asked): HistoryQuery {
  const startsAfter = from === knownSince ? (fromRevision ?? undefined) : undefined;
  return { startsOn: knownSince, startsAfter, until: to, upTo: revision, today, shipped };
}
