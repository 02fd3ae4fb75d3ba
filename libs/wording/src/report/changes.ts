import type { Day, ReadinessStatus, Report, StatusChange, StudyEvent } from '@caseboard/domain';
import { readinessWords } from '../status.js';
import { causeWords, changeWords, leavingWords, movementWords, studyEventWords } from './change-words.js';
import type { BalanceRow, Changes, CountedText, DayLine, PageMark } from './report-page.js';
import { counting, ofSpecializations, ofStudies, partOf, sentence, together, type Saying } from './saying.js';
import { standings } from './standing.js';

/** What changed since the last report and why, the latest first; with the sum, which is the difference. */
export function changesOf(report: Report, s: Saying): Changes {
  const { changes, before, from, knownSince } = report;
  const { status, came, went, unchanged } = movementWords[s.language];
  return {
    heading: before ? s.say(movementWords, 'changes', { day: s.day(from) }) : s.say(movementWords, 'unknown', { day: s.day(knownSince) }),
    heads: { status, before: s.day(from), came, went, now: s.day(report.to) },
    lines: changes.map((change) => lineOf(change, report.to, s)).reverse(),
    balance: standings.flatMap(([mark, part]) => (before ? [balanceOf(mark, before[part], report.now[part], changes, s)] : [])),
    none: changes.length === 0 ? unchanged : null,
  };
}

/** Circles of what is no target are grey unless they are ready. */
export const markOf = (status: ReadinessStatus | null, isTarget: boolean): PageMark =>
  status === null || (status === 'not-ready' && !isTarget) ? 'unready' : status;

type Known = ReadinessStatus | 'none';
const turns: { readonly [Before in Known]: { readonly [After in Known]: keyof (typeof changeWords)['en'] } } = {
  none: { none: 'stayed', ready: 'entered', 'at-risk': 'entered', 'not-ready': 'entered' },
  ready: { none: 'left', ready: 'stayed', 'at-risk': 'turned-at-risk', 'not-ready': 'lost' },
  'at-risk': { none: 'left', ready: 'safe-again', 'at-risk': 'stayed', 'not-ready': 'lost' },
  'not-ready': { none: 'left', ready: 'won', 'at-risk': 'won-at-risk', 'not-ready': 'stayed' },
};

function lineOf(change: StatusChange, to: Day, s: Saying): DayLine {
  const { on, specialization, after, isTarget } = change;
  const name = s.name(specialization);
  const lead = s.say(changeWords, turnOf(change), { name });
  const events = change.cause.code === 'studies' ? change.cause.events : [];
  return {
    on,
    day: s.day(on, on.slice(0, 4) === to.slice(0, 4) ? 'short' : 'plain'),
    specialization,
    name,
    isTarget: isTarget || change.wasTarget,
    mark: markOf(after, isTarget),
    sentence: sentence(lead, causeOf(change, s), ofSpecializations([specialization]), ofStudies(events.map(({ study }) => study))),
  };
}

function turnOf({ before, after, wasTarget, isTarget }: StatusChange): keyof (typeof changeWords)['en'] {
  if (before === after && wasTarget !== isTarget) return isTarget ? 'target-added' : 'target-removed';
  return turns[before ?? 'none'][after ?? 'none'];
}

function causeOf(change: StatusChange, s: Saying): string {
  const { cause, after, had, has, needs } = change;
  if (cause.code === 'target-added' || cause.code === 'target-removed') return '';
  if (cause.code !== 'studies') return s.say(causeWords, cause.code);
  const part = partOf(has, needs);
  const said = s.say(leavingWords, has[part] < needs[part] ? `now-${part}` : 'now-enough', { has: has[part], needs: needs[part] });
  return together([...eventsOf(cause.events, s), after === null || had[part] === has[part] ? null : said], s.language);
}

/** Studies to which the same happened are named in one sentence. */
function eventsOf(events: readonly StudyEvent[], s: Saying): string[] {
  const groups = new Map<string, StudyEvent[]>();
  for (const each of events) {
    const key = `${each.event} ${each.day}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const values = { studies: s.studies(group.map(({ study }) => study)), count: group.length, day: first.day && s.day(first.day) };
    return [s.say(studyEventWords, first.event, values)];
  });
}

function balanceOf(
  mark: ReadinessStatus,
  before: readonly string[],
  now: readonly string[],
  changes: readonly StatusChange[],
  s: Saying,
): BalanceRow {
  const was = (change: StatusChange) => change.wasTarget && change.before === mark;
  const is = (change: StatusChange) => change.isTarget && change.after === mark;
  const of = (some: readonly StatusChange[]): CountedText => counting(ofSpecializations(some.map(({ specialization }) => specialization)));
  return {
    mark,
    label: readinessWords[s.language][mark],
    before: counting(ofSpecializations(before)),
    came: of(changes.filter((change) => is(change) && !was(change))),
    went: of(changes.filter((change) => was(change) && !is(change))),
    now: counting(ofSpecializations(now)),
  };
}
