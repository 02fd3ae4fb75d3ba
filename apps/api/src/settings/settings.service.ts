import { Injectable } from '@nestjs/common';
import type { Settings, updateSettings } from '@caseboard/contracts';
import { partnerRecord } from '@caseboard/domain';
import type { z } from 'zod';
import type { SignedInPerson } from '../platform/http/access.js';
import { checkVersion, type Versioned } from '../platform/http/versions.js';
import type { Organisation } from '../platform/organisation.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { givenOf, referencesInto } from '../writing/requests.js';

/** The partner's own facts: its name and time zone, what it holds, what it aims at. */
@Injectable()
export class SettingsService implements Organisation {
  constructor(
    private readonly portfolio: PortfolioService,
    private readonly writer: PortfolioWriter,
  ) {}

  async current(): Promise<Versioned<Settings>> {
    const snapshot = await this.portfolio.current();
    return { version: snapshot.settingsVersion, record: toSettings(snapshot) };
  }

  async edit(
    me: SignedInPerson,
    ifMatch: string | undefined,
    { warningDays, ...partner }: z.infer<typeof updateSettings>,
  ): Promise<Versioned<Settings>> {
    await this.writer.write(me.id, async ({ before, save }) => {
      checkVersion(ifMatch, before.settingsVersion);
      const given = givenOf(partnerRecord.read(partner, { partial: true, references: referencesInto(before) }));
      await save({ partner: partnerRecord.lay(before.portfolio.partner, given), warningDays }, 'edit');
    });
    return this.current();
  }

  async facts(): Promise<{ legalName: string; timeZone: string; warningDays: number }> {
    const { legalName, timeZone, warningDays } = toSettings(await this.portfolio.current());
    return { legalName, timeZone, warningDays };
  }

  async portfolioIsEmpty(): Promise<boolean> {
    return (await this.portfolio.current()).isEmpty;
  }
}

function toSettings({ portfolio: { partner }, warningDays }: Snapshot): Settings {
  const { legalName, timeZone, heldSpecializations, targets } = partner;
  return {
    legalName,
    timeZone: timeZone ?? 'UTC',
    warningDays,
    heldSpecializations: [...heldSpecializations],
    targets: targets.map((target) => ({ ...target })),
  };
}
