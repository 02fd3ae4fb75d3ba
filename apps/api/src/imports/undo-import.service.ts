import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { SignedInPerson } from '../platform/http/access.js';
import { Refusal } from '../platform/refusal.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import type { Changes, Ref } from '../writing/changes.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { ImportImages, restoring } from './import-images.service.js';
import { ImportRows } from './import-rows.service.js';

/** Takes an import back, as long as nothing it touched has changed since. */
@Injectable()
export class UndoImportService {
  constructor(
    private readonly rows: ImportRows,
    private readonly images: ImportImages,
    private readonly writer: PortfolioWriter,
    private readonly audit: AuditService,
  ) {}

  async undo(me: SignedInPerson, id: string): Promise<void> {
    const stored = await this.rows.find(id);
    if (stored.state === 'undone') throw new Refusal('import-already-undone', { import: id });
    if (stored.state !== 'committed') throw new Refusal('already-in-that-state', { import: id, state: stored.state });
    await this.writer.write(me.id, async ({ before, manager, save }) => {
      const changes = restoring(await this.images.of(id));
      const inTheWay = [...(await this.images.changedSince(stored, manager)), ...leaningOn(before, changes)];
      if (inTheWay.length > 0) {
        const changed = inTheWay.slice(0, 100).map((ref) => ({ ...ref, title: titleOf(before, ref) }));
        throw new Refusal('import-changed-since', { import: id, changed, first: changed[0]?.title });
      }
      await this.rows.markUndone(manager, id);
      await save(changes, 'undo-import');
      await this.audit.record(manager, {
        who: me.id,
        action: 'undo-import',
        subject: 'import',
        subjectId: id,
        before: null,
        after: { name: stored.name },
      });
    });
  }
}

/** Records that came to lean on what the import made, and ones that its records leaned on before and that are gone. */
function leaningOn(before: Snapshot, { removed, studies = [], customers = [] }: Changes): Ref[] {
  const gone = {
    studies: new Set(removed?.studies),
    customers: new Set(removed?.customers),
    specializations: new Set(removed?.specializations),
  };
  const restored = {
    studies: new Map(studies.map((study) => [study.id, study])),
    customers: new Map(customers.map((customer) => [customer.id, customer])),
  };
  const { partner } = before.portfolio;
  const leaningStudies = before.portfolio.studies
    .filter(({ id }) => !gone.studies.has(id))
    .map((study) => restored.studies.get(study.id) ?? study)
    .filter(
      ({ customer, applications }) =>
        (customer !== null && isGone(before, gone.customers, customer)) ||
        applications.some(({ specialization }) => gone.specializations.has(specialization)),
    )
    .map(({ id }) => ({ kind: 'study' as const, id }));
  const leaningCustomers = before.portfolio.customers
    .filter(({ id }) => !gone.customers.has(id))
    .map((customer) => restored.customers.get(customer.id) ?? customer)
    .filter(({ partOf }) => partOf !== null && isGone(before, gone.customers, partOf))
    .map(({ id }) => ({ kind: 'customer' as const, id }));
  const wanted = [...partner.heldSpecializations, ...partner.targets.map(({ specialization }) => specialization)];
  const leaningSettings = wanted.some((code) => gone.specializations.has(code)) ? [{ kind: 'settings' as const, id: 'settings' }] : [];
  return [...leaningStudies, ...leaningCustomers, ...leaningSettings];
}

function isGone(before: Snapshot, removed: ReadonlySet<string>, customer: string): boolean {
  return removed.has(customer) || before.customer(customer) === undefined;
}

function titleOf(before: Snapshot, { kind, id }: Ref): string {
  const titles = {
    study: before.study(id)?.title,
    customer: before.customer(id)?.legalName,
    specialization: before.specialization(id)?.name,
    settings: before.portfolio.partner.legalName,
  };
  return titles[kind] ?? id;
}
