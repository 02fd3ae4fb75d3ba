import { Injectable } from '@nestjs/common';
import { may, type bulkStudies, type StudyDetail } from '@caseboard/contracts';
import { studyRecord, type Given, type Study } from '@caseboard/domain';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { SignedInPerson } from '../platform/http/access.js';
import { checkVersion, type Versioned } from '../platform/http/versions.js';
import { Refusal } from '../platform/refusal.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { givenOf, newId, referencesInto, refuseNewId, withDefaults } from '../writing/requests.js';
import { mayEdit, toDetail } from './study-views.js';

/** One study at a time: reading it, writing it, and a few changes of many at once. */
@Injectable()
export class StudiesService {
  constructor(
    private readonly portfolio: PortfolioService,
    private readonly writer: PortfolioWriter,
  ) {}

  async one(me: SignedInPerson, id: string): Promise<Versioned<StudyDetail>> {
    const snapshot = await this.portfolio.current();
    return { version: versionOf(snapshot, id), record: toDetail(snapshot, me, found(snapshot, id)) };
  }

  /** A new draft, private until somebody says otherwise. A contributor owns what they begin. */
  async create(me: SignedInPerson, body: unknown): Promise<Versioned<StudyDetail>> {
    const id = await this.writer.write(me.id, async ({ before, save }) => {
      const defaults = {
        id: newId('s-', (taken) => before.study(taken) !== undefined),
        status: 'draft',
        visibility: 'private',
        ...(!may(me.role, 'study.edit-any') && { owner: me.email }),
      };
      const study = studyRecord.complete(
        givenOf(studyRecord.read(withDefaults(body, defaults), { partial: false, references: referencesInto(before) })),
      );
      if (study.status !== 'draft') throw statusFault(study.status, 'draft');
      if (before.study(study.id)) throw new Refusal('id-taken', { id: study.id });
      if (!mayEdit(me, study)) throw new Refusal('not-permitted', { permission: 'study.edit-any' });
      await save({ studies: [study] }, 'create');
      return study.id;
    });
    return this.one(me, id);
  }

  async edit(me: SignedInPerson, id: string, ifMatch: string | undefined, body: unknown): Promise<Versioned<StudyDetail>> {
    await this.writer.write(me.id, async ({ before, save }) => {
      const study = editable(before, me, id, ifMatch);
      const given = givenOf(studyRecord.read(body, { partial: true, references: referencesInto(before) }));
      refuseNewId('id', id, given.id);
      if (given.status !== undefined && given.status !== study.status) throw statusFault(given.status, study.status);
      const edited = editedStudy(study, given);
      if (!mayEdit(me, edited)) throw new Refusal('not-permitted', { permission: 'study.edit-any' });
      await save({ studies: [edited] }, 'edit');
    });
    return this.one(me, id);
  }

  /** Only a draft can go: what once counted stays, retired. */
  remove(me: SignedInPerson, id: string, ifMatch: string | undefined): Promise<void> {
    return this.writer.write(me.id, async ({ before, save }) => {
      const { status } = editable(before, me, id, ifMatch);
      if (status !== 'draft') throw new Refusal('already-in-that-state', { study: id, status });
      await save({ removed: { studies: [id] } }, 'remove');
    });
  }

  /** One change of many studies: all of them or none. Those that are so already are left alone. */
  bulk(me: SignedInPerson, { ids, action }: z.infer<typeof bulkStudies>): Promise<{ changed: number }> {
    return this.writer.write(me.id, async ({ before, manager, save }) => {
      const studies = [...new Set(ids)].map((id) => found(before, id));
      if (action.kind === 'draft') await refuseUnlessActivated(manager, studies);
      const { changed } = await save({ studies: studies.map((study) => bulkChanged(study, action)) }, bulkNames[action.kind]);
      return { changed: changed.length };
    });
  }
}

/** The study, if there is one. */
export function found(snapshot: Snapshot, id: string): Study {
  const study = snapshot.study(id);
  if (!study) throw new Refusal('not-found', { study: id });
  return study;
}

export function versionOf(snapshot: Snapshot, id: string): number {
  return snapshot.meta('study', id)?.version ?? 0;
}

function editable(before: Snapshot, me: SignedInPerson, id: string, ifMatch: string | undefined): Study {
  const study = found(before, id);
  if (!mayEdit(me, study)) throw new Refusal('not-permitted', { permission: 'study.edit-any' });
  checkVersion(ifMatch, versionOf(before, id));
  return study;
}

/** Absent keys stay; a list that is given takes the place of the stored one, and an application keeps what it leaves out. */
export function editedStudy(study: Study, given: Given<Study>): Study {
  const laid = studyRecord.lay(study, given);
  if (!given.applications) return laid;
  const byCode = new Map(laid.applications.map((application) => [application.specialization, application]));
  return {
    ...laid,
    applications: given.applications.flatMap(({ specialization }) => byCode.get(specialization ?? '') ?? []),
  };
}

/** The status has routes of its own, which look at the place (rules 2.4). */
function statusFault(given: string, allowed: string): Refusal {
  return new Refusal('invalid-fields', {}, [{ path: 'status', value: given, reason: 'unknown-value', params: { allowed: [allowed] } }]);
}

type BulkAction = z.infer<typeof bulkStudies>['action'];
const bulkNames = {
  'set-owner': 'edit',
  'set-visibility': 'edit',
  activate: 'activate',
  retire: 'retire',
  draft: 'draft',
} as const satisfies Record<BulkAction['kind'], string>;

function bulkChanged(study: Study, action: BulkAction): Study {
  if (action.kind === 'set-owner') return studyRecord.lay(study, givenOf(studyRecord.read({ owner: action.owner }, { partial: true })));
  if (action.kind === 'set-visibility') return { ...study, visibility: action.visibility };
  const { from, to }: Move = moves[action.kind];
  if (study.status === to) return study;
  if (!from.includes(study.status))
    throw new Refusal('already-in-that-state', { study: study.id, title: study.title, status: study.status });
  return { ...study, status: to };
}

/** Back from active to draft is the undo of an activation (rules 3.1): what was active from the first was no draft. */
export async function refuseUnlessActivated(manager: EntityManager, studies: readonly Study[]): Promise<void> {
  const active = studies.filter(({ status }) => status === 'active');
  if (active.length === 0) return;
  const last = await manager.query<{ id: string; action: string }[]>(
    `SELECT DISTINCT ON (subject_id) subject_id AS id, action FROM audit_entry
     WHERE subject = 'study' AND subject_id = ANY ($1) AND after ? 'status' ORDER BY subject_id, audit_entry.id DESC`,
    [active.map(({ id }) => id)],
  );
  const activated = new Set(last.flatMap(({ id, action }) => (action === 'activate' ? [id] : [])));
  const other = active.find(({ id }) => !activated.has(id));
  if (other) throw new Refusal('already-in-that-state', { study: other.id, title: other.title, status: other.status });
}

/** The life of a study (rules 3.1). */
export const moves: { readonly [M in 'activate' | 'retire' | 'draft']: Move } = {
  activate: { from: ['draft', 'retired'], to: 'active' },
  retire: { from: ['active'], to: 'retired' },
  draft: { from: ['retired', 'active'], to: 'draft' },
};
interface Move {
  readonly from: readonly Study['status'][];
  readonly to: Study['status'];
}
