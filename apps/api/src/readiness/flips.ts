import type { Flip, ReadinessStep } from '@caseboard/contracts';
import { flipsOf, stepsOf, type Day, type Specialization, type Timeline } from '@caseboard/domain';
import type { Brief, Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { isHeld, targetOf } from './readiness-list.js';

/** Every change of status after `from` and up to `to` with nothing changed, soonest first; days of the same date in catalog order. */
export function allFlips(snapshot: Snapshot, names: Names, from: Day, to: Day): Flip[] {
  const flips = snapshot.portfolio.specializations.flatMap(({ code }) => flipsOfOne(snapshot, names, code, from, to));
  return flips.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** The changes of status of one specialization. */
export function flipsOfOne(snapshot: Snapshot, names: Names, code: string, from: Day, to: Day): Flip[] {
  const timeline = snapshot.engine.timeline(code);
  const { name, requires } = snapshot.specialization(code) as Specialization;
  if (!timeline || timeline.flips.length === 0) return [];
  return flipsOf(timeline, from, to, snapshot.warningDays).map(({ studies, ...flip }) => ({
    ...flip,
    code,
    name,
    studies: studies.flatMap(briefly(snapshot, names)),
    needs: requires.studies,
    target: targetOf(snapshot, code) !== null,
    held: isHeld(snapshot, code),
  }));
}

/** The steps of a chart from one day to another, both included. A study that is only supposed is counted, not named. */
export function steps(snapshot: Snapshot, names: Names, timeline: Timeline, from: Day, to: Day): ReadinessStep[] {
  const brief = briefly(snapshot, names);
  return stepsOf(timeline, from, to, snapshot.warningDays).map(({ lost, gained, ...step }) => ({
    ...step,
    lost: lost.flatMap(brief),
    gained: gained.flatMap(brief),
  }));
}

/** How the reader sees a study that the engine names by its id; nothing for one that is not stored. */
export function briefly(snapshot: Snapshot, names: Names): (id: string) => Brief[] {
  return (id) => {
    const study = snapshot.study(id);
    return study ? [names.brief(study)] : [];
  };
}
