/**
 * The one table of the rules that decide whether a study supports a specialization (rules 4), in the order of its
 * findings. Everything else, one pair on screen or 890,000 pairs at once, is derived from these rows.
 */
import { dayNumber } from './day.js';
import { expiresOn } from './freshness.js';
import { namesStandIn } from './names.js';
import type { Application, Requirements, SectionName } from './portfolio.js';
import type { ServiceIndex } from './services.js';
import { publishedFields, type StudyReading, type TextPart } from './study-reading.js';
import { fold, isBlank, standsIn } from './text.js';

export type BlockingCode =
  | 'legal-entity'
  | 'external-customer'
  | 'in-production'
  | 'fresh'
  | 'title'
  | 'summary'
  | `section:${SectionName}`
  | 'aws-services'
  | 'service-usage'
  | 'measured-outcome'
  | 'published'
  | 'url-reachable'
  | 'anonymous-description'
  | 'name-withheld'
  | 'relevance'
  | 'required-services'
  | 'category'
  | 'support-services'
  | 'diagram'
  | 'not-used-before';
export type AdviceCode =
  `section-length:${SectionName}` | 'services-in-text' | 'figure-in-results' | 'partner-specializations' | 'consent' | 'industry';
export type FindingCode = BlockingCode | AdviceCode;
export type FindingKind = 'blocking' | 'advice';
export type FindingOutcome = 'met' | 'unmet' | 'unanswered';

/** Met from one day (included) until another (excluded), both as day numbers; unmet on every other day. */
export interface DayWindow {
  readonly from: number;
  readonly until: number;
}

/** Days beyond every calendar day, for windows without a beginning or an end. */
export const always: DayWindow = { from: -0x40000000, until: 0x3fffffff };

/** What a rule says of a study: an outcome, the days on which it is met, or `null` where it does not apply. */
export type Answer = FindingOutcome | DayWindow | null;

/** A rule about the study alone. Advice is always of this sort. */
export interface StudyRule {
  readonly kind: FindingKind;
  readonly of: 'study';
  /** Whether work on text or data can turn an `unmet` into `met`; an `unanswered` can always be fixed. */
  readonly fixable: boolean;
  /** Where it searches text, which is dear: it rests on nothing else, and its answer is an outcome. `null` where it searches none. */
  readonly searches: readonly TextPart[] | null;
  readonly judge: (study: StudyReading) => Answer;
}

/** A rule about what the specialization asks: plain JSON, `null` where it does not ask. Equal asks are judged once. */
export interface AskRule<Ask = unknown> {
  readonly kind: 'blocking';
  readonly of: 'ask';
  readonly fixable: boolean;
  readonly asks: (requires: Requirements, services: ServiceIndex) => Ask | null;
  judge(study: StudyReading, ask: Ask): Answer;
}

/** A rule about the application of the study to the specialization, `null` where there is none. */
export interface ApplicationRule<Ask = unknown> {
  readonly kind: 'blocking';
  readonly of: 'application';
  readonly fixable: boolean;
  readonly asks: (requires: Requirements, services: ServiceIndex) => Ask | null;
  judge(application: Application | null, ask: Ask): Answer;
}

/** A row is only ever judged with what its own `asks` gave, so its ask is nobody else's business. */
export type Rule = StudyRule | AskRule | ApplicationRule;

const when = <A extends Answer>(applies: boolean, answer: () => A): A | null => (applies ? answer() : null);
const given = (isGiven: boolean): FindingOutcome => (isGiven ? 'met' : 'unanswered');
const holds = (isTrue: boolean): FindingOutcome => (isTrue ? 'met' : 'unmet');

