import { Column, Entity, PrimaryColumn } from 'typeorm';
import type * as domain from '@caseboard/domain';

@Entity('study')
export class StudyRow {
  @PrimaryColumn('text') id: string;
  @Column('text', { nullable: true }) customerId: string | null;
  @Column('text') status: domain.StudyStatus;
  @Column('text') title: string;
  @Column('text') summary: string;
  @Column('text') visibility: domain.Visibility;
  @Column('text', { nullable: true }) format: domain.StudyFormat | null;
  @Column('text') url: string;
  @Column('text', { nullable: true }) urlState: domain.UrlState | null;
  @Column('text') anonymousDescription: string;
  @Column('text', { nullable: true }) stage: domain.Stage | null;
  @Column('date', { nullable: true }) startedOn: domain.Day | null;
  @Column('date', { nullable: true }) deployedOn: domain.Day | null;
  @Column('date', { nullable: true }) endedOn: domain.Day | null;
  @Column('boolean', { nullable: true }) offeredExternally: boolean | null;
  @Column('text', { array: true }) aboutCustomer: readonly string[];
  @Column('text', { array: true }) challenge: readonly string[];
  @Column('text', { array: true }) solution: readonly string[];
  @Column('text', { array: true }) results: readonly string[];
  @Column('text', { array: true }) aboutPartner: readonly string[];
  @Column('jsonb') services: readonly domain.NamedService[];
  @Column('jsonb') outcomes: readonly domain.Outcome[];
  @Column('text') supportBefore: string;
  @Column('text') supportDuring: string;
  @Column('text') supportAfter: string;
  @Column('integer') diagrams: number;
  @Column('text', { nullable: true }) consentState: domain.ConsentState | null;
  @Column('date', { nullable: true }) consentUntil: domain.Day | null;
  @Column('text', { nullable: true }) owner: string | null;
}

@Entity('application')
export class ApplicationRow {
  @PrimaryColumn('text') studyId: string;
  @PrimaryColumn('text') specialization: string;
  @Column('integer') position: number;
  @Column('text') relevance: string;
  @Column('text', { nullable: true }) category: string | null;
  @Column('jsonb') history: readonly domain.ApplicationEvent[];
}

export function toStudy(row: StudyRow, applications: readonly domain.Application[]): domain.Study {
  const { services, outcomes, diagrams, owner } = row;
  const { aboutCustomer, challenge, solution, results, aboutPartner } = row;
  return {
    id: row.id,
    customer: row.customerId,
    status: row.status,
    title: row.title,
    summary: row.summary,
    visibility: row.visibility,
    format: row.format,
    url: row.url,
    urlState: row.urlState,
    anonymousDescription: row.anonymousDescription,
    stage: row.stage,
    startedOn: row.startedOn,
    deployedOn: row.deployedOn,
    endedOn: row.endedOn,
    offeredExternally: row.offeredExternally,
    sections: { aboutCustomer, challenge, solution, results, aboutPartner },
    services: services.map(({ name, usage }) => ({ name, usage })),
    outcomes: outcomes.map(({ statement, value, unit }) => ({ statement, value, unit })),
    support: { before: row.supportBefore, during: row.supportDuring, after: row.supportAfter },
    diagrams,
    consent: { state: row.consentState, until: row.consentUntil },
    applications,
    owner,
  };
}

export function toStudyRow({ customer, sections, support, consent, applications: _applications, ...columns }: domain.Study): StudyRow {
  return {
    ...columns,
    ...sections,
    customerId: customer,
    supportBefore: support.before,
    supportDuring: support.during,
    supportAfter: support.after,
    consentState: consent.state,
    consentUntil: consent.until,
  };
}

export function toApplicationRows({ id, applications }: domain.Study): ApplicationRow[] {
  return applications.map((application, position) => ({ studyId: id, position, ...application }));
}
