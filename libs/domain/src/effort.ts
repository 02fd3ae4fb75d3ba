import { rules, type BlockingCode, type FindingKind } from './eligibility.js';
import type { SectionName } from './portfolio.js';
import { bitOf, gapsOf, type Finding, type Verdict } from './verdict.js';

/** Codes that have a price: the sections share one, and a study that was used before cannot be mended. */
export type EffortCode = 'section' | Exclude<BlockingCode, `section:${SectionName}` | 'not-used-before'>;
export type EffortTable = { readonly [C in EffortCode]: number };

/** Points for closing a gap, unless the organisation sets others (rules 7.3). */
export const usualEffort: EffortTable = {
  relevance: 2,
  section: 3,
  'measured-outcome': 3,
  published: 5,
  'url-reachable': 1,
  'anonymous-description': 1,
  'name-withheld': 2,
  title: 1,
  summary: 1,
  'service-usage': 2,
  'aws-services': 1,
  'required-services': 0,
  diagram: 3,
  'support-services': 2,
  category: 1,
  'legal-entity': 1,
  'external-customer': 1,
  'in-production': 1,
  fresh: 1,
};

/** Points for a new study for a new customer, and for each further target it supports (rules 7.3). */
export const usualNewStudyEffort = { first: 20, further: 2 } as const;

/**
 * Points to make the study support the specialization, `null` where something cannot be fixed (rules 7.2, 7.3). What
 * only arises by fixing something else is paid with it; advice costs nothing.
 */
export function effortOf(verdict: Pick<Verdict, FindingKind>, points = usualEffort): number | null {
  let sum = 0;
  for (const finding of gapsOf(verdict)) {
    const effort = effortOfFinding(finding, points);
    if (effort === null) return null;
    sum += effort;
  }
  return sum;
}

/** Points to close one finding: 0 when it is met or advice, `null` when it cannot be fixed. */
export function effortOfFinding(finding: Finding, points = usualEffort): number | null {
  if (finding.outcome === 'met' || finding.kind === 'advice') return 0;
  return isFixable(finding) ? points[effortCodeOf(finding.code as BlockingCode)] : null;
}

/** Whether work on text or data can close the finding (rules 4, "Fix"): whatever is unanswered can be answered. */
export function isFixable({ code, outcome }: Finding): boolean {
  return outcome !== 'unmet' || rules[code].fixable;
}

/** Whether every blocking gap of the verdict can be closed (rules 7.2). */
export function allFixable({ blocking }: Pick<Verdict, 'blocking'>): boolean {
  return (blocking.unmet & unfixableBits) === 0;
}

/** The blocking codes whose `unmet` cannot be fixed, as bits of `Marks.unmet`. */
export const unfixableBits = (Object.keys(rules) as BlockingCode[])
  .filter((code) => rules[code].kind === 'blocking' && !rules[code].fixable)
  .reduce((bits, code) => bits | bitOf(code), 0);

function effortCodeOf(code: BlockingCode): EffortCode {
  // Never unanswered and never fixable, so it is asked for no price.
  if (code === 'not-used-before') throw new Error('A study that was used before cannot be mended.');
  return isSection(code) ? 'section' : code;
}

function isSection(code: BlockingCode): code is `section:${SectionName}` {
  return code.startsWith('section:');
}