export const rules: { readonly [C in BlockingCode]: Rule } & { readonly [C in AdviceCode]: StudyRule } = {
  'legal-entity': blocking('fixable', ({ study, legalEntity }) => (study.customer === null ? 'unanswered' : holds(legalEntity !== null))),
  'external-customer': blocking('unfixable', ({ study, relation }) =>
    when(relation === 'affiliate' || relation === 'internal', () =>
      study.offeredExternally === null ? 'unanswered' : holds(study.offeredExternally),
    ),
  ),
  'in-production': blocking('unfixable', ({ study: { stage, deployedOn } }) => {
    if (stage !== 'production') return stage === null ? 'unanswered' : 'unmet';
    return deployedOn === null ? 'met' : { from: dayNumber(deployedOn), until: always.until };
  }),
  fresh: asked(
    'unfixable',
    ({ freshnessMonths }) => ({ freshnessMonths }),
    ({ study: { deployedOn } }, { freshnessMonths }) => {
      if (deployedOn === null) return 'unanswered';
      const expiry = expiresOn(deployedOn, freshnessMonths);
      return { from: dayNumber(deployedOn), until: expiry === null ? always.until : dayNumber(expiry) };
    },
  ),
  title: blocking('fixable', ({ study }) => given(!isBlank(study.title))),
  summary: blocking('fixable', ({ study }) => given(!isBlank(study.summary))),
  'section:aboutCustomer': section('aboutCustomer'),
  'section:challenge': section('challenge'),
  'section:solution': section('solution'),
  'section:results': section('results'),
  'section:aboutPartner': section('aboutPartner'),
  'section-length:aboutCustomer': sectionLength('aboutCustomer'),
  'section-length:challenge': sectionLength('challenge'),
  'section-length:solution': sectionLength('solution'),
  'section-length:results': sectionLength('results'),
  'section-length:aboutPartner': sectionLength('aboutPartner'),
  'aws-services': blocking('fixable', ({ named }) => given(named.length > 0)),
  'service-usage': blocking('fixable', ({ named }) =>
    when(named.length > 0, () => given(named.some((service) => !isBlank(service.usage)))),
  ),
  'services-in-text': aboutText('advice', ['sections', 'services'], ({ named, sections, serviceIds, context }) =>
    when(named.length > 0 && sections.solution.length > 0, () => {
      const solution = fold(sections.solution.join(' '));
      return holds([...serviceIds].some((id) => context.services.soughtNamesOf(id).some((name) => standsIn(solution, name))));
    }),
  ),
  'measured-outcome': blocking('fixable', ({ study }) => given(study.outcomes.some((outcome) => outcome.value !== null))),
  'figure-in-results': advice(({ sections }) =>
    when(sections.results.length > 0, () => holds(sections.results.some((paragraph) => /\p{Nd}/u.test(paragraph)))),
  ),
  'partner-specializations': aboutText('advice', ['sections'], ({ sections, context: { held } }) =>
    when(held.length > 0 && sections.aboutPartner.length > 0, () => {
      const aboutPartner = fold(sections.aboutPartner.join(' '));
      return holds(held.some((names) => names.some((name) => aboutPartner.includes(name))));
    }),
  ),
  published: blocking('fixable', ({ study }) =>
    when(study.visibility !== 'private', () =>
      isBlank(study.url) || study.format === null ? 'unanswered' : holds(isWebAddress(study.url.trim())),
    ),
  ),
  'url-reachable': blocking('fixable', ({ study }) =>
    when(study.visibility !== 'private' && !isBlank(study.url), () => holds(study.urlState !== 'broken')),
  ),
  'anonymous-description': blocking('fixable', ({ study }) =>
    when(study.visibility === 'anonymous', () => given(!isBlank(study.anonymousDescription))),
  ),
  'name-withheld': aboutText('blocking', ['names', ...publishedFields], ({ study, names }) =>
    when(study.visibility === 'anonymous' && study.customer !== null, () => holds(!namesStandIn(study, names))),
  ),
  consent: advice(({ study: { visibility, consent } }) =>
    when(visibility !== 'private', () => {
      if (consent.state === null || consent.state === 'asked') return 'unanswered';
      if (consent.state !== 'granted') return 'unmet';
      return consent.until === null ? 'met' : { from: always.from, until: dayNumber(consent.until) + 1 };
    }),
  ),
  industry: advice(({ study, customer, legalEntity }) =>
    when(study.customer !== null, () => given(!isBlank(customer?.industry ?? null) || !isBlank(legalEntity?.industry ?? null))),
  ),
  relevance: ofApplication(
    'fixable',
    () => true,
    (application) => given(!isBlank(application?.relevance ?? null)),
  ),
  'required-services': asked(
    'unfixable',
    ({ services }, { identityOf }) => (services.length > 0 ? services.map((group) => group.map(identityOf)) : null),
    ({ named, serviceIds }, groups) =>
      named.length === 0 ? 'unanswered' : holds(groups.every((group) => group.some((id) => serviceIds.has(id)))),
  ),
  category: ofApplication(
    'fixable',
    ({ categoryPerStudy, categories }) => (categoryPerStudy ? categories.map(fold) : null),
    (application, categories) => {
      const category = fold(application?.category ?? '');
      return category === '' ? 'unanswered' : holds(categories.includes(category));
    },
  ),
  'support-services': asked(
    'fixable',
    ({ supportServices }) => supportServices || null,
    ({ study: { support } }) => given((!isBlank(support.before) && !isBlank(support.after)) || !isBlank(support.during)),
  ),
  diagram: asked(
    'fixable',
    ({ diagram }) => diagram || null,
    ({ study }) => given(study.diagrams > 0),
  ),
  'not-used-before': ofApplication(
    'unfixable',
    ({ unusedStudies }) => unusedStudies || null,
    (application) => {
      const accepted = (application?.history ?? []).filter(({ state }) => state === 'accepted').map(({ on }) => dayNumber(on));
      // The day of the acceptance itself still counts; the day after it no longer does.
      return accepted.length === 0 ? 'met' : { from: always.from, until: Math.min(...accepted) + 1 };
    },
  ),
};

