import { Injectable } from '@nestjs/common';
import type { MailForecast, NotificationRules } from '@caseboard/contracts';
import { addMonths, daysBetween, type ForecastDay, forecastMails, isAboutStudy, type Reader } from '@caseboard/domain';
import { Database } from '../platform/database/database.js';
import type { SignedInPerson } from '../platform/http/access.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { readFollowers } from './alert-rows.js';
import { readAlertSettings, type StoredAlertSettings } from './alert-settings.js';
import { broughtInDays, keyOf } from './brought-in.js';
import { ownFalls } from './consequences.js';
import { readReaders } from './readers.js';
import { daysOfSpecializations, daysToLookAt } from './warned-days.js';

/** Before rules are saved: the mails that they would send in the coming 12 months; null stands for the team's. */
@Injectable()
export class MailForecastService {
  constructor(
    private readonly database: Database,
    private readonly portfolio: PortfolioService,
  ) {}

  async forecast(me: SignedInPerson, chosen: NotificationRules | null): Promise<MailForecast> {
    const settings = await readAlertSettings(this.database.manager);
    const { today, days } = await this.days(settings);
    const people = await readReaders(this.database.manager, settings.defaultRules);
    const reader: Reader = { id: me.id, role: me.role, email: me.email, rules: chosen ?? settings.defaultRules };
    const forecast = forecastMails({ reader, people, ladder: settings.ladder, today }, days);
    return { ...forecast, days: forecast.days.map((day) => ({ ...day })) };
  }

  private async days(settings: StoredAlertSettings) {
    const { manager } = this.database;
    const snapshot = await this.portfolio.current();
    const { today, catalog, portfolio } = snapshot;
    const timeZone = portfolio.partner.timeZone ?? 'UTC';
    const farthest = daysBetween(today, addMonths(today, 12)) + Math.max(...settings.ladder.map(({ days }) => days));
    const looked = await daysToLookAt(manager, daysOfSpecializations({ partner: portfolio.partner, catalog }, settings), today, farthest);
    const wanted = looked.filter((each) => each.wanted);
    const brought = await broughtInDays(manager, wanted, { today, timeZone });
    const followers = await this.followers(wanted.filter(({ kind }) => isAboutStudy(kind)).map(({ subject }) => subject));
    // No await from here on: the snapshot's engine moves with the next revision.
    const current = await this.portfolio.current();
    const days = wanted.map((each): ForecastDay => ({
      ...each,
      owner: isAboutStudy(each.kind) ? (current.study(each.subject)?.owner ?? null) : null,
      followers: followers.get(each.subject) ?? [],
      broughtInOn: brought.get(keyOf(each)) ?? null,
      costsReadiness: ownFalls(current, { ...each, id: '' }).some(({ stopsBeingReady }) => stopsBeingReady),
    }));
    return { today, days };
  }

  private async followers(studies: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    const byStudy = new Map<string, string[]>();
    for (const { study, person } of await readFollowers(this.database.manager, studies))
      byStudy.set(study, [...(byStudy.get(study) ?? []), person]);
    return byStudy;
  }
}
