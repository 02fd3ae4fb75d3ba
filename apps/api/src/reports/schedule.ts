import type { cadences } from '@caseboard/contracts';
import { addDays, addMonths, type Day } from '@caseboard/domain';

/** When reports go out by themselves. */
export interface ReportSchedule {
  readonly cadence: (typeof cadences)[number];
  /** The day on which the cadence was chosen: what had begun by then is not made up for. */
  readonly since: Day | null;
  readonly boardDays: readonly Day[];
}

/**
 * The day whose report is due today; null where none is. An outage is made up for: a month's or quarter's until the next
 * begins, a board's until its day is over. `last` is the latest day that a report was made for.
 */
export function dueOn(schedule: ReportSchedule, last: Day | null, today: Day): Day | null {
  const periods = periodStarts(schedule, today).filter((day) => day <= today);
  const boards = schedule.boardDays.filter((board) => board >= today).map(dayBefore);
  const due = latest([...periods, ...boards.filter((day) => day <= today)]);
  return due !== null && (last === null || last < due) ? due : null;
}

/** The next day on which a report goes out by itself, today included; null where none is planned. */
export function nextOn(schedule: ReportSchedule, last: Day | null, today: Day): Day | null {
  if (dueOn(schedule, last, today) !== null) return today;
  const ahead = [...periodStarts(schedule, today), ...schedule.boardDays.map(dayBefore)].filter((day) => day > today);
  return ahead.sort()[0] ?? null;
}

/** The first day of the quarter that the day is in, or of one so many quarters later. */
export function startOfQuarter(day: Day, later = 0): Day {
  const month = Number(day.slice(5, 7));
  return addMonths(startOfMonth(day), ((1 - month) % 3) + 3 * later);
}

const startOfMonth = (day: Day) => `${day.slice(0, 7)}-01` as Day;
const dayBefore = (day: Day) => addDays(day, -1);
const latest = (days: readonly Day[]) => [...days].sort().at(-1) ?? null;

/** The present period's first day, where the cadence held by then, and the next one's. */
function periodStarts({ cadence, since }: ReportSchedule, today: Day): Day[] {
  const starts = {
    never: () => [],
    monthly: () => [startOfMonth(today), addMonths(startOfMonth(today), 1)],
    quarterly: () => [startOfQuarter(today), startOfQuarter(today, 1)],
  };
  return starts[cadence]().filter((day) => since !== null && day > since);
}
