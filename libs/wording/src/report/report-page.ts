/**
 * The report as a page: headings, sentences, tables and charts as data, in one language and with the names its reader may
 * meet. Screen, PDF, XLSX and PPTX draw this and word nothing of their own, so the same figure stands in all of them.
 */
import type { Day, PartnerClass, ReadinessStatus, StrategyName, StrategyState } from '@caseboard/domain';
import type { Language } from '../language.js';

/** What the reader may call whom (`reportLabels` of the contracts). */
export interface SaidLabels {
  /** By id of the study: its customer, or what it is called where that name is withheld. */
  readonly studies: Readonly<Record<string, { readonly label: string; readonly withheld: boolean }>>;
  /** Names by address. */
  readonly people: Readonly<Record<string, string>>;
}

/** A list that a number counts: the number is its length, and opens it. */
export interface Counted {
  readonly kind: 'specialization' | 'study' | 'customer';
  readonly ids: readonly string[];
}

export interface Sentence {
  /** Said first, in bold; empty where nothing is. */
  readonly lead: string;
  readonly text: string;
  /** What it rests on. */
  readonly rests: readonly Counted[];
}

/** Circles speak of specializations (`unready` is grey: no target was missed), the square of studies. */
export type PageMark = ReadinessStatus | 'unready' | 'counts';

/** A number with what it counts, written out: "4", "30 Sep: 6", "of 25 active". */
export interface CountedText {
  readonly value: number;
  readonly text: string;
  readonly counted: Counted;
}

export interface Figure {
  readonly mark: PageMark;
  readonly label: string;
  readonly now: CountedText;
  /** That of the last report. */
  readonly before: CountedText | null;
  /** What it is a part of. */
  readonly of: CountedText | null;
}

/** A part of a ribbon; `start` and `end` from 0 to 1 of its twelve months. */
export interface Stretch {
  readonly from: Day;
  readonly start: number;
  readonly end: number;
  readonly status: ReadinessStatus;
}

/** A place on an axis, from 0 to 1. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface TargetRow {
  readonly code: string;
  /** Short: "DevOps". */
  readonly name: string;
  readonly fullName: string;
  readonly status: ReadinessStatus;
  readonly statusWord: string;
  readonly have: CountedText;
  readonly needs: number;
  /** "4/4". */
  readonly haveOfNeeds: string;
  /** "through 11 Dec 2026", "short of 2 studies, 1 public one". */
  readonly unchanged: string;
  /** The last ready day, where there is one. */
  readonly readyThrough: Day | null;
  readonly missing: string;
  readonly spare: number;
  /** "Held", "Submission planned for 1 Mar 2027", "Takes no new applications". */
  readonly notes: readonly string[];
  readonly ribbon: readonly Stretch[];
  /** The ribbon in words. */
  readonly ahead: string;
}

export interface TargetTable {
  readonly heading: string;
  readonly heads: { readonly [C in 'target' | 'status' | 'studies' | 'unchanged' | 'ahead']: string };
  readonly months: readonly Tick[];
  readonly rows: readonly TargetRow[];
  /** Said instead of rows. */
  readonly none: string | null;
}

export interface TrendPointShown {
  readonly on: Day;
  /** From 0 to 1 along the axis. */
  readonly at: number;
  readonly day: string;
  readonly value: number;
  readonly targets: number;
  readonly counted: Counted;
  readonly isAhead: boolean;
}

/** A step chart: each point holds until the next, the last to the end of the axis. */
export interface TrendChart {
  readonly heading: string;
  readonly heads: { readonly day: string; readonly value: string; readonly targets: string };
  readonly points: readonly TrendPointShown[];
  readonly months: readonly Tick[];
  /** The upper end of the axis of values, at least 1, and its ticks. */
  readonly top: number;
  readonly levels: readonly number[];
  readonly today: Tick & { readonly value: number };
  /** At the line ahead: "nothing changed". */
  readonly aheadLabel: string;
  /** The chart in words. */
  readonly sentence: string;
}

/** One line with its day: a change, a loss, a gain. */
export interface DayLine {
  readonly on: Day;
  readonly day: string;
  readonly specialization: string;
  readonly name: string;
  readonly isTarget: boolean;
  readonly mark: PageMark;
  readonly sentence: Sentence;
}

export interface DayLines {
  readonly heading: string;
  readonly lines: readonly DayLine[];
  readonly none: string | null;
}

