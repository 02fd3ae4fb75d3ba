/** What a day costs: which specializations count fewer studies from it on, and which stop being ready (rules 8.3, 8.4). */
import { dayNumber, dayOfNumber, type Day } from './day.js';
import { expiresOn } from './freshness.js';
import type { Partner } from './portfolio.js';
import type { Counts } from './readiness.js';
import { countsOf, isReady, needsOf, without, type CountingStudy, type Timeline } from './timeline.js';

/** A specialization that counts fewer studies from the day on. */
export interface Fall {
  readonly specialization: string;
  readonly before: Counts;
  readonly after: Counts;
  readonly needs: Counts;
  readonly stopsBeingReady: boolean;
  /** Ids of all studies that expire in it on the day, in document order. */
  readonly studies: readonly string[];
}

/** How bad an alert is; {@link compareHarm} puts the worst first. */
export interface Harm {
  /** Of the targets and held specializations that stop being ready: the weight of the target, else 1. */
  readonly weight: number;
  /** Specializations whose count falls. */
  readonly falls: number;
  readonly day: Day;
  readonly id: string;
}

/**
 * The specializations, of those given by code, that lose studies by expiry on the day: what counts on the day before,
 * against the same without those that expire. A study that goes live on the very day is not set against the loss.
 */
export function fallsOn(day: Day, timelines: Iterable<readonly [string, Timeline]>): Fall[] {
  const number = dayNumber(day);
  const falls: Fall[] = [];
  for (const [specialization, timeline] of timelines) {
    const expiring = expiringOn(number, day, timeline);
    if (expiring.length > 0) falls.push(fallOf(specialization, timeline, number, expiring));
  }
  return falls;
}

/** The falls that the study has part in, in their order. The list is read once: it must be complete when first asked. */
export function fallsOf(study: string, falls: readonly Fall[]): Fall[] {
  return indexOf(falls).get(study) ?? [];
}

/** The harm of an alert (rules 8.4): `falls` are those that its subject has part in. */
export function harmOf(falls: readonly Fall[], { targets, heldSpecializations }: Partner, day: Day, id: string): Harm {
  const weightOf = (code: string): number =>
    targets.find(({ specialization }) => specialization === code)?.weight ?? (heldSpecializations.includes(code) ? 1 : 0);
  const lost = falls.filter(({ stopsBeingReady }) => stopsBeingReady);
  return { weight: lost.reduce((sum, { specialization }) => sum + weightOf(specialization), 0), falls: falls.length, day, id };
}

/** Orders the most harmful first (rules 8.4). */
export function compareHarm(a: Harm, b: Harm): number {
  return b.weight - a.weight || b.falls - a.falls || inOrder(a.day, b.day) || inOrder(a.id, b.id);
}

/** Those that expire: ceasing to count by an acceptance (`not-used-before`) is none. What counts does so from its go-live on. */
function expiringOn(number: number, day: Day, timeline: Timeline): CountingStudy[] {
  const ending = timeline.endingOn(number);
  const { freshnessMonths } = timeline.requires;
  const goLives = [...new Set(ending.map(({ from }) => from))];
  const expiring = new Set(goLives.filter((from) => expiresOn(dayOfNumber(from), freshnessMonths) === day));
  return ending.filter(({ from }) => expiring.has(from));
}

function fallOf(specialization: string, timeline: Timeline, day: number, expiring: readonly CountingStudy[]): Fall {
  const before = timeline.tallyOn(day - 1);
  const after = without(before, expiring);
  return {
    specialization,
    before: countsOf(before),
    after: countsOf(after),
    needs: needsOf(timeline.requires),
    stopsBeingReady: isReady(before, timeline.requires) && !isReady(after, timeline.requires),
    studies: expiring.map(({ id }) => id),
  };
}

/** Thousands of studies may expire on one day, and each asks for its own falls. */
const indexes = new WeakMap<readonly Fall[], ReadonlyMap<string, Fall[]>>();

function indexOf(falls: readonly Fall[]): ReadonlyMap<string, Fall[]> {
  const known = indexes.get(falls);
  if (known) return known;
  const index = new Map<string, Fall[]>();
  for (const fall of falls)
    for (const study of fall.studies) {
      const own = index.get(study);
      if (own) own.push(fall);
      else index.set(study, [fall]);
    }
  indexes.set(falls, index);
  return index;
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
