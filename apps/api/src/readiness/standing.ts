import type { Standing, StudyStanding } from '@caseboard/contracts';
import {
  allFixable,
  chainOf,
  closing,
  effortOf,
  findNames,
  gapCount,
  holderOf,
  judge,
  namesOfChain,
  prepareFit,
  ruleOf,
  speaksFor,
  studyExpiresOn,
  type Day,
  type FindingCode,
  type Fit,
  type Specialization,
  type SpecializationFacts,
  type Study,
  type StudyFacts,
} from '@caseboard/domain';
import { awsServices } from '@caseboard/domain/catalog/aws-services';
import { serviceIndex } from '../portfolio/engine-after.js';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { cellStateOf } from './cell-state.js';
import { findingsFor } from './findings.js';
import { targetOf } from './readiness-list.js';
import { mayTellTogether } from './together.js';

/** How a study stands to the specializations it is linked to, and to those it could support. It must be in the engine as it is asked about. */
export function studyStanding(snapshot: Snapshot, names: Names, study: Study, asOf: Day): StudyStanding {
  const { engine } = snapshot;
  const facts = engine.study(study.id) as StudyFacts;
  const linked = study.applications.flatMap(({ specialization }) => engine.specialization(specialization) ?? []);
  const could = engine.specializations.filter((each) => !facts.applications.has(each.specialization.code) && fits(facts, each, asOf));
  const standing = (each: SpecializationFacts) => standingTo(snapshot, names, facts, each, asOf);
  return {
    asOf,
    expiresOn: studyExpiresOn(study, snapshot.catalog),
    general: generalFindings(facts, linked[0] ?? engine.specializations[0], asOf),
    linked: linked.map(standing),
    could: could.map(standing).sort(worthMost),
    names: nameChecks(snapshot, names, study),
    services: names
      .study(study)
      .services.filter(({ name }) => name.trim() !== '')
      .map(({ name }) => ({ name, known: officialName(name) })),
  };
}

export function fits(facts: StudyFacts, specialization: SpecializationFacts, asOf: Day): boolean {
  return speaksFor(facts.reading, fitOf(specialization.specialization)) && allFixable(judge(facts, specialization, asOf));
}

const prepared = new WeakMap<Specialization, Fit>();

function fitOf(specialization: Specialization): Fit {
  let fit = prepared.get(specialization);
  if (!fit) prepared.set(specialization, (fit = prepareFit(specialization, serviceIndex)));
  return fit;
}

function standingTo(snapshot: Snapshot, names: Names, facts: StudyFacts, to: SpecializationFacts, asOf: Day): Standing {
  const { study } = facts.reading;
  const { code, name, programme, requires } = to.specialization;
  const verdict = judge(facts, to, asOf);
  const now = snapshot.engine.readinessOf(code, asOf, snapshot.warningDays);
  const isLinked = facts.applications.has(code);
  const effort = effortOf(verdict);
  const then = effort === null || (study.status === 'active' && verdict.supports) ? null : closingFor(snapshot, names, study, code, asOf);
  return {
    code,
    name,
    programme,
    target: targetOf(snapshot, code) !== null,
    state: cellStateOf({ study, isLinked, verdict, fits: !isLinked }, asOf, snapshot.warningDays),
    supports: verdict.supports,
    expiresOn: verdict.expiresOn,
    findings: findingsFor(verdict),
    gaps: gapCount(verdict),
    effort,
    readiness: {
      status: now?.status ?? 'not-ready',
      supporting: now?.supporting.length ?? 0,
      needs: requires.studies,
      readyThrough: now?.readyThrough ?? null,
    },
    closing: then && { status: then.status, supporting: then.supporting.length, readyThrough: then.readyThrough },
  };
}

/** Null where the answer would tell the reader that the study shares its place with one it may not be joined to. */
export function closingFor(snapshot: Snapshot, names: Names, study: Study, code: string, asOf: Day) {
  const holder = holderOf(snapshot, study);
  return holder && !mayTellTogether(names, study, holder) ? null : closing(snapshot, code, study, holder, asOf);
}

/** Findings of rows that look at the study and its customer alone, whatever is asked. */
function generalFindings(facts: StudyFacts, any: SpecializationFacts | undefined, asOf: Day): StudyStanding['general'] {
  return any ? findingsFor(judge(facts, any, asOf)).filter(({ code }) => ruleOf(code as FindingCode).of === 'study') : [];
}

/** What could be supported: targets first, then the least work, then the catalog's own order. */
function worthMost(one: Standing, other: Standing): number {
  return Number(other.target) - Number(one.target) || (one.effort ?? Infinity) - (other.effort ?? Infinity);
}

/** Where the customer's names stand; nothing of it for a reader who may not know them. */
function nameChecks({ customers }: Snapshot, names: Names, study: Study): StudyStanding['names'] {
  if (study.customer === null || !names.all) return { places: [], sought: [], unsought: [] };
  const sought = namesOfChain(chainOf(study.customer, customers));
  const places = study.visibility === 'anonymous' ? findNames(study, sought) : [];
  return {
    places: places.map(({ field, start, end }) => ({ path: field, start, end, name: textAt(study, field).slice(start, end) })),
    sought: sought.sought.map(({ name }) => name),
    unsought: [...sought.tooShort],
  };
}

function textAt(study: Study, path: string): string {
  const at = path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], study);
  return String(at);
}

const officialNames = new Map(awsServices.map(({ name }) => [serviceIndex.identityOf(name), name]));

function officialName(name: string): string | null {
  return serviceIndex.knows(name) ? (officialNames.get(serviceIndex.identityOf(name)) ?? null) : null;
}