/** How many targets stood where, and what came and went, with the changes that did it: before + came - went = now. */
export interface BalanceRow {
  readonly mark: PageMark;
  readonly label: string;
  readonly before: CountedText;
  readonly came: CountedText;
  readonly went: CountedText;
  readonly now: CountedText;
}

export interface Changes extends DayLines {
  readonly heads: { readonly [C in 'status' | 'before' | 'came' | 'went' | 'now']: string };
  /** Empty where nothing was known before. */
  readonly balance: readonly BalanceRow[];
}

export interface Sentences {
  readonly heading: string;
  readonly lines: readonly Sentence[];
  readonly none: string | null;
}

export interface DecisionLine {
  readonly specialization: string;
  readonly name: string;
  readonly study: string | null;
  readonly sentence: Sentence;
  readonly owner: string;
  readonly effort: number;
  readonly startBy: Day | null;
  readonly startByDay: string;
  /** What it gives: "Ready through 1 Apr 2027". */
  readonly gain: string;
  /** Owner, effort, day and gain in one line, for tight places. */
  readonly detail: string;
}

export interface Decisions {
  readonly heading: string;
  readonly heads: { readonly [C in 'action' | 'owner' | 'effort' | 'startBy' | 'gain']: string };
  readonly lines: readonly DecisionLine[];
  readonly none: string | null;
}

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly count: CountedText;
}

export interface BarChart {
  readonly id: 'industry' | 'service' | 'visibility' | 'age' | 'status';
  readonly heading: string;
  readonly heads: { readonly label: string; readonly count: string };
  readonly bars: readonly Bar[];
}

export interface CoverageRow {
  readonly code: string;
  readonly name: string;
  readonly asked: number;
  readonly covered: readonly string[];
  readonly open: readonly string[];
  readonly text: string;
}

export interface Shape {
  readonly heading: string;
  readonly charts: readonly BarChart[];
  readonly entities: { readonly used: CountedText; readonly all: CountedText; readonly sentence: Sentence };
  readonly coverage: {
    readonly heading: string;
    readonly heads: { readonly [C in 'name' | 'asked' | 'covered' | 'open']: string };
    readonly rows: readonly CoverageRow[];
  };
}

export interface StrategyRow {
  readonly name: StrategyName;
  readonly label: string;
  readonly state: StrategyState;
  readonly stateWord: string;
  readonly owner: string;
  readonly note: string;
}

export interface Value {
  readonly heading: string;
  readonly premier: {
    readonly heading: string;
    readonly isMet: boolean;
    readonly heads: { readonly held: string; readonly ready: string; readonly missing: string };
    readonly held: CountedText;
    readonly ready: CountedText;
    readonly asked: number;
    readonly missing: number;
    readonly lines: readonly Sentence[];
    /** Where the rule was read, and when. */
    readonly source: string;
  };
  readonly multiplier: {
    readonly heading: string;
    readonly partnerClass: PartnerClass | null;
    readonly value: number | null;
    readonly lines: readonly Sentence[];
    readonly source: string;
  };
  readonly strategies: {
    readonly heading: string;
    readonly heads: { readonly [C in 'strategy' | 'state' | 'owner' | 'note']: string };
    readonly rows: readonly StrategyRow[];
  };
  readonly context: { readonly heading: string; readonly lines: readonly Sentence[]; readonly source: string };
  /** Said where the partner works in the AWS China regions. */
  readonly china: Sentence | null;
}

export interface ReportPage {
  readonly language: Language;
  /** 0: a draft. */
  readonly number: number;
  readonly partner: string;
  /** "Leadership report 4". */
  readonly title: string;
  /** "AWS specializations, 30 Sep to 23 Nov 2026". */
  readonly subtitle: string;
  readonly from: Day;
  readonly to: Day;
  readonly headline: Sentence;
  readonly figures: readonly Figure[];
  readonly targets: TargetTable;
  readonly trend: TrendChart;
  readonly changes: Changes;
  readonly losses: DayLines;
  readonly gains: DayLines;
  readonly crowded: Sentences;
  readonly singlePoints: Sentences;
  readonly decisions: Decisions;
  readonly shape: Shape;
  readonly value: Value;
  readonly trust: Sentences;
  /** At the foot of the first page: the multiplier in a sentence, what is withheld, when it was made. */
  readonly foot: readonly Sentence[];
  /** For parts that continue: "and 3 more, page 2" and the like are the form's; these are its headings. */
  readonly parts: { readonly [P in 'board' | 'changes' | 'ahead' | 'decisions']: string };
}
