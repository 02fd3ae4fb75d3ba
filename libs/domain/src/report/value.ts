/** What readiness is worth (rules 9.1, 9.4). */
import type { ReadinessStatus } from '../readiness.js';
import { partnerClasses, type BusinessValue, type PartnerClass, type PremierGate, type ValueFacts } from './business-value.js';

/** Cents of services revenue for each unit of AWS sold, and the active categories from which a partner is read as of the class. */
const classes: { readonly [C in PartnerClass]: { readonly cents: number; readonly categories: number } } = {
  focused: { cents: 126, categories: 1 },
  'multi-category': { cents: 326, categories: 2 },
  progressive: { cents: 578, categories: 4 },
  expert: { cents: 713, categories: 6 },
};

const premierAsks = 3;
/** The programmes of which Premier asks for one, as the catalog has them. */
const premierOneOf = ['msp', 'competency-devops-services', 'competency-cloud-operations-services'];

interface Stands {
  /** Every code of the catalog with its status. */
  readonly statuses: ReadonlyMap<string, ReadinessStatus>;
  readonly heldSpecializations: readonly string[];
}

export function businessValueOf(facts: ValueFacts, stands: Stands): BusinessValue {
  const active = new Set(facts.activeCategories).size;
  const partnerClass = facts.classByHand ?? partnerClasses.findLast((one) => active >= classes[one].categories) ?? null;
  const next = partnerClasses[partnerClass === null ? 0 : partnerClasses.indexOf(partnerClass) + 1];
  return {
    facts,
    partnerClass,
    multiplier: partnerClass && classes[partnerClass].cents / 100,
    upTo: partnerClass && estimate(facts, partnerClass),
    next: next
      ? {
          partnerClass: next,
          categories: Math.max(0, classes[next].categories - active),
          multiplier: classes[next].cents / 100,
          upTo: estimate(facts, next),
        }
      : null,
    premier: premierGateOf(stands),
  };
}

/** Rounded to two figures. */
function estimate({ awsRevenue }: ValueFacts, partnerClass: PartnerClass): number | null {
  return awsRevenue && Number(((awsRevenue.amount * classes[partnerClass].cents) / 100).toPrecision(2));
}

function premierGateOf({ statuses, heldSpecializations }: Stands): PremierGate {
  const held = heldSpecializations.filter((code) => statuses.has(code));
  const oneOf = premierOneOf.filter((code) => statuses.has(code));
  const missing = Math.max(0, premierAsks - held.length);
  const missesOneOf = !held.some((code) => oneOf.includes(code));
  return {
    asked: premierAsks,
    held,
    ready: [...statuses].filter(([code, status]) => status !== 'not-ready' && !held.includes(code)).map(([code]) => code),
    oneOf,
    missing,
    missesOneOf,
    isMet: missing === 0 && !missesOneOf,
  };
}
