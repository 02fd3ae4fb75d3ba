/** The keys of a portfolio document with their values, defaults and limits (portfolio-format.md). */
import {
  count,
  customerReference,
  day,
  finiteNumber,
  id,
  listOf,
  oneOf,
  type Read,
  type Reading,
  specializationReference,
  text,
  timeZone,
  trueOrFalse,
} from './document-reading.js';
import { defaultsOf, type Field, type Fields, type Given, lay, readGiven, writeRecord } from './document-record.js';
import { listField, nested, optional, recordList, required, requiredRecord, storedRecords } from './document-field-kinds.js';
import { documentLimits } from './document-limits.js';
import { opaque, opaqueRecord } from './document-opaque.js';
import { isRegistrationScheme, registrationKey } from './customers-registrations.js';
import type * as portfolio from './portfolio.js';

const name = text(documentLimits.name);
const longText = text(documentLimits.text);
const wholeNumber = count(0, documentLimits.count);

const scheme: Read<portfolio.RegistrationScheme> = (value, reading) =>
  typeof value === 'string' && isRegistrationScheme(value)
    ? value
    : reading.fault('unknown-value', value, { allowed: ['lei', 'duns', 'uscc', 'company-number:<ISO country>'] });

const registrationFields: Fields<portfolio.Registration> = {
  scheme: required(scheme),
  number: required(longText),
};

/** The same registration twice on one customer is refused (numbers compare as in rules 2.7). */
const registrationList = recordList(registrationFields);
const registrations: Field<readonly portfolio.Registration[]> = { ...registrationList, read: readRegistrations };

function readRegistrations(value: unknown, reading: Reading): unknown {
  const list = registrationList.read(value, reading, {}) as readonly portfolio.Registration[] | undefined;
  // With a faulty entry left out, places in the list no longer tell where a fault stands.
  if (list === undefined || list.length !== (value as unknown[]).length) return undefined;
  const seen = new Set<string>();
  list.forEach((registration, i) => {
    const key = registrationKey(registration);
    const { number } = registration;
    if (seen.has(key)) reading.within(i, () => reading.within('number', () => reading.fault('registration-repeated', number)));
    seen.add(key);
  });
  return list;
}

export const customerFields: Fields<portfolio.Customer> = {
  id: required(id),
  legalName: required(name),
  aliases: listField(name),
  notNames: listField(name),
  kind: required(oneOf('legal-entity', 'unit')),
  partOf: optional(customerReference, null),
  country: optional(name, null),
  registrations,
  relation: optional(oneOf('external', 'affiliate', 'internal'), 'external'),
  industry: optional(name, null),
};

const paragraphs = listField(longText);
const sectionFields: Fields<portfolio.Study['sections']> = {
  aboutCustomer: paragraphs,
  challenge: paragraphs,
  solution: paragraphs,
  results: paragraphs,
  aboutPartner: paragraphs,
};

const serviceFields: Fields<portfolio.NamedService> = {
  name: optional(name, ''),
  usage: optional(longText, ''),
};

const outcomeFields: Fields<portfolio.Outcome> = {
  statement: optional(longText, ''),
  value: optional(finiteNumber, null),
  unit: optional(name, null),
};

const supportFields: Fields<portfolio.Study['support']> = {
  before: optional(longText, ''),
  during: optional(longText, ''),
  after: optional(longText, ''),
};

const consentFields: Fields<portfolio.Study['consent']> = {
  state: optional(oneOf('asked', 'granted', 'refused', 'withdrawn'), null),
  until: optional(day, null),
};

const eventFields: Fields<portfolio.ApplicationEvent> = {
  state: required(oneOf('submitted', 'accepted', 'declined')),
  on: required(day),
};

export const applicationFields: Fields<portfolio.Application> = {
  specialization: required(specializationReference),
  relevance: optional(longText, ''),
  category: optional(name, null),
  history: recordList(eventFields),
};

/** Applications are merged by specialization: stored ones keep their place, new ones follow. */
const applications: Field<readonly portfolio.Application[]> = {
  read: readApplications,
  absent: { value: [] },
  lay: layApplications,
  write: (value) => (value as portfolio.Application[]).map((entry) => writeRecord(applicationFields, entry)),
};

