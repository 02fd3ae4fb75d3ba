/**
 * What the report says, as codes, ids and days; `libs/wording` makes the sentences. Every number on it is the length of a
 * list that stands here, so that it can be opened. It names nobody: a study is its id, and who may read which name is
 * decided where it is shown.
 */
import type { Day } from '../day.js';
import type { StudyStatus, Visibility } from '../portfolio.js';
import type { Counts, ReadinessStatus } from '../readiness.js';
import type { BusinessValue } from './business-value.js';

export interface Report {
  /** The day of the report before: what was known at its end, or when that was issued, is what this one is compared with. */
  readonly from: Day;
  /** The day it speaks of, as known at its end, or now where it is today. */
  readonly to: Day;
  /** The first day that the record of changes can tell of; trend and comparison begin no earlier. */
  readonly knownSince: Day;
  readonly partner: string;
  readonly warningDays: number;
  readonly headline: Headline;
  readonly now: Standing;
  /** What was known at the end of `from`; `null` where nothing was recorded by then. */
  readonly before: Standing | null;
  /** The targets, soonest loss first, then those that are not ready, nearest first. */
  readonly targets: readonly TargetStanding[];
  /** In order of time. Applied to {@link before} they give {@link now}. */
  readonly changes: readonly StatusChange[];
  /** The targets ready, from twelve months back to twelve months ahead, each point holding until the next. */
  readonly trend: readonly TrendPoint[];
  /** What stops being ready within twelve months of targets and held ones, worst first (rules 8.4). */
  readonly losses: readonly Loss[];
  /** What becomes ready within twelve months with nothing changed: planned go-lives. */
  readonly gains: readonly Gain[];
  /** Months in which two or more are lost. */
  readonly crowdedMonths: readonly CrowdedMonth[];
  /** Studies whose loss alone costs a target or a held one, those that cost most first. */
  readonly singlePoints: readonly SinglePoint[];
  readonly decisions: readonly Decision[];
  readonly shape: PortfolioShape;
  readonly value: BusinessValue;
  readonly trust: Trust;
  /** Every specialization and study that stands above, for whoever words it: as known at `to`, or when it last was there. */
  readonly specializations: readonly NamedSpecialization[];
  readonly studies: readonly NamedStudy[];
}

/** One judgement: how many of the targets could be filed, and how many of those lapse within the window with nothing done. */
export interface Headline {
  readonly code: 'no-targets' | 'none-ready' | 'some-lapse' | 'some-ready' | 'all-ready';
  readonly targets: readonly string[];
  /** Ready and at risk. */
  readonly fileable: readonly string[];
  /** Of those, what stops being ready within the warning window, and the last such day. */
  readonly lapsing: readonly string[];
  readonly lastLapse: Day | null;
}

/** Codes of targets by status; ids of studies. */
export interface Standing {
  readonly ready: readonly string[];
  readonly atRisk: readonly string[];
  readonly notReady: readonly string[];
  readonly activeStudies: readonly string[];
  /** Active studies that support a specialization at least, any. */
  readonly countingStudies: readonly string[];
}

export interface TargetStanding {
  readonly specialization: string;
  readonly weight: number;
  readonly held: boolean;
  readonly submitOn: Day | null;
  readonly status: ReadinessStatus;
  readonly supporting: readonly string[];
  readonly have: Counts;
  readonly needs: Counts;
  readonly missing: Counts;
  readonly spare: number;
  readonly readyThrough: Day | 'open' | null;
  readonly becomesReadyOn: Day | null;
  readonly appliable: boolean;
  /** Its status through the twelve months ahead, each holding until the next. */
  readonly ahead: readonly { readonly from: Day; readonly status: ReadinessStatus }[];
}

/** A specialization whose status became another. `null`: it was not in the catalog. */
export interface StatusChange {
  readonly on: Day;
  /** The write that did it; `null` where the day did. */
  readonly revision: number | null;
  readonly specialization: string;
  readonly before: ReadinessStatus | null;
  readonly after: ReadinessStatus | null;
  readonly wasTarget: boolean;
  readonly isTarget: boolean;
  /** What counted, and what counts. */
  readonly had: Counts;
  readonly has: Counts;
  readonly needs: Counts;
  readonly cause: ChangeCause;
}

export type ChangeCause =
  /** Studies that began or ceased to count or, where it turned at risk, whose coming loss is behind it. */
  | { readonly code: 'studies'; readonly events: readonly StudyEvent[] }
  /** Its own requirements were changed, or the entry came or went. */
  | { readonly code: 'requirements' | 'entry-added' | 'entry-removed' }
  /** It became, or is no longer, a target; its status may be what it was. */
  | { readonly code: 'target-added' | 'target-removed' }
  /** The warning window was made longer or shorter. */
  | { readonly code: 'warning-window' }
  /** What the partner is called or holds, or something else that no study and no requirement is behind. */
  | { readonly code: 'partner' };

