/** What comes with nothing changed: losses in order of harm (rules 8.4), planned gains, and what hangs on one study. */
import { compareHarm, fallsOn, harmOf, type Fall, type Harm } from '../consequence.js';
import { addMonths, dayNumber, dayOfNumber, type Day } from '../day.js';
import { isReady, countsOf, needsOf, type Timeline } from '../timeline.js';
import type { Situation } from '../situation.js';
import type { CrowdedMonth, Gain, Loss, SinglePoint } from './report.js';

/** Weights of what was promised or is held: that of the target, else 1 (rules 8.4). */
export function weightsOf({ targets, heldSpecializations }: Situation['portfolio']['partner']): ReadonlyMap<string, number> {
  return new Map([
    ...heldSpecializations.map((code) => [code, 1] as const),
    ...targets.map(({ specialization, weight }) => [specialization, weight] as const),
  ]);
}

/** Every time within twelve months that a target or held one stops being ready, worst first. */
export function lossesAhead({ portfolio, engine }: Situation, asOf: Day): Loss[] {
  const { partner, specializations } = portfolio;
  const weights = weightsOf(partner);
  const timelines = specializations.map(({ code }) => [code, engine.timeline(code) as Timeline] as const);
  const losses = timelines.flatMap(([code, timeline]) => {
    const weight = weights.get(code);
    return weight === undefined ? [] : turnsAhead(timeline, asOf, false).map((day) => lossOf(code, timeline, day, weight, partner.targets));
  });
  const falls = new Map([...new Set(losses.map(({ on }) => on))].map((on) => [on, fallsOn(on, timelines)]));
  const ranked = losses.map((loss) => ({ loss, harm: harmOfLoss(loss, falls.get(loss.on) ?? [], partner) }));
  return ranked.sort((one, other) => compareHarm(one.harm, other.harm)).map(({ loss }) => loss);
}

/** What becomes ready within twelve months, soonest first. */
export function gainsAhead({ portfolio, engine }: Situation, asOf: Day): Gain[] {
  const targets = new Set(portfolio.partner.targets.map(({ specialization }) => specialization));
  const gains = portfolio.specializations.flatMap(({ code }) => {
    const timeline = engine.timeline(code) as Timeline;
    return turnsAhead(timeline, asOf, true).map((day) => {
      const begun = timeline.countingOn(day).filter(({ from }) => from === day);
      return { on: dayOfNumber(day), specialization: code, isTarget: targets.has(code), studies: begun.map(({ id }) => id) };
    });
  });
  return gains.sort((one, other) => (one.on === other.on ? Number(other.isTarget) - Number(one.isTarget) : one.on < other.on ? -1 : 1));
}

/** Months in which two or more of them are lost, in order. */
export function crowdedMonthsOf(losses: readonly Loss[]): CrowdedMonth[] {
  const byMonth = new Map<string, Set<string>>();
  for (const { on, specialization } of losses) {
    const month = on.slice(0, 7);
    byMonth.set(month, (byMonth.get(month) ?? new Set()).add(specialization));
  }
  return [...byMonth]
    .filter(([, codes]) => codes.size > 1)
    .map(([month, codes]) => ({ month, specializations: [...codes] }))
    .sort((one, other) => (one.month < other.month ? -1 : 1));
}

/** Studies whose loss alone costs a target or a held one (rules 6.7), the weightiest first, then in document order. */
export function singlePointsOf({ portfolio, engine, warningDays }: Situation, asOf: Day): SinglePoint[] {
  const weights = weightsOf(portfolio.partner);
  const points = new Map<string, { study: string; specializations: string[]; weight: number }>();
  for (const [code, weight] of weights) {
    for (const study of engine.readinessOf(code, asOf, warningDays)?.critical ?? []) {
      const point = points.get(study) ?? { study, specializations: [], weight: 0 };
      point.specializations.push(code);
      points.set(study, { ...point, weight: point.weight + weight });
    }
  }
  const order = new Map(portfolio.studies.map(({ id }, place) => [id, place]));
  const place = ({ study }: SinglePoint) => order.get(study) ?? 0;
  return [...points.values()]
    .sort((one, other) => other.weight - one.weight || place(one) - place(other))
    .map(({ study, specializations }) => ({ study, specializations }));
}

/** The days within twelve months on which it turns ready, or not ready. */
function turnsAhead(timeline: Timeline, asOf: Day, ready: boolean): number[] {
  const [first, last] = [dayNumber(asOf), dayNumber(addMonths(asOf, 12))];
  return timeline.flips.filter((day) => first < day && day <= last && isReady(timeline.tallyOn(day), timeline.requires) === ready);
}

function lossOf(
  code: string,
  timeline: Timeline,
  day: number,
  weight: number,
  targets: Situation['portfolio']['partner']['targets'],
): Loss {
  return {
    on: dayOfNumber(day),
    specialization: code,
    isTarget: targets.some(({ specialization }) => specialization === code),
    weight,
    studies: timeline.endingOn(day).map(({ id }) => id),
    leaves: countsOf(timeline.tallyOn(day)),
    needs: needsOf(timeline.requires),
  };
}

/** That of the alert about the studies behind it; where an acceptance is behind it, there is none, and its own weight counts. */
function harmOfLoss(
  { on, specialization, studies, weight }: Loss,
  falls: readonly Fall[],
  partner: Situation['portfolio']['partner'],
): Harm {
  const own = falls.filter((fall) => fall.studies.some((study) => studies.includes(study)));
  const harm = harmOf(own, partner, on, specialization);
  return { ...harm, weight: Math.max(harm.weight, weight) };
}
