import { Injectable } from '@nestjs/common';
import type { activatedStudy, StudyDetail } from '@caseboard/contracts';
import type { Study } from '@caseboard/domain';
import type { z } from 'zod';
import type { SignedInPerson } from '../platform/http/access.js';
import { checkVersionIfSent, type Versioned } from '../platform/http/versions.js';
import { Refusal } from '../platform/refusal.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { found, moves, refuseUnlessActivated, StudiesService, versionOf } from './studies.service.js';

/** The life of a study: who holds the one place of a legal entity (rules 2.4, 3.1). */
@Injectable()
export class ActivationService {
  constructor(
    private readonly writer: PortfolioWriter,
    private readonly studies: StudiesService,
  ) {}

  /** `replace` names the study that gives up the place for this one, in the same transaction. */
  async activate(
    me: SignedInPerson,
    id: string,
    ifMatch: string | undefined,
    replace?: string,
  ): Promise<Versioned<z.infer<typeof activatedStudy>>> {
    const retired = await this.writer.write(me.id, async ({ before, save }) => {
      const study = movable(before, id, ifMatch, 'activate');
      const holder = holderOfPlace(before, study);
      if (holder && holder.id !== replace) throw placeTaken(before, holder);
      const successor = { ...study, status: moves.activate.to };
      const studies = holder ? [{ ...holder, status: moves.retire.to }, successor] : [successor];
      await save({ studies }, (record) => (record.id === id ? 'activate' : 'retire'));
      return holder?.id ?? null;
    });
    const { version, record } = await this.studies.one(me, id);
    return { version, record: { study: record, retired } };
  }

  async move(me: SignedInPerson, id: string, ifMatch: string | undefined, action: 'retire' | 'draft'): Promise<Versioned<StudyDetail>> {
    await this.writer.write(me.id, async ({ before, manager, save }) => {
      const study = movable(before, id, ifMatch, action);
      if (action === 'draft') await refuseUnlessActivated(manager, [study]);
      await save({ studies: [{ ...study, status: moves[action].to }] }, action);
    });
    return this.studies.one(me, id);
  }
}

function movable(before: Snapshot, id: string, ifMatch: string | undefined, action: keyof typeof moves): Study {
  const study = found(before, id);
  checkVersionIfSent(ifMatch, versionOf(before, id));
  if (!moves[action].from.includes(study.status))
    throw new Refusal('already-in-that-state', { study: id, title: study.title, status: study.status });
  return study;
}

/** The active study of the same legal entity, if there is one beside this. */
export function holderOfPlace(portfolio: Snapshot, study: Study): Study | undefined {
  const entity = study.customer === null ? null : portfolio.entityOf(study.customer);
  if (entity === null) return undefined;
  return portfolio.portfolio.studies.find(
    ({ id, status, customer }) => status === 'active' && id !== study.id && customer !== null && portfolio.entityOf(customer) === entity,
  );
}

/** Only those who activate get this refusal, and they meet every name. */
function placeTaken(before: Snapshot, { id, title, customer }: Study): Refusal {
  const entity = customer === null ? null : before.entityOf(customer);
  return new Refusal('legal-entity-taken', {
    study: id,
    title,
    legalEntity: entity,
    customer: entity === null ? null : (before.customer(entity)?.legalName ?? null),
  });
}
