import { addDays, addMonths, type Day, type Partner, type Study } from '@caseboard/domain';
import { inOrder, type Difference, type RecordedChange } from '../writing/changes.js';

/** What the record tells of one day. */
export interface PastDay {
  readonly day: Day;
  readonly changes: readonly RecordedChange[];
}

/** The trend of a report goes back a year. */
const monthsKept = 13;
/** A study is written after its go-live. */
const writtenAfterDays = 30;
const brokenForDays = 12;
const lastTargetForDays = 75;

/**
 * How the demo company came to be what it is on `today`: what is brought in at once is told as if it had grown over a year,
 * so that report and history say something on the first day. In order of days; together they are the difference.
 */
export function demoPast(difference: Difference, today: Day): PastDay[] {
  const begin = addMonths(today, -monthsKept);
  const days = new Map<Day, RecordedChange[]>();
  for (const change of inOrder(difference)) {
    let before = change.before;
    for (const [day, after] of versionsOf(change, begin, today)) {
      days.set(day, [...(days.get(day) ?? []), { ...change, before, after }]);
      before = after;
    }
  }
  return [...days].sort(([one], [other]) => (one < other ? -1 : 1)).map(([day, changes]) => ({ day, changes }));
}

function versionsOf({ kind, after }: RecordedChange, begin: Day, today: Day): (readonly [Day, unknown])[] {
  if (kind === 'study') return versionsOfStudy(after as Study, begin, today);
  if (kind === 'settings') return versionsOfSettings(after as Partner, begin, today);
  return [[begin, after]];
}

/** A draft at first, active some weeks after its go-live; a page that does not answer did so until lately. */
function versionsOfStudy(study: Study, begin: Day, today: Day): (readonly [Day, Study])[] {
  const isBroken = study.urlState === 'broken';
  const answering: Study = isBroken ? { ...study, urlState: 'ok' } : study;
  const written = study.deployedOn === null ? begin : addDays(study.deployedOn, writtenAfterDays);
  const activeFrom = written < begin ? begin : written < today ? written : today;
  const isDraftFirst = study.status === 'active' && activeFrom > begin;
  return [
    [begin, isDraftFirst ? { ...answering, status: 'draft' } : answering],
    ...(isDraftFirst ? [[activeFrom, answering] as const] : []),
    ...(isBroken ? [[addDays(today, -brokenForDays), study] as const] : []),
  ];
}

function versionsOfSettings(partner: Partner, begin: Day, today: Day): (readonly [Day, Partner])[] {
  return [
    [begin, { ...partner, targets: partner.targets.slice(0, -1) }],
    [addDays(today, -lastTargetForDays), partner],
  ];
}
