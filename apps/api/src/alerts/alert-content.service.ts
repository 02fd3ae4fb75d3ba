import { Injectable } from '@nestjs/common';
import { may, type AlertRow, type Language } from '@caseboard/contracts';
import { fold, isAboutStudy } from '@caseboard/domain';
import { Database } from '../platform/database/database.js';
import { gather } from '../platform/gather.js';
import type { Names, NamesReader } from '../portfolio/names.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { ReadinessService } from '../readiness/readiness.service.js';
import { readAlertsToTell, readFollowers, shownState, type StoredAlert } from './alert-rows.js';
import { readAlertSettings } from './alert-settings.js';
import { byHarm, consequenceOf, isWarnedOf } from './consequences.js';

/** Whoever reads alerts: in the product, or in a mail. */
export interface AlertReader extends NamesReader {
  readonly id: string;
  readonly email: string;
  readonly language: Language;
}

/** An alert as it is told: in a mail nobody is asked what they may do. */
export type ToldAlert = Omit<AlertRow, 'canAct'>;

/** What alerts say to a reader, with the portfolio as it is now. */
@Injectable()
export class AlertContentService {
  private readonly toTell = gather((asks: readonly (readonly string[])[]) => this.allToTell(asks));

  constructor(
    private readonly database: Database,
    private readonly portfolio: PortfolioService,
    private readonly readiness: ReadinessService,
  ) {}

  /** Those that are still to be told, most harmful first: not settled, and of a day that is still warned of. */
  async rows(reader: AlertReader, ids: readonly string[]): Promise<ToldAlert[]> {
    const { manager } = this.database;
    const alerts = await this.toTell(ids);
    if (alerts.length === 0) return [];
    const { renewals } = alerts.some(({ kind }) => kind === 'renewal') ? await readAlertSettings(manager) : noRenewals;
    const snapshot = await this.portfolio.current();
    const wanted = alerts.filter((alert) => isWarnedOf(snapshot, alert, renewals));
    return byHarm(snapshot, wanted).map((alert) => this.told(snapshot, reader, alert));
  }

  /** The alerts of several mails in one statement. */
  private async allToTell(asks: readonly (readonly string[])[]): Promise<StoredAlert[][]> {
    const alerts = new Map((await readAlertsToTell(this.database, [...new Set(asks.flat())])).map((alert) => [alert.id, alert]));
    return asks.map((ids) => ids.flatMap((id) => alerts.get(id) ?? []));
  }

  /** One alert as the reader sees it. */
  row(snapshot: Snapshot, reader: AlertReader, alert: StoredAlert, followed: ReadonlySet<string>): AlertRow {
    const told = this.told(snapshot, reader, alert);
    return { ...told, canAct: mayAct(reader, { owner: told.owner, isFollowed: followed.has(alert.subject) }) };
  }

  private told(snapshot: Snapshot, reader: AlertReader, alert: StoredAlert): ToldAlert {
    const names = snapshot.namesFor(reader);
    const { id, kind, day, step, snoozedUntil } = alert;
    return {
      id,
      kind,
      subject: subjectOf(snapshot, names, alert),
      day,
      step,
      state: shownState(alert, snapshot.today),
      madeAt: alert.madeAt.toISOString(),
      sentAt: alert.sentAt?.toISOString() ?? null,
      snoozedUntil,
      owner: isAboutStudy(kind) ? (snapshot.study(alert.subject)?.owner ?? null) : null,
      consequence: consequenceOf(snapshot, names, this.readiness, alert),
    };
  }

  /** The studies of these alerts that the reader follows. */
  async followed(reader: Pick<AlertReader, 'id'>, alerts: readonly StoredAlert[]): Promise<ReadonlySet<string>> {
    const studies = [...new Set(alerts.filter(({ kind }) => isAboutStudy(kind)).map(({ subject }) => subject))];
    const followers = await readFollowers(this.database.manager, studies);
    return new Set(followers.filter(({ person }) => person === reader.id).map(({ study }) => study));
  }
}

const noRenewals = { renewals: [] };

/** A contributor settles alerts of own or followed studies only (permission `alert.act`). */
export function mayAct(
  reader: Pick<AlertReader, 'role' | 'email'>,
  { owner, isFollowed }: { owner: string | null; isFollowed: boolean },
): boolean {
  if (!may(reader.role, 'alert.act')) return false;
  return may(reader.role, 'study.edit-any') || isFollowed || isOwner(reader, owner);
}

export function isOwner({ email }: Pick<AlertReader, 'email'>, owner: string | null): boolean {
  return owner !== null && fold(owner) === fold(email);
}

export function subjectOf(snapshot: Snapshot, names: Names, { kind, subject }: Pick<StoredAlert, 'kind' | 'subject'>): AlertRow['subject'] {
  const study = isAboutStudy(kind) ? snapshot.study(subject) : undefined;
  if (study) return names.brief(study);
  return { id: subject, title: snapshot.specialization(subject)?.name ?? subject, customer: null };
}
