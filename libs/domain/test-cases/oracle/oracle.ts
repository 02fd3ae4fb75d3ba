/**
 * A second, plain and slow reading of rules 1 to 4 and 6, written from their words alone, to hold the product's answers
 * against. Every day is judged anew; every loss of studies is tried.
 */
import type { Application, Customer, Portfolio, Specialization, Study } from '../../src/portfolio.js';
import {
  blank,
  fold,
  type LegalForms,
  namesOf,
  namesOfService,
  nameStands,
  type Service,
  stands,
  told,
} from './oracle-text.js';

export interface World {
  readonly portfolio: Portfolio;
  readonly known: readonly Specialization[];
  readonly services: readonly Service[];
  readonly legalForms: LegalForms;
}

interface Finding {
  readonly code: string;
  readonly outcome: 'met' | 'unmet' | 'unanswered';
  readonly kind: 'blocking' | 'advice';
}

/** What `assess` prints (portfolio-format.md, "On the command line"). */
export function oracle(world: World, asOf: string): unknown {
  const { portfolio } = world;
  return {
    asOf,
    studies: portfolio.studies
      .filter(({ status }) => status !== 'retired')
      .map((study) => ({
        id: study.id,
        expiresOn: expiryOfStudy(study, world),
        verdicts: study.applications.map(({ specialization: code }) => {
          const specialization = entry(code, world);
          const findings = findingsOf(study, specialization, asOf, world);
          return {
            specialization: code,
            supports: findings.every(({ kind, outcome }) => kind === 'advice' || outcome === 'met'),
            expiresOn: expiry(study.deployedOn, specialization.requires.freshnessMonths),
            gaps: findings.filter(({ outcome }) => outcome !== 'met'),
          };
        }),
      })),
    specializations: portfolio.specializations.map((specialization) => readiness(specialization, asOf, world)),
  };
}

function entry(code: string, { portfolio, known }: World): Specialization {
  const found = [...portfolio.specializations, ...known].find((specialization) => specialization.code === code);
  if (!found) throw new Error(`no specialization ${code}`);
  return found;
}

// 1 Days

export function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function plusMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date.getUTCDate(), last));
  return first.toISOString().slice(0, 10);
}

