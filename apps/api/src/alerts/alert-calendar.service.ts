import { Injectable } from '@nestjs/common';
import type { CalendarAnswer, CalendarEntry, Flip, calendarQuery } from '@caseboard/contracts';
import { addMonths, type Day, isAboutStudy, startBy, type WarnedDay, warnedDaysOfStudy } from '@caseboard/domain';
import type { z } from 'zod';
import { Database } from '../platform/database/database.js';
import { Refusal } from '../platform/refusal.js';
import type { Names } from '../portfolio/names.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { ReadinessService } from '../readiness/readiness.service.js';
import { isOwner, type AlertReader } from './alert-content.service.js';
import { readAlerts, type StoredAlert } from './alert-rows.js';
import { readAlertSettings, type StoredAlertSettings } from './alert-settings.js';
import { ownFalls, wayOutOf } from './consequences.js';
import { daysOfSpecializations } from './warned-days.js';

const monthsShown = 18;

interface Asked {
  readonly snapshot: Snapshot;
  readonly names: Names;
  readonly from: Day;
  readonly to: Day;
  /** Whether a study is of the owner who was asked for. */
  readonly isMine: (study: string) => boolean;
  readonly settings: StoredAlertSettings;
  readonly alerts: ReadonlyMap<string, StoredAlert>;
}

/** What happens on which day with nothing changed, for the page and for the calendars that people subscribe to. */
@Injectable()
export class AlertCalendarService {
  constructor(
    private readonly database: Database,
    private readonly portfolio: PortfolioService,
    private readonly readiness: ReadinessService,
  ) {}

  async calendar(me: AlertReader, query: z.infer<typeof calendarQuery>): Promise<CalendarAnswer> {
    const { manager } = this.database;
    const settings = await readAlertSettings(manager);
    const { from, to } = spanOf(await this.portfolio.current(), query);
    const alerts = await readAlerts(manager, 'alert.day BETWEEN $1 AND $2 ORDER BY alert.step DESC', [from, to]);
    const snapshot = await this.portfolio.current();
    const owner = query.owner === 'me' ? me.email : query.owner;
    const isMine = (id: string) => owner === undefined || isOwner({ email: owner }, snapshot.study(id)?.owner ?? null);
    const latest = new Map(alerts.map((alert) => [keyOf(alert), alert]));
    const asked: Asked = { snapshot, names: snapshot.namesFor(me), from, to, isMine, settings, alerts: latest };
    const entries = [...this.losses(asked), ...warned(asked, owner === undefined)];
    return { from, to, entries: entries.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)) };
  }

  /** Losses of readiness, and the last day to begin what would prevent each. */
  private losses(asked: Asked): CalendarEntry[] {
    const { snapshot, names, from, to, isMine } = asked;
    const losses = this.readiness
      .flipsBetween(snapshot, names, from, to)
      .filter((flip) => flip.to === 'not-ready' && (flip.studies.length === 0 || flip.studies.some(({ id }) => isMine(id))));
    return losses.flatMap((loss) => [lossEntry(loss), ...this.startByEntry(asked, loss)]);
  }

  private startByEntry({ snapshot, names, from, to, settings }: Asked, loss: Flip): CalendarEntry[] {
    if (loss.on <= snapshot.today) return [];
    const way = wayOutOf(snapshot, names, this.readiness, loss.code, loss.on as Day);
    const day = way && startBy(loss.on as Day, way.effort, settings.daysPerPoint);
    return day && day >= from && day <= to ? [{ ...lossEntry(loss), day, what: 'start-by' }] : [];
  }
}

function spanOf(snapshot: Snapshot, query: z.infer<typeof calendarQuery>): { from: Day; to: Day } {
  const from = snapshot.asOf(query.from, 'from');
  const to = query.to ? snapshot.asOf(query.to, 'to') : addMonths(from, monthsShown);
  const last = addMonths(from, 10 * 12);
  if (to < from || to > last)
    throw new Refusal('invalid-fields', {}, [{ path: 'to', value: to, reason: 'day-out-of-range', params: { from, to: last } }]);
  return { from, to };
}

function lossEntry({ on, code, name, studies }: Flip): CalendarEntry {
  const [only = null, ...others] = studies;
  return {
    day: on,
    what: 'loss',
    study: others.length === 0 ? only : null,
    specialization: { code, name },
    alert: null,
    costsReadiness: true,
  };
}

/** The days that people are warned of. */
function warned({ snapshot, names, from, to, isMine, settings, alerts }: Asked, withSpecializations: boolean): CalendarEntry[] {
  const ofStudies = snapshot.portfolio.studies
    .filter(({ id }) => isMine(id))
    .flatMap((study) => warnedDaysOfStudy(study, snapshot.catalog));
  const { portfolio, catalog } = snapshot;
  const others = withSpecializations ? daysOfSpecializations({ partner: portfolio.partner, catalog }, settings) : [];
  const days = [...ofStudies, ...others].filter(({ day }) => from <= day && day <= to);
  return days.map((each) => ({
    day: each.day,
    what: each.kind === 'study-expiry' ? 'expiry' : each.kind,
    study: isAboutStudy(each.kind) ? briefOf(snapshot, names, each.subject) : null,
    specialization: isAboutStudy(each.kind)
      ? null
      : { code: each.subject, name: snapshot.specialization(each.subject)?.name ?? each.subject },
    alert: alerts.get(keyOf(each))?.id ?? null,
    costsReadiness: ownFalls(snapshot, { ...each, id: '' }).some(({ stopsBeingReady }) => stopsBeingReady),
  }));
}

function briefOf(snapshot: Snapshot, names: Names, id: string) {
  const study = snapshot.study(id);
  return study ? names.brief(study) : null;
}

const keyOf = ({ kind, subject, day }: WarnedDay) => `${kind} ${subject} ${day}`;
