import { may, type StudyDetail, type StudyDocument, type StudyRow } from '@caseboard/contracts';
import { fold, studyExpiresOn, writeStudy, type Customer, type Day, type Study } from '@caseboard/domain';
import type { SignedInPerson } from '../platform/http/access.js';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { verdictCounts } from './study-standing.js';

/** A contributor writes only what is their own (permission `study.edit`); managers write everything. */
export function mayEdit(me: SignedInPerson, { owner }: Pick<Study, 'owner'>): boolean {
  return may(me.role, 'study.edit-any') || (may(me.role, 'study.edit') && fold(owner ?? '') === fold(me.email));
}

/** The study as this person may read it. */
export function toDetail(snapshot: Snapshot, me: SignedInPerson, study: Study): StudyDetail {
  const names = snapshot.namesFor(me);
  const meta = snapshot.meta('study', study.id);
  return {
    ...documentOf(names.study(study)),
    customerName: names.customerOf(study)?.legalName ?? null,
    customerWithheld: names.isWithheld(study),
    expiresOn: expiryOf(snapshot, study),
    mayEdit: mayEdit(me, study),
    mayActivate: may(me.role, 'study.activate'),
    createdAt: meta?.createdAt ?? '',
    updatedAt: meta?.updatedAt ?? '',
  };
}

export function toRow(snapshot: Snapshot, names: Names, study: Study, asOf: Day): StudyRow {
  const open = names.study(study);
  const customer = names.customerOf(study);
  return {
    id: open.id,
    title: open.title,
    summary: open.summary,
    customer: customer?.id ?? null,
    customerName: customer?.legalName ?? null,
    customerWithheld: names.isWithheld(study),
    status: open.status,
    visibility: open.visibility,
    format: open.format,
    stage: open.stage,
    deployedOn: open.deployedOn,
    expiresOn: expiryOf(snapshot, study),
    owner: open.owner,
    industry: customer && industryOf(snapshot, customer),
    services: open.services.map(({ name }) => name),
    specializations: open.applications.map(({ specialization }) => specialization),
    ...verdictCounts(snapshot, study, asOf),
    updatedAt: snapshot.meta('study', study.id)?.updatedAt ?? '',
  };
}

/** The study as the portfolio document has it. */
function documentOf(study: Study): StudyDocument {
  return writeStudy(study) as StudyDocument;
}

/** The customer's own industry, or that of its legal entity. */
export function industryOf(snapshot: Snapshot, customer: Customer): string | null {
  if (customer.industry) return customer.industry;
  const entity = snapshot.entityOf(customer.id);
  return (entity === null ? undefined : snapshot.customer(entity))?.industry ?? null;
}

const expiries = new WeakMap<object, WeakMap<Study, Day | null>>();

/** Rules 1.5; kept as long as neither the study nor the catalog moves, since whole lists sort by it. */
export function expiryOf(snapshot: Snapshot, study: Study): Day | null {
  const { catalog } = snapshot.parts;
  let known = expiries.get(catalog);
  if (!known) expiries.set(catalog, (known = new WeakMap()));
  let expiry = known.get(study);
  if (expiry === undefined) known.set(study, (expiry = studyExpiresOn(study, catalog)));
  return expiry;
}
