import { addDays, addMonths, type Day } from '../day.js';
import { statusesOf } from '../steps.js';
import { needsOf } from '../timeline.js';
import type { Situation } from '../situation.js';
import type { Headline, Standing, TargetStanding } from './report.js';

/** The targets, soonest loss first, then those that are not ready, nearest first. */
export function targetStandings({ engine, portfolio, warningDays }: Situation, asOf: Day): TargetStanding[] {
  const { targets, heldSpecializations } = portfolio.partner;
  const standings = targets.flatMap(({ specialization, weight, submitOn }): TargetStanding[] => {
    const now = engine.readinessOf(specialization, asOf, warningDays);
    const timeline = engine.timeline(specialization);
    if (!now || !timeline) return [];
    const { code: _code, critical: _critical, ...answer } = now;
    return [
      {
        ...answer,
        specialization,
        weight,
        held: heldSpecializations.includes(specialization),
        submitOn,
        needs: needsOf(timeline.requires),
        ahead: statusesOf(timeline, asOf, addMonths(asOf, 12), warningDays),
      },
    ];
  });
  return standings.sort(soonestFirst);
}

/** One judgement of how the targets stand (DESIGN.md, "Report": the headline says what it means). */
export function headlineOf({ ready, atRisk, notReady }: Standing, targets: readonly TargetStanding[]): Headline {
  const lapses = targets.filter(({ status }) => status === 'at-risk').map(({ readyThrough }) => addDays(readyThrough as Day, 1));
  const codes = (from: readonly string[]) => targets.map(({ specialization }) => specialization).filter((code) => from.includes(code));
  const fileable = [...ready, ...atRisk];
  return {
    code: judgementOf(fileable.length, atRisk.length, notReady.length),
    targets: codes([...fileable, ...notReady]),
    fileable: codes(fileable),
    lapsing: codes(atRisk),
    lastLapse: lapses.sort().at(-1) ?? null,
  };
}

function judgementOf(fileable: number, lapsing: number, notReady: number): Headline['code'] {
  if (fileable + notReady === 0) return 'no-targets';
  if (fileable === 0) return 'none-ready';
  if (lapsing > 0) return 'some-lapse';
  return notReady > 0 ? 'some-ready' : 'all-ready';
}

function soonestFirst(one: TargetStanding, other: TargetStanding): number {
  const end = ({ readyThrough }: TargetStanding) => readyThrough ?? '~'; // after every day and "open"
  if (end(one) !== end(other)) return end(one) < end(other) ? -1 : 1;
  return shortOf(one) - shortOf(other) || other.weight - one.weight;
}

const shortOf = ({ missing }: TargetStanding): number => missing.studies + missing.public + missing.categories;
