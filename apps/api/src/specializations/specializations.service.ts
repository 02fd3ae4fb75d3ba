import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { patchSpecialization, SpecializationRow } from '@caseboard/contracts';
import { specializationRecord, type Specialization } from '@caseboard/domain';
import type { z } from 'zod';
import { Clock } from '../platform/clock.js';
import type { SignedInPerson } from '../platform/http/access.js';
import { checkVersion, type Versioned } from '../platform/http/versions.js';
import { Refusal } from '../platform/refusal.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { givenOf, refuseNewId } from '../writing/requests.js';
import { shippedEntry, vouchedFor, withReportedLifecycle } from './figures.js';
import { toRow } from './specialization-views.js';

/** The catalog: what each specialization asks is data that a manager confirms or edits in place. */
@Injectable()
export class SpecializationsService {
  constructor(
    private readonly portfolio: PortfolioService,
    private readonly writer: PortfolioWriter,
    private readonly clock: Clock,
  ) {}

  async one(code: string): Promise<Versioned<SpecializationRow>> {
    const snapshot = await this.portfolio.current();
    return { version: versionOf(snapshot, code), record: toRow(snapshot, found(snapshot, code)) };
  }

  async create(me: SignedInPerson, body: unknown): Promise<Versioned<SpecializationRow>> {
    const code = await this.writer.write(me.id, async ({ before, save }) => {
      const entry = specializationRecord.complete(givenOf(specializationRecord.read(body, { partial: false })));
      if (before.specialization(entry.code)) throw new Refusal('id-taken', { id: entry.code });
      await save({ specializations: [entry] }, 'create');
      return entry.code;
    });
    return this.one(code);
  }

  /** Edits figures or vouches for them; the first edit of a built-in entry makes it the organisation's own version. */
  async edit(
    me: SignedInPerson,
    code: string,
    ifMatch: string | undefined,
    body: z.infer<typeof patchSpecialization>,
  ): Promise<Versioned<SpecializationRow>> {
    const { confirm = [], lifecycleConfirmed = false, ...keys } = body;
    await this.writer.write(me.id, async ({ before, save }) => {
      const entry = found(before, code);
      checkVersion(ifMatch, versionOf(before, code));
      const given = givenOf(specializationRecord.read(keys, { partial: true }));
      refuseNewId('code', code, given.code);
      const laid = specializationRecord.lay(entry, given);
      const edited = lifecycleConfirmed ? withReportedLifecycle(laid) : laid;
      const vouched = vouchedFor(entry, edited, confirm, { by: me.email, at: this.clock.now().toISOString() });
      // A built-in entry stays as shipped when an edit says what it says already.
      await save(
        { specializations: isDeepStrictEqual(vouched, entry) ? [] : [vouched] },
        Object.keys(keys).length > 0 ? 'edit' : 'confirm',
      );
    });
    return this.one(code);
  }

  /** Removes an own entry that nothing is about; gives a built-in one its shipped figures back. */
  remove(me: SignedInPerson, code: string, ifMatch: string | undefined): Promise<void> {
    return this.writer.write(me.id, async ({ before, save }) => {
      found(before, code);
      checkVersion(ifMatch, versionOf(before, code));
      const isBuiltIn = shippedEntry(code) !== undefined;
      if (isBuiltIn && !before.meta('specialization', code)) throw new Refusal('built-in-specialization', { specialization: code });
      await save({ removed: { specializations: [code] } }, isBuiltIn ? 'reset' : 'remove');
    });
  }
}

function found(snapshot: Snapshot, code: string): Specialization {
  const entry = snapshot.specialization(code);
  if (!entry) throw new Refusal('not-found', { specialization: code });
  return entry;
}

/** 0 for a built-in entry as it was shipped. */
function versionOf(snapshot: Snapshot, code: string): number {
  return snapshot.meta('specialization', code)?.version ?? 0;
}
