/** The one thing to do about a specialization that is not ready on a day, or does not stay so. */
import { candidatesFor, type CandidateStudy } from './candidates.js';
import type { Day } from './day.js';
import { usualNewStudyEffort } from './effort.js';
import type { FindingCode } from './eligibility.js';
import { finish } from './finish.js';
import type { Specialization, Study } from './portfolio.js';
import type { Readiness } from './readiness.js';
import { closing, withStudy, type Situation } from './situation.js';
import { costsAnother } from './swap.js';
import type { Timeline } from './timeline.js';
import { gapsOf } from './verdict.js';

/** The best candidates are tried; beyond these, effort has long passed that of a new study or holds are alike. */
const mostTried = 60;

export type FixKind = 'close-gaps' | 'activate-draft' | 'link' | 'correct-url' | 'new-study';

/** What to do, with what it needs to be drawn: which study would count, and who gives up the place. */
export interface Fix {
  readonly kind: FixKind;
  readonly gaps: number;
  /** Points of rules 7.3. */
  readonly effort: number;
  /** How long it is ready with this done; null where this alone is not enough. */
  readonly readyThrough: Readiness['readyThrough'];
  readonly count: Study;
  readonly lose: Study | null;
}

/**
 * The least effort that makes a specialization ready on a day or, where it is ready, keeps it so for longer; effort being
 * equal, for the longest time. Where no single study does, the cheapest that brings it nearer; a new study where that
 * alone is enough.
 */
export function cheapestFix(situation: Situation, code: string, on: Day, now: Readiness): Fix {
  return finish(seekCheapestFix(situation, code, on, now));
}

/** The same in steps, between which others may be answered as long as the portfolio stays as it is. */
export function* seekCheapestFix(situation: Situation, code: string, on: Day, now: Readiness): Generator<void, Fix> {
  const fromScratch = newStudy(situation, code, on);
  let nearer: Fix | null = null;
  for (const candidate of candidatesFor(situation, code, on).slice(0, mostTried)) {
    yield;
    const { study, holder, effort } = candidate;
    if (effort === null || effort > usualNewStudyEffort.first) break;
    const then = closing(situation, code, study, holder, on);
    const isEnough = then !== null && then.status !== 'not-ready';
    if (!then || !isGain(now, then) || (!isEnough && nearer) || costsAnother(situation, study, holder, code, on)) continue;
    if (isEnough) return fixWith(candidate, effort, then);
    nearer = fixWith(candidate, effort, then);
  }
  return nearer && fromScratch.readyThrough === null ? nearer : fromScratch;
}

/** Who counts on which days with the fix done on that day. */
export function timelineWith(situation: Situation, code: string, { count, lose }: Fix, on: Day): Timeline | null {
  const ask = () => situation.engine.timelineIf(code, on, { count: [count.id], lose: lose ? [lose.id] : [] });
  return situation.study(count.id) ? ask() : withStudy(situation, count, ask);
}

/** Ready where it was not, or later; or less missing. */
export function isGain(now: Readiness, then: Readiness): boolean {
  if (now.status === 'not-ready') return then.status !== 'not-ready' || sum(then) < sum(now);
  return then.status !== 'not-ready' && (then.readyThrough as string) > (now.readyThrough as string);
}

const sum = ({ missing }: Readiness) => missing.studies + missing.public + missing.categories;

function fixWith(candidate: CandidateStudy, effort: number, { readyThrough }: Readiness): Fix {
  const { study, gaps, holder } = candidate;
  return { kind: kindOf(candidate), gaps, effort, readyThrough, count: study, lose: holder };
}

const aboutTheAddress: ReadonlySet<FindingCode> = new Set<FindingCode>(['url-reachable', 'published']);

function kindOf({ study, isLinked, verdict, gaps }: CandidateStudy): FixKind {
  if (!isLinked) return 'link';
  if (gaps === 0) return 'activate-draft';
  const blocking = gapsOf(verdict).filter(({ kind }) => kind === 'blocking');
  const isAboutTheAddress =
    study.url.trim() !== '' && blocking.every(({ code, outcome }) => aboutTheAddress.has(code) && outcome === 'unmet');
  return isAboutTheAddress ? 'correct-url' : 'close-gaps';
}

/** A study for a new customer (rules 7.3): public, deployed on the day, with any one category that is asked. */
function newStudy(situation: Situation, code: string, on: Day): Fix {
  const count = studyFromScratch(situation.specialization(code) as Specialization, on);
  const then = withStudy(situation, count, () => closing(situation, code, count, null, on));
  return { kind: 'new-study', gaps: 0, effort: usualNewStudyEffort.first, readyThrough: then?.readyThrough ?? null, count, lose: null };
}

/** Its gaps do not matter to what it is asked for; its id is one that no stored study can have. */
export function studyFromScratch({ code }: Pick<Specialization, 'code'>, deployedOn: Day): Study {
  return {
    id: '(new)',
    customer: null,
    status: 'draft',
    title: '',
    summary: '',
    visibility: 'public',
    format: null,
    url: '',
    urlState: null,
    anonymousDescription: '',
    stage: 'production',
    startedOn: null,
    deployedOn,
    endedOn: null,
    offeredExternally: null,
    sections: { aboutCustomer: [], challenge: [], solution: [], results: [], aboutPartner: [] },
    services: [],
    outcomes: [],
    support: { before: '', during: '', after: '' },
    diagrams: 0,
    consent: { state: null, until: null },
    applications: [{ specialization: code, relevance: '', category: null, history: [] }],
    owner: null,
  };
}
