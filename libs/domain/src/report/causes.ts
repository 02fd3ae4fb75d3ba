/** What is behind a change of status: the day itself, or something in the write that did it. */
import { dayOfNumber } from '../day.js';
import { expiresOn } from '../freshness.js';
import type { Study } from '../portfolio.js';
import type { ReadinessStatus } from '../readiness.js';
import { statusOn } from '../steps.js';
import { sameCounting, type CountingStudy, type Timeline } from '../timeline.js';
import type { Revision } from './history.js';
import type { ChangeCause, StudyEvent } from './report.js';

/** How a specialization stood on a day. */
export interface Stand {
  readonly timeline: Timeline;
  readonly status: ReadinessStatus;
  readonly warningDays: number;
}

/** The cause where nothing but time went by. */
export function causeOfDay(timeline: Timeline, day: number, before: ReadinessStatus, after: ReadinessStatus): ChangeCause {
  if (after === 'not-ready') return studies(timeline.endingOn(day).map((study) => ending(timeline, study, day, endedBy)));
  if (before !== 'not-ready') return comingLoss(timeline, day);
  const begun = timeline.countingOn(day).filter(({ from }) => from === day);
  return studies(begun.map(({ id }) => ({ study: id, event: 'went-live', day: null })));
}

/** The cause where a write changed the status, or made it a target or none. */
export function causeOfRevision(
  revision: Revision,
  day: number,
  before: Stand | null,
  after: Stand | null,
  isTarget: boolean,
): ChangeCause {
  if (!before) return { code: 'entry-added' };
  if (!after) return { code: 'entry-removed' };
  if (before.status === after.status) return { code: isTarget ? 'target-added' : 'target-removed' };
  if (!isSame(before.timeline.requires, after.timeline.requires)) return { code: 'requirements' };
  const isByWindow = before.warningDays !== after.warningDays && statusOn(after.timeline, day, before.warningDays) === before.status;
  if (isByWindow) return { code: 'warning-window' };
  const moved = movedStudies(before, after, day);
  if (moved.length > 0) return studies(moved.map((id) => eventIn(revision, id)));
  return after.status === 'at-risk' ? comingLoss(after.timeline, day) : { code: 'partner' };
}

function comingLoss(timeline: Timeline, day: number): ChangeCause {
  const flip = timeline.nextFlip(day);
  return studies(flip === null ? [] : timeline.endingOn(flip).map((study) => ending(timeline, study, flip, endsBy)));
}

const endedBy = { expiry: 'aged-out', acceptance: 'used-up' } as const;
const endsBy = { expiry: 'ages-out-soon', acceptance: 'used-up-soon' } as const;

/** What counts does so from its go-live on, so its expiry follows from that day. */
function ending({ requires }: Timeline, { id, from }: CountingStudy, day: number, words: typeof endedBy | typeof endsBy): StudyEvent {
  const end = dayOfNumber(day);
  const isExpiry = expiresOn(dayOfNumber(from), requires.freshnessMonths) === end;
  return { study: id, event: isExpiry ? words.expiry : words.acceptance, day: words === endsBy ? end : null };
}

/**
 * The studies whose part in it the write changed: of a fall those that count less, of a rise those that count more, and
 * where the end of readiness moved nearer or away, every one that counts on other days.
 */
function movedStudies(before: Stand, after: Stand, day: number): string[] {
  const moved = differing(before.timeline, after.timeline);
  const counts = (study: CountingStudy | undefined): boolean => study !== undefined && study.from <= day && day < study.until;
  const fell = moved.filter(({ was, is }) => counts(was) && (!counts(is) || differsInKind(was, is)));
  const rose = moved.filter(({ was, is }) => counts(is) && (!counts(was) || differsInKind(was, is)));
  const direct = after.status === 'not-ready' ? fell : before.status === 'not-ready' ? rose : moved;
  return (direct.length > 0 ? direct : moved).map(({ id }) => id);
}

interface Differing {
  readonly id: string;
  readonly was: CountingStudy | undefined;
  readonly is: CountingStudy | undefined;
}

function differing(before: Timeline, after: Timeline): Differing[] {
  const was = new Map(before.studies.map((study) => [study.id, study]));
  const is = new Map(after.studies.map((study) => [study.id, study]));
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((id) => ({ id, was: was.get(id), is: is.get(id) }))
    .filter(({ was: one, is: other }) => !one || !other || !sameCounting(one, other));
}

const differsInKind = (was: CountingStudy | undefined, is: CountingStudy | undefined): boolean =>
  was?.isPublic !== is?.isPublic || was?.category !== is?.category;

/** What the write did to the study; where it did nothing to it, it did something to its customer. */
function eventIn({ changes }: Revision, id: string): StudyEvent {
  const own = changes.flatMap((change) => (change.kind === 'study' && change.id === id ? [change] : []));
  const [first, last] = [own[0], own.at(-1)];
  const event = first && last ? eventBetween(first.before, last.after) : 'customer-changed';
  return { study: id, event, day: event === 'go-live-moved' ? (last?.after?.deployedOn ?? null) : null };
}

function eventBetween(before: Study | null, after: Study | null): StudyEvent['event'] {
  if (!before) return 'brought-in';
  if (!after) return 'removed';
  if (before.status !== after.status) return ({ active: 'activated', retired: 'retired', draft: 'back-to-draft' } as const)[after.status];
  if (before.urlState !== after.urlState && after.urlState === 'broken') return 'page-broken';
  if (before.urlState === 'broken' && after.urlState !== 'broken') return 'page-mended';
  return after.deployedOn !== null && before.deployedOn !== after.deployedOn ? 'go-live-moved' : 'edited';
}

function studies(events: readonly StudyEvent[]): ChangeCause {
  return { code: 'studies', events };
}

function isSame(one: object, other: object): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
