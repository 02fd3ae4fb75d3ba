import { daysBetween, type Day } from '../day.js';
import { startBy } from '../mail-days.js';
import type { Target } from '../portfolio.js';
import { isAppliable, type Readiness, type ReadinessStatus } from '../readiness.js';
import { closing, holderOf, type Situation } from '../situation.js';
import { costsOfSwap } from '../swap.js';
import { isGain, seekCheapestFix, type Fix } from '../way-out.js';
import { weightsOf } from './ahead.js';
import type { Decision, Loss, StatusChange } from './report.js';

/** A page has room for a handful, and leadership time for no more. */
const mostDecisions = 5;

interface Asked {
  readonly asOf: Day;
  /** Within twelve months. */
  readonly losses: readonly Loss[];
  readonly changes: readonly StatusChange[];
  readonly daysPerPoint: number;
}

/** What to decide about the targets: those lost, those that will be, those that are short; the weightiest first. */
export function* decisionsFor(situation: Situation, asked: Asked): Generator<void, Decision[]> {
  const needs = situation.portfolio.partner.targets.flatMap((target) => needOf(situation, target, asked) ?? []).sort(mostNeededFirst);
  const decisions: Decision[] = [];
  for (const need of needs.slice(0, mostDecisions)) {
    decisions.push(yield* decisionFor(situation, need, asked));
    yield;
  }
  return decisions;
}

interface Need {
  readonly target: Target;
  readonly why: Decision['why'];
  readonly on: Day | null;
  /** The day at which a way out is looked for. */
  readonly at: Day;
  readonly then: Readiness;
}

function needOf({ engine, warningDays, ...rest }: Situation, target: Target, { asOf, losses, changes }: Asked): Need | null {
  const { specialization: code, submitOn } = target;
  const readinessOn = (day: Day) => engine.readinessOf(code, day, warningDays);
  const now = readinessOn(asOf);
  if (!now) return null;
  const need = (why: Need['why'], on: Day | null, at: Day): Need | null => {
    const then = readinessOn(at);
    const lifecycle = engine.specialization(code)?.specialization.lifecycle;
    const isHeld = rest.portfolio.partner.heldSpecializations.includes(code);
    // Nothing is won by work on what nobody can apply for any more, or what is about to end.
    const isWorthIt = lifecycle && (isHeld ? !(lifecycle.endsOn !== null && lifecycle.endsOn <= at) : isAppliable(lifecycle, at));
    return then && isWorthIt ? { target, why, on, at, then } : null;
  };
  const planned = submitOn !== null && submitOn >= asOf ? submitOn : null;
  if (now.status === 'not-ready') {
    const lost = changes.findLast(({ specialization, before, after }) => specialization === code && isFall(before, after));
    return lost ? need('lost', lost.on, asOf) : need('short', planned, planned ?? asOf);
  }
  const loss = losses
    .filter(({ specialization }) => specialization === code)
    .reduce<Loss | null>((first, each) => (first && first.on <= each.on ? first : each), null);
  return loss && need('will-be-lost', loss.on, loss.on);
}

function* decisionFor(situation: Situation, { target, why, on, at, then }: Need, { asOf, daysPerPoint }: Asked): Generator<void, Decision> {
  const fix = yield* seekCheapestFix(situation, target.specialization, at, then);
  const isNew = fix.kind === 'new-study';
  return {
    specialization: target.specialization,
    why,
    on,
    wayOut: fix.kind,
    study: isNew ? null : fix.count.id,
    replaces: fix.lose?.id ?? null,
    gaps: fix.gaps,
    effort: fix.effort,
    owner: isNew ? null : fix.count.owner,
    startBy: on !== null && on > asOf ? startBy(on, fix.effort, daysPerPoint) : null,
    readyThrough: fix.readyThrough,
    helpsAlso: isNew ? [] : helpedToo(situation, fix, target.specialization, at),
    costs: costsOf(situation, fix, target.specialization, asOf),
  };
}

/** What the swap costs of what was promised or is held. */
function costsOf(situation: Situation, { count, lose }: Fix, code: string, asOf: Day): Decision['costs'] {
  if (!lose) return [];
  const weights = weightsOf(situation.portfolio.partner);
  return costsOfSwap(situation, count, lose, code, asOf)
    .map(({ specialization, on }) => ({ specialization: specialization.code, on }))
    .filter(({ specialization }) => weights.has(specialization));
}

/** Other targets and held ones that the study is linked to and would help, once its gaps are closed. */
function helpedToo(situation: Situation, { count }: Fix, code: string, at: Day): string[] {
  const holder = holderOf(situation, count);
  const weights = weightsOf(situation.portfolio.partner);
  return count.applications.flatMap(({ specialization: other }) => {
    if (other === code || !weights.has(other)) return [];
    const before = situation.engine.readinessOf(other, at, situation.warningDays);
    const after = closing(situation, other, count, holder, at);
    return before && after && isGain(before, after) ? [other] : [];
  });
}

const isFall = (before: ReadinessStatus | null, after: ReadinessStatus | null): boolean =>
  before !== null && before !== 'not-ready' && after === 'not-ready';

const urgency: { readonly [W in Decision['why']]: number } = { lost: 0, 'will-be-lost': 1, short: 2 };

function mostNeededFirst(one: Need, other: Need): number {
  return (
    other.target.weight - one.target.weight ||
    urgency[one.why] - urgency[other.why] ||
    daysBetween(other.at, one.at) ||
    (one.target.specialization < other.target.specialization ? -1 : 1)
  );
}
