import type { WayOut } from '@caseboard/contracts';
import {
  gapsOf,
  usualNewStudyEffort,
  type Day,
  type FindingCode,
  type Readiness,
  type Specialization,
  type Study,
  type Timeline,
} from '@caseboard/domain';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { candidatesFor, type Candidate } from './candidates.js';

import { isHeld, targetOf } from './readiness-list.js';
import { closing, withStudy } from './supposing.js';
import { lossOn, movedBySwap } from './swap.js';

/** The best candidates are tried; beyond these, effort has long passed that of a new study or holds are alike. */
const mostTried = 60;

/** A fix with what it needs to be drawn: which study would count, and who gives up the place. */
export interface Fix {
  readonly wayOut: WayOut;
  readonly count: Study;
  readonly lose: Study | null;
}

/**
 * The least effort that makes a specialization ready on a day or, where it is ready, keeps it so for longer; effort being
 * equal, for the longest time. Where no single study does, the cheapest that brings it nearer; a new study where that
 * alone is enough.
 */
export function cheapestFix(snapshot: Snapshot, names: Names, code: string, on: Day, now: Readiness): Fix {
  const fromScratch = newStudy(snapshot, code, on);
  let nearer: { candidate: Candidate; then: Readiness } | null = null;
  for (const candidate of candidatesFor(snapshot, code, on).slice(0, mostTried)) {
    if (candidate.effort === null || candidate.effort > usualNewStudyEffort.first) break;
    const then = closing(snapshot, code, candidate.study, candidate.holder, on);
    if (!then || !isGain(now, then) || costsAnother(snapshot, candidate, code, on)) continue;
    if (then.status !== 'not-ready') return fixWith(names, candidate, then);
    nearer ??= { candidate, then };
  }
  const newOneIsEnough = fromScratch.wayOut.readyThrough !== null;
  return nearer && !newOneIsEnough ? fixWith(names, nearer.candidate, nearer.then) : fromScratch;
}

/** Whether taking the holder's place would cost another readiness that was promised or is held. */
function costsAnother(snapshot: Snapshot, { study, holder }: Candidate, code: string, on: Day): boolean {
  if (!holder) return false;
  return movedBySwap(snapshot, study, holder, on).some((moved) => {
    const other = moved.specialization.code;
    return other !== code && (targetOf(snapshot, other) !== null || isHeld(snapshot, other)) && lossOn(moved, on) !== null;
  });
}

/** Who counts on which days with the fix done on that day. */
export function timelineWith(snapshot: Snapshot, code: string, { count, lose }: Fix, on: Day): Timeline | null {
  const ask = () => snapshot.engine.timelineIf(code, on, { count: [count.id], lose: lose ? [lose.id] : [] });
  return snapshot.study(count.id) ? ask() : withStudy(snapshot, count, ask);
}

/** Ready where it was not, or later; or less missing. */
function isGain(now: Readiness, then: Readiness): boolean {
  if (now.status === 'not-ready') return then.status !== 'not-ready' || sum(then) < sum(now);
  return then.status !== 'not-ready' && (then.readyThrough as string) > (now.readyThrough as string);
}

const sum = ({ missing }: Readiness) => missing.studies + missing.public + missing.categories;

function fixWith(names: Names, candidate: Candidate, then: Readiness): Fix {
  const { study, gaps, effort, holder } = candidate;
  const { id, title, customer } = names.brief(study);
  return {
    wayOut: { kind: kindOf(candidate), study: id, title, customer, gaps, effort: effort as number, readyThrough: then.readyThrough },
    count: study,
    lose: holder,
  };
}

const aboutTheAddress: ReadonlySet<FindingCode> = new Set<FindingCode>(['url-reachable', 'published']);

function kindOf({ study, state, verdict, gaps }: Candidate): WayOut['kind'] {
  if (state === 'could-support') return 'link';
  if (gaps === 0) return 'activate-draft';
  const blocking = gapsOf(verdict).filter(({ kind }) => kind === 'blocking');
  const isAboutTheAddress =
    study.url.trim() !== '' && blocking.every(({ code, outcome }) => aboutTheAddress.has(code) && outcome === 'unmet');
  return isAboutTheAddress ? 'correct-url' : 'close-gaps';
}

/** A study for a new customer (rules 7.3): public, deployed on the day, with any one category that is asked. */
function newStudy(snapshot: Snapshot, code: string, on: Day): Fix {
  const count = studyFromScratch(snapshot.specialization(code) as Specialization, on);
  const then = withStudy(snapshot, count, () => closing(snapshot, code, count, null, on));
  return {
    wayOut: {
      kind: 'new-study',
      study: null,
      title: null,
      customer: null,
      gaps: 0,
      effort: usualNewStudyEffort.first,
      readyThrough: then?.readyThrough ?? null,
    },
    count,
    lose: null,
  };
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