export const findingCodes = Object.keys(rules) as readonly FindingCode[];

/** Paragraphs that a section should have at least and at most (rules 3.4). */
export const sectionLengths: { readonly [S in SectionName]: { readonly least: number; readonly most: number } } = {
  aboutCustomer: { least: 1, most: 1 },
  challenge: { least: 1, most: 3 },
  solution: { least: 2, most: 6 },
  results: { least: 1, most: 3 },
  aboutPartner: { least: 1, most: 1 },
};

type Fix = 'fixable' | 'unfixable';

function blocking(fix: Fix, judge: StudyRule['judge']): StudyRule {
  return { kind: 'blocking', of: 'study', fixable: fix === 'fixable', searches: null, judge };
}

function advice(judge: StudyRule['judge']): StudyRule {
  return { kind: 'advice', of: 'study', fixable: true, searches: null, judge };
}

function aboutText(kind: FindingKind, searches: readonly TextPart[], judge: (study: StudyReading) => FindingOutcome | null): StudyRule {
  return { kind, of: 'study', fixable: true, searches, judge };
}

function section(name: SectionName): StudyRule {
  return blocking('fixable', ({ sections }) => given(sections[name].length > 0));
}

function sectionLength(name: SectionName): StudyRule {
  return advice(({ sections }) => {
    const { length } = sections[name];
    return when(length > 0, () => holds(sectionLengths[name].least <= length && length <= sectionLengths[name].most));
  });
}

function asked<Ask>(fix: Fix, asks: AskRule<Ask>['asks'], judge: AskRule<Ask>['judge']): AskRule {
  const rule: AskRule<Ask> = { kind: 'blocking', of: 'ask', fixable: fix === 'fixable', asks, judge };
  return rule;
}

function ofApplication<Ask>(fix: Fix, asks: ApplicationRule<Ask>['asks'], judge: ApplicationRule<Ask>['judge']): ApplicationRule {
  const rule: ApplicationRule<Ask> = { kind: 'blocking', of: 'application', fixable: fix === 'fixable', asks, judge };
  return rule;
}

/** Not by `URL.canParse`: on Node 20 and 22 it refuses "https://é.com" once it has been called a few thousand times. */
function isWebAddress(url: string): boolean {
  if (!/^https?:\/\//.test(url)) return false;
  try {
    return new URL(url).href !== '';
  } catch {
    return false;
  }
}
