/** What readiness is worth: the Premier gate, the multiplier of Omdia's study, the six strategies (rules 9). */

/** The activities by which the study tells partners apart (rules 9.1). */
export const practiceCategories = ['advise', 'design', 'procure', 'build', 'adopt', 'manage'] as const;
export type PracticeCategory = (typeof practiceCategories)[number];

export const partnerClasses = ['focused', 'multi-category', 'progressive', 'expert'] as const;
export type PartnerClass = (typeof partnerClasses)[number];

/** The six strategies of the study (rules 9.2). */
export const strategies = [
  'executive-positioning',
  'wider-portfolio',
  'marketplace',
  'partner-managers',
  'partner-to-partner',
  'outcome-pricing',
] as const;
export type StrategyName = (typeof strategies)[number];
export type StrategyState = 'not-started' | 'under-way' | 'done';

export interface Strategy {
  readonly state: StrategyState;
  /** An address, or empty. */
  readonly owner: string;
  readonly note: string;
}

/** What an organisation tells of itself for the report. */
export interface ValueFacts {
  /** AWS sold in the last twelve months, as entered by hand; `currency` as in ISO 4217. */
  readonly awsRevenue: { readonly amount: number; readonly currency: string } | null;
  readonly activeCategories: readonly PracticeCategory[];
  /** Set by hand; goes before our own reading of the categories. */
  readonly classByHand: PartnerClass | null;
  /** Whether the partner works in the AWS China regions (rules 9.3). */
  readonly inChina: boolean;
  readonly strategies: { readonly [N in StrategyName]: Strategy };
}

export interface BusinessValue {
  readonly facts: ValueFacts;
  /** `null`: no active category and none set by hand, so no class and no estimate. */
  readonly partnerClass: PartnerClass | null;
  readonly multiplier: number | null;
  /** Services revenue in the currency entered, rounded to two figures; to be worded "up to". */
  readonly upTo: number | null;
  /** The step to the next class; `null` for experts. `categories`: how many more active ones it takes. */
  readonly next: {
    readonly partnerClass: PartnerClass;
    readonly categories: number;
    readonly multiplier: number;
    readonly upTo: number | null;
  } | null;
  readonly premier: PremierGate;
}

/** Premier asks for three specializations, one of them of {@link oneOf} (rules 9.4; tier guide of 2024, unverified since). */
export interface PremierGate {
  readonly asked: number;
  readonly held: readonly string[];
  /** Not held; ready or at risk. */
  readonly ready: readonly string[];
  /** Codes of the catalog, of which one must be among those held. */
  readonly oneOf: readonly string[];
  /** What is held falls short by so many, counted without {@link oneOf}. */
  readonly missing: number;
  readonly missesOneOf: boolean;
  readonly isMet: boolean;
}