function readApplications(value: unknown, reading: Reading): unknown {
  const seen = new Set<string>();
  const readEntry: Read<Given<portfolio.Application>> = (entry) => {
    const given = readGiven(applicationFields, entry, reading);
    const code = given.specialization;
    if (code === undefined) return given;
    if (seen.has(code)) reading.within('specialization', () => reading.fault('duplicate-application', code));
    seen.add(code);
    return given;
  };
  return listOf(readEntry, documentLimits.listEntries)(value, reading);
}

function layApplications(stored: unknown, given: unknown): unknown {
  const result = new Map((stored as readonly portfolio.Application[]).map((entry) => [entry.specialization, entry]));
  for (const entry of given as readonly Given<portfolio.Application>[]) {
    const code = entry.specialization;
    if (code === undefined) continue;
    result.set(code, lay(applicationFields, result.get(code) ?? defaultsOf(applicationFields), entry));
  }
  return [...result.values()];
}

export const studyFields: Fields<portfolio.Study> = {
  id: required(id),
  customer: optional(customerReference, null),
  status: required(oneOf('draft', 'active', 'retired')),
  title: optional(text(documentLimits.title), ''),
  summary: optional(text(documentLimits.summary), ''),
  visibility: required(oneOf('public', 'anonymous', 'private')),
  format: optional(oneOf('case-study', 'white-paper', 'video', 'blog-post'), null),
  url: optional(text(documentLimits.url), ''),
  urlState: optional(oneOf('ok', 'broken'), null),
  anonymousDescription: optional(longText, ''),
  stage: optional(oneOf('production', 'pilot', 'proof-of-concept'), null),
  startedOn: optional(day, null),
  deployedOn: optional(day, null),
  endedOn: optional(day, null),
  offeredExternally: optional(trueOrFalse, null),
  sections: nested(sectionFields),
  services: recordList(serviceFields),
  outcomes: recordList(outcomeFields),
  support: nested(supportFields),
  diagrams: optional(wholeNumber, 0),
  consent: nested(consentFields),
  applications,
  owner: optional(name, null),
};

const requirementFields: Fields<portfolio.Requirements> = {
  studies: required(wholeNumber),
  public: required(wholeNumber),
  freshnessMonths: required((value, reading) => (value === null ? null : count(0, documentLimits.freshnessMonths)(value, reading))),
  services: listField(listOf(name, documentLimits.listEntries)),
  categories: listField(name),
  categoryPerStudy: optional(trueOrFalse, false),
  categoriesCovered: optional(wholeNumber, 0),
  supportServices: optional(trueOrFalse, false),
  diagram: optional(trueOrFalse, false),
  unusedStudies: optional(trueOrFalse, false),
};

const lifecycleFields: Fields<portfolio.Lifecycle> = {
  newApplicationsUntil: optional(day, null),
  endsOn: optional(day, null),
  reported: optional(opaqueRecord, null),
};

const kept: Field<unknown> = { read: opaque, absent: { value: undefined }, keepsNull: true };
const keptKeys = {
  path: kept,
  provenance: kept,
  prerequisites: kept,
  crossEffects: kept,
  categoriesUnverified: kept,
  relatedServices: kept,
  notes: kept,
};

export const specializationFields: Fields<portfolio.Specialization> = {
  code: required(id),
  name: required(name),
  aliases: listField(name),
  programme: optional(name, null),
  requires: requiredRecord(requirementFields),
  lifecycle: nested(lifecycleFields),
  ...keptKeys,
};

const targetFields: Fields<portfolio.Target> = {
  specialization: required(specializationReference),
  weight: optional(count(1, documentLimits.weight), 1),
  submitOn: optional(day, null),
};

export const partnerFields: Fields<portfolio.Partner> = {
  legalName: optional(name, ''),
  timeZone: optional(timeZone, null),
  heldSpecializations: listField(specializationReference),
  targets: recordList(targetFields),
};

/** The keys of the document itself. */
export const documentFields: Fields<portfolio.Portfolio & { format: 'caseboard-portfolio'; version: 1 }> = {
  format: required(oneOf('caseboard-portfolio')),
  version: required(oneOf(1)),
  partner: nested(partnerFields),
  specializations: storedRecords(specializationFields, documentLimits.specializations),
  customers: storedRecords(customerFields, documentLimits.customers),
  studies: storedRecords(studyFields, documentLimits.studies),
};