function daysFrom(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

export function expiry(deployedOn: string | null, months: number | null): string | null {
  return deployedOn === null || months === null ? null : plusDays(plusMonths(deployedOn, months), 1);
}

function expiryOfStudy(study: Study, world: World): string | null {
  if (study.applications.length === 0) return expiry(study.deployedOn, 18);
  const all = study.applications.map(({ specialization }) => entry(specialization, world).requires.freshnessMonths);
  const days = all.map((months) => expiry(study.deployedOn, months)).filter((day) => day !== null);
  return days.sort()[0] ?? null;
}

// 2 Customers

function chainOf(id: string | null, customers: readonly Customer[]): Customer[] {
  const chain: Customer[] = [];
  let at = id;
  while (at !== null) {
    const customer = customers.find((one) => one.id === at);
    if (!customer || chain.includes(customer)) return chain;
    chain.push(customer);
    if (customer.kind === 'legal-entity') return chain;
    at = customer.partOf;
  }
  return chain;
}

// 4 Findings, row by row

function findingsOf(study: Study, specialization: Specialization, asOf: string, world: World): Finding[] {
  const findings: Finding[] = [];
  /** One row: nothing where it does not apply; `unanswered` goes before `unmet`. */
  function row(kind: Finding['kind'], code: string, applies: boolean, unanswered: boolean, unmet: boolean): void {
    if (applies) findings.push({ code, outcome: unanswered ? 'unanswered' : unmet ? 'unmet' : 'met', kind });
  }
  const { requires } = specialization;
  const chain = chainOf(study.customer, world.portfolio.customers);
  const entity = chain.find(({ kind }) => kind === 'legal-entity');
  const relation = (entity ?? chain[0])?.relation;
  const named = study.services.filter(({ name }) => !blank(name));
  const solution = fold(told(study.sections.solution).join(' '));
  const isPublished = study.visibility !== 'private';
  const isAnonymous = study.visibility === 'anonymous';
  const hasCustomer = chain.length > 0;
  const application: Application | undefined = study.applications.find(
    (one) => one.specialization === specialization.code,
  );
  const expiresOn = expiry(study.deployedOn, requires.freshnessMonths);
  const isFresh = study.deployedOn !== null && study.deployedOn <= asOf && (expiresOn === null || asOf < expiresOn);

  row('blocking', 'legal-entity', true, !hasCustomer, !entity);
  row(
    'blocking',
    'external-customer',
    relation === 'affiliate' || relation === 'internal',
    study.offeredExternally === null,
    study.offeredExternally === false,
  );
  const isLater = study.deployedOn !== null && study.deployedOn > asOf;
  row('blocking', 'in-production', true, study.stage === null, study.stage !== 'production' || isLater);
  row('blocking', 'fresh', true, study.deployedOn === null, !isFresh);
  row('blocking', 'title', true, blank(study.title), false);
  row('blocking', 'summary', true, blank(study.summary), false);
  const lengths = {
    aboutCustomer: [1, 1],
    challenge: [1, 3],
    solution: [2, 6],
    results: [1, 3],
    aboutPartner: [1, 1],
  } as const;
  const names = Object.keys(lengths) as (keyof typeof lengths)[];
  for (const name of names) row('blocking', `section:${name}`, true, told(study.sections[name]).length === 0, false);
  for (const name of names) {
    const { length } = told(study.sections[name]);
    row('advice', `section-length:${name}`, length > 0, false, length < lengths[name][0] || length > lengths[name][1]);
  }
  row('blocking', 'aws-services', true, named.length === 0, false);
  row(
    'blocking',
    'service-usage',
    named.length > 0,
    named.every(({ usage }) => blank(usage)),
    false,
  );
  const standsThere = (): boolean =>
    named.some(({ name }) => [...namesOfService(name, world.services)].some((one) => stands(one, solution)));
  row(
    'advice',
    'services-in-text',
    named.length > 0 && solution !== '',
    false,
    !once(servicesStand, world.portfolio, study, standsThere),
  );
  row(
    'blocking',
    'measured-outcome',
    true,
    study.outcomes.every(({ value }) => value === null),
    false,
  );
  const results = told(study.sections.results);
  row(
    'advice',
    'figure-in-results',
    results.length > 0,
    false,
    !results.some((paragraph) => /\p{Nd}/u.test(paragraph)),
  );
  const aboutPartner = fold(told(study.sections.aboutPartner).join(' '));
  const held = world.portfolio.partner.heldSpecializations.map((code) => entry(code, world));
  const heldNames = held.flatMap(({ name, aliases }) => [name, ...aliases]).map(fold);
  const namesOne = heldNames.some((name) => name !== '' && aboutPartner.includes(name));
  row('advice', 'partner-specializations', held.length > 0 && aboutPartner !== '', false, !namesOne);
  row('blocking', 'published', isPublished, blank(study.url) || study.format === null, !isWebAddress(study.url));
  row('blocking', 'url-reachable', isPublished && !blank(study.url), false, study.urlState === 'broken');
  row('blocking', 'anonymous-description', isAnonymous, blank(study.anonymousDescription), false);
  const isNamed = (): boolean => nameStands(study, namesOf(chain, world.legalForms));
  const isFound = isAnonymous && once(nameFound, world.portfolio, study, isNamed);
  row('blocking', 'name-withheld', isAnonymous && hasCustomer, false, isFound);
  const { state, until } = study.consent;
  const isOver = state === 'granted' && until !== null && until < asOf;
  row(
    'advice',
    'consent',
    isPublished,
    state === null || state === 'asked',
    state === 'refused' || state === 'withdrawn' || isOver,
  );
  const industries = [chain[0]?.industry ?? null, entity?.industry ?? null];
  row('advice', 'industry', hasCustomer, industries.every(blank), false);
  row('blocking', 'relevance', true, !application || blank(application.relevance), false);
  const meets = (group: readonly string[]): boolean =>
    group.some((one) => named.some(({ name }) => namesOfService(name, world.services).has(fold(one))));
  row(
    'blocking',
    'required-services',
    requires.services.length > 0,
    named.length === 0,
    !requires.services.every(meets),
  );
  const category = application?.category ?? null;
  const isListed = category !== null && requires.categories.map(fold).includes(fold(category));
  row('blocking', 'category', requires.categoryPerStudy, blank(category), !isListed);
  const { before, during, after } = study.support;
  row(
    'blocking',
    'support-services',
    requires.supportServices,
    (blank(before) || blank(after)) && blank(during),
    false,
  );
  row('blocking', 'diagram', requires.diagram, study.diagrams === 0, false);
  const isUsed = application?.history.some(({ state: what, on }) => what === 'accepted' && on < asOf) ?? false;
  row('blocking', 'not-used-before', requires.unusedStudies, false, isUsed);
  return findings;
}

/** Texts and names are the same on every day of one portfolio (a later one may name the customer otherwise): read once. */
const servicesStand = new WeakMap<Portfolio, Map<Study, boolean>>();
const nameFound = new WeakMap<Portfolio, Map<Study, boolean>>();

function once(
  memory: WeakMap<Portfolio, Map<Study, boolean>>,
  portfolio: Portfolio,
  study: Study,
  read: () => boolean,
): boolean {
  const known = memory.get(portfolio) ?? new Map<Study, boolean>();
  memory.set(portfolio, known);
  const answer = known.get(study) ?? read();
  known.set(study, answer);
  return answer;
}

function isWebAddress(url: string): boolean {
  const trimmed = url.trim();
  if (!trimmed.startsWith('http://') && !trimmed.startsWith('https://')) return false;
  try {
    new URL(trimmed);
    return true;
  } catch {
    return false;
  }
}

// 6 Readiness

export function supporting(specialization: Specialization, asOf: string, world: World): Study[] {
  return world.portfolio.studies.filter(
    (study) =>
      study.status === 'active' &&
      study.applications.some((one) => one.specialization === specialization.code) &&
      findingsOf(study, specialization, asOf, world).every(
        ({ kind, outcome }) => kind === 'advice' || outcome === 'met',
      ),
  );
}

export function countsOf(specialization: Specialization, studies: readonly Study[]) {
  const categories = studies.map(
    ({ applications }) => applications.find((one) => one.specialization === specialization.code)?.category ?? '',
  );
  const listed = new Set(specialization.requires.categories.map(fold).filter((category) => category !== ''));
  return {
    studies: studies.length,
    public: studies.filter(({ visibility }) => visibility !== 'private').length,
    categories: new Set(categories.map(fold).filter((category) => listed.has(category))).size,
  };
}

export function isReady(specialization: Specialization, studies: readonly Study[]): boolean {
  const have = countsOf(specialization, studies);
  const { requires } = specialization;
  return (
    have.studies >= requires.studies && have.public >= requires.public && have.categories >= requires.categoriesCovered
  );
}

function readiness(specialization: Specialization, asOf: string, world: World): unknown {
  const now = supporting(specialization, asOf, world);
  const ready = isReady(specialization, now);
  const have = countsOf(specialization, now);
  const { requires, lifecycle } = specialization;
  const laterDays = daysOfChange(specialization, world).filter((day) => day > asOf);
  const change = laterDays.find((day) => isReady(specialization, supporting(specialization, day, world)) !== ready);
  const readyThrough = !ready ? null : change === undefined ? 'open' : plusDays(change, -1);
  const isSoon = readyThrough !== null && readyThrough !== 'open' && daysFrom(asOf, readyThrough) < 90;
  return {
    code: specialization.code,
    status: !ready ? 'not-ready' : isSoon ? 'at-risk' : 'ready',
    appliable: !(
      (lifecycle.newApplicationsUntil !== null && lifecycle.newApplicationsUntil < asOf) ||
      (lifecycle.endsOn !== null && lifecycle.endsOn <= asOf)
    ),
    supporting: now.map(({ id }) => id),
    missing: {
      studies: Math.max(0, requires.studies - have.studies),
      public: Math.max(0, requires.public - have.public),
      categories: Math.max(0, requires.categoriesCovered - have.categories),
    },
    readyThrough,
    becomesReadyOn: ready ? null : (change ?? null),
    spare: spare(specialization, now),
    critical: ready
      ? now
          .filter(
            (lost) =>
              !isReady(
                specialization,
                now.filter((study) => study !== lost),
              ),
          )
          .map(({ id }) => id)
      : [],
  };
}

/** Days on which anything may be different from the day before, and their neighbours for good measure. */
function daysOfChange(specialization: Specialization, { portfolio }: World): string[] {
  const days = portfolio.studies.flatMap((study) => [
    study.deployedOn,
    expiry(study.deployedOn, specialization.requires.freshnessMonths),
    ...study.applications.flatMap(({ history }) => history.map(({ on }) => on)),
  ]);
  const near = days.filter((day) => day !== null).flatMap((day) => [plusDays(day, -1), day, plusDays(day, 1)]);
  return [...new Set(near)].sort();
}

/** 6.6 by its first sentence: every choice of lost studies is tried. */
function spare(specialization: Specialization, studies: readonly Study[]): number {
  if (!isReady(specialization, studies)) return -1;
  for (let lost = 1; lost <= studies.length; lost += 1) {
    if (
      !choices(studies, lost).every((some) =>
        isReady(
          specialization,
          studies.filter((study) => !some.includes(study)),
        ),
      )
    )
      return lost - 1;
  }
  return studies.length;
}

function choices<T>(list: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return list.flatMap((one, i) => choices(list.slice(i + 1), size - 1).map((rest) => [one, ...rest]));
}