export interface StudyEvent {
  readonly study: string;
  readonly event:
    | 'aged-out'
    | 'ages-out-soon'
    | 'used-up'
    | 'used-up-soon'
    | 'went-live'
    | 'activated'
    | 'retired'
    | 'back-to-draft'
    | 'removed'
    | 'brought-in'
    | 'edited'
    | 'go-live-moved'
    | 'page-broken'
    | 'page-mended'
    | 'customer-changed';
  /** Where it ages out or is used up soon: the day; where its go-live was moved: the day it is on now. */
  readonly day: Day | null;
}

export interface TrendPoint {
  readonly on: Day;
  readonly targets: readonly string[];
  /** Ready and at risk: what could be filed on that day. */
  readonly fileable: readonly string[];
  /** Past points are as known on their day; those ahead hold if nothing changes. */
  readonly isAhead: boolean;
}

export interface Loss {
  readonly on: Day;
  readonly specialization: string;
  readonly isTarget: boolean;
  readonly weight: number;
  /** Those that cease to count on the day. */
  readonly studies: readonly string[];
  readonly leaves: Counts;
  readonly needs: Counts;
}

export interface Gain {
  readonly on: Day;
  readonly specialization: string;
  readonly isTarget: boolean;
  readonly studies: readonly string[];
}

export interface CrowdedMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly specializations: readonly string[];
}

export interface SinglePoint {
  readonly study: string;
  readonly specializations: readonly string[];
}

/** One thing to do about a target: to win it, or not to lose it. */
export interface Decision {
  readonly specialization: string;
  readonly why: 'lost' | 'will-be-lost' | 'short';
  /** The day it is lost on; the planned submission where it is short and one is planned. */
  readonly on: Day | null;
  readonly wayOut: 'activate-draft' | 'close-gaps' | 'correct-url' | 'link' | 'new-study';
  readonly study: string | null;
  /** The active study of the same legal entity, which gives up its place to this one (rules 2.4). */
  readonly replaces: string | null;
  readonly gaps: number;
  /** Points of rules 7.3. */
  readonly effort: number;
  /** The address of the study's owner; `null` where it has none or is yet to be written. */
  readonly owner: string | null;
  /** The last day to begin, so that it is done before `on`. */
  readonly startBy: Day | null;
  /** How long it is ready with this done; `null` where this alone is not enough. */
  readonly readyThrough: Day | 'open' | null;
  /** Other targets and held ones that the same study would help. */
  readonly helpsAlso: readonly string[];
  /** Targets and held ones that it would cost, done on the day of the report, each from a day on. */
  readonly costs: readonly { readonly specialization: string; readonly on: Day }[];
}

/** The active studies by what they are; every group holds the ids it counts. */
export interface PortfolioShape {
  readonly byIndustry: readonly Group[];
  /** By official name of the service; a study stands in several groups. Most used first. */
  readonly byService: readonly Group[];
  readonly byVisibility: readonly Group<Visibility>[];
  /** By full months since the go-live, as of `to`. */
  readonly byAge: readonly Group<AgeGroup>[];
  readonly byStatus: readonly Group<StudyStatus>[];
  /** Ids of the legal entities in the customers, and of those with an active study. */
  readonly legalEntities: readonly string[];
  readonly usedLegalEntities: readonly string[];
  /** For each target that asks for categories. */
  readonly categories: readonly CategoryCoverage[];
}

export interface Group<Key extends string = string> {
  /** `''`: not given. */
  readonly key: Key | '';
  readonly studies: readonly string[];
}

/** `planned`: the go-live is still to come. */
export type AgeGroup = 'planned' | '0-5' | '6-11' | '12-17' | '18+';

export interface CategoryCoverage {
  readonly specialization: string;
  readonly asked: number;
  readonly covered: readonly string[];
  readonly open: readonly string[];
}

/** How far the figures can be trusted. */
export interface Trust {
  /** Targets whose requirements rest on figures that nobody confirmed, with the names of those figures. */
  readonly unconfirmed: readonly { readonly specialization: string; readonly figures: readonly string[] }[];
  /** Active studies that nobody touched for half a year, longest first; `since` is `null` where that is before the record. */
  readonly untouched: readonly { readonly study: string; readonly since: Day | null }[];
  /** Active studies without an owner. */
  readonly ownerless: readonly string[];
}

export interface NamedSpecialization {
  readonly code: string;
  readonly name: string;
  readonly programme: string | null;
}

export interface NamedStudy {
  readonly id: string;
  readonly customer: string | null;
  readonly visibility: Visibility;
  readonly status: StudyStatus;
}
