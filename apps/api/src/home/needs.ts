import type { Need, WayOut } from '@caseboard/contracts';
import { addDays, flipsOf, gapsOf, type Day, type Flip, type Readiness, type Specialization, type Target } from '@caseboard/domain';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';

/** A loss that is longer ago than this gives way to a planned submission, and is no need at all after the longer time. */
const lossIsNewsForDays = 30;
const lossIsKnownForDays = 180;

/** A need and what it is ranked by: weight at stake (rules 8.4), then the day. */
export interface Ranked {
  readonly need: Need;
  readonly harm: number;
}

/** What costs least to make a specialization ready on a day; those who cannot act are not given any. */
export type WayOutOf = (code: string, on: Day) => WayOut | null;

/**
 * What needs whoever answers for the portfolio: of the targets and the specializations held, those lost, those that
 * will be lost within the warning window, those short on the day planned for submission. Each at most once.
 */
export function portfolioNeeds(snapshot: Snapshot, names: Names, asOf: Day, wayOutOf: WayOutOf): Ranked[] {
  const { targets, heldSpecializations } = snapshot.portfolio.partner;
  const weights = new Map<string, number>([
    ...heldSpecializations.map((code) => [code, 1] as const),
    ...targets.map(({ specialization, weight }) => [specialization, weight] as const),
  ]);
  return [...weights].flatMap(([code, harm]) => {
    const specialization = snapshot.specialization(code);
    const target = targets.find((each) => each.specialization === code) ?? null;
    const found = specialization && needOf(snapshot, specialization, target, asOf);
    return found ? [{ harm, need: described(snapshot, names, specialization, found, asOf, wayOutOf) }] : [];
  });
}

interface Found {
  readonly kind: 'lost' | 'will-be-lost' | 'short-for-submission';
  /** Null for a loss of which the facts do not tell the day. */
  readonly on: Day | null;
  readonly have: number;
  readonly causes: readonly string[];
}

function needOf(snapshot: Snapshot, { code }: Specialization, target: Target | null, asOf: Day): Found | null {
  const now = snapshot.engine.readinessOf(code, asOf, snapshot.warningDays);
  if (!now) return null;
  const submitOn = target?.submitOn && target.submitOn >= asOf ? target.submitOn : null;
  const short = submitOn && shortFor(snapshot, code, submitOn);
  if (now.status === 'not-ready') {
    const loss = lost(snapshot, code, asOf, now) ?? unreachable(snapshot, code, asOf, now);
    const isNews = loss && (loss.on === null || loss.on > addDays(asOf, -lossIsNewsForDays));
    return isNews ? loss : (short ?? loss);
  }
  const loss = now.status === 'at-risk' ? willBeLost(snapshot, code, now) : null;
  return loss && !(submitOn && submitOn < (loss.on as Day)) ? loss : (short ?? loss);
}

/** The day on which it ceased to be ready, as today's facts tell it. */
function lost(snapshot: Snapshot, code: string, asOf: Day, now: Readiness): Found | null {
  const loss = lossesOf(snapshot, code, addDays(asOf, -lossIsKnownForDays), asOf).at(-1);
  return loss ? { kind: 'lost', on: loss.on, have: now.supporting.length, causes: loss.studies } : null;
}

/** A page that was found broken counted before; the facts do not tell since when. */
function unreachable(snapshot: Snapshot, code: string, asOf: Day, now: Readiness): Found | null {
  const { engine, portfolio, warningDays } = snapshot;
  const broken = portfolio.studies.filter(({ id, status, urlState, applications }) => {
    if (status !== 'active' || urlState !== 'broken' || !applications.some(({ specialization }) => specialization === code)) return false;
    const verdict = engine.verdict(id, code, asOf);
    return verdict !== null && gapsOf(verdict).every((gap) => gap.kind === 'advice' || gap.code === 'url-reachable');
  });
  const causes = broken.map(({ id }) => id);
  const then = engine.readinessIf(code, asOf, { count: causes }, warningDays);
  return then && then.status !== 'not-ready' ? { kind: 'lost', on: null, have: now.supporting.length, causes } : null;
}

function willBeLost(snapshot: Snapshot, code: string, { readyThrough }: Readiness): Found | null {
  const [loss] = lossesOf(snapshot, code, readyThrough as Day, addDays(readyThrough as Day, 1));
  return loss ? { kind: 'will-be-lost', on: loss.on, have: loss.leaves, causes: loss.studies } : null;
}

function shortFor({ engine, warningDays }: Snapshot, code: string, submitOn: Day): Found | null {
  const then = engine.readinessOf(code, submitOn, warningDays);
  return then?.status === 'not-ready' ? { kind: 'short-for-submission', on: submitOn, have: then.supporting.length, causes: [] } : null;
}

function lossesOf({ engine, warningDays }: Snapshot, code: string, from: Day, to: Day): Flip[] {
  const timeline = engine.timeline(code);
  return timeline ? flipsOf(timeline, from, to, warningDays).filter((flip) => flip.to === 'not-ready') : [];
}

function described(
  snapshot: Snapshot,
  names: Names,
  { code, name, requires }: Specialization,
  found: Found,
  asOf: Day,
  wayOutOf: WayOutOf,
): Need {
  const { kind, on, have, causes } = found;
  return {
    kind,
    specialization: { code, name },
    on,
    have,
    needs: requires.studies,
    causes: causes.flatMap((id) => {
      const study = snapshot.study(id);
      return study ? [names.brief(study)] : [];
    }),
    // What was lost is wanted back now; what lies ahead is wanted on its day.
    wayOut: wayOutOf(code, kind === 'lost' || on === null ? asOf : on),
  };
}
