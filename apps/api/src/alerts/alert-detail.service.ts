import { Injectable } from '@nestjs/common';
import type { AlertDetail } from '@caseboard/contracts';
import { addDays, type LadderStep } from '@caseboard/domain';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { Refusal } from '../platform/refusal.js';
import type { Names } from '../portfolio/names.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { AlertContentService, type AlertReader } from './alert-content.service.js';
import { readAlerts, type StoredAlert } from './alert-rows.js';
import { readAlertSettings } from './alert-settings.js';

interface EventRow {
  readonly at: Date;
  readonly who: string | null;
  readonly event: string;
  readonly detail: Record<string, unknown> | null;
}

/** One alert with its history, the other steps of its day, and who was told. */
@Injectable()
export class AlertDetailService {
  constructor(
    private readonly database: Database,
    private readonly portfolio: PortfolioService,
    private readonly content: AlertContentService,
  ) {}

  async one(me: AlertReader, id: string): Promise<AlertDetail> {
    const { manager } = this.database;
    const alert = await foundAlert(manager, id);
    const followed = await this.content.followed(me, [alert]);
    const events = await readEvents(manager, id);
    const { ladder } = await readAlertSettings(manager);
    const siblings = await readAlerts(manager, 'alert.kind = $1 AND alert.subject_id = $2 AND alert.day = $3', [
      alert.kind,
      alert.subject,
      alert.day,
    ]);
    const told = await readTold(manager, id);
    const snapshot = await this.portfolio.current();
    const names = snapshot.namesFor(me);
    return {
      ...this.content.row(snapshot, me, alert, followed),
      events: events.map((event) => ({ ...event, at: event.at.toISOString(), detail: asRead(event.detail, names) })),
      steps: stepsOf(alert, siblings, ladder),
      told,
    };
  }
}

/** The alert of that number, if there is one. */
export async function foundAlert(manager: EntityManager, id: string, lock: '' | 'FOR UPDATE OF alert' = ''): Promise<StoredAlert> {
  const [alert] = /^\d{1,18}$/.test(id) ? await readAlerts(manager, `alert.id = $1 ${lock}`, [id]) : [];
  if (!alert) throw new Refusal('not-found', { alert: id });
  return alert;
}

/** The ladder as it stands, and steps that it had when they fell due. */
function stepsOf({ day }: StoredAlert, rows: readonly StoredAlert[], ladder: readonly LadderStep[]): AlertDetail['steps'] {
  const steps = [...new Set([...ladder.map(({ days }) => days), ...rows.map(({ step }) => step)])].sort((a, b) => b - a);
  return steps.map((step) => {
    const row = rows.find((each) => each.step === step);
    return { id: row?.id ?? null, step, on: addDays(day, -step), state: row?.state ?? null };
  });
}

/** What people wrote may name a customer that this reader does not meet. */
function asRead(detail: EventRow['detail'], names: Names): EventRow['detail'] {
  if (!detail) return null;
  return Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, typeof value === 'string' ? names.text(value) : value]));
}

function readEvents(manager: EntityManager, id: string): Promise<EventRow[]> {
  return manager.query<EventRow[]>(
    `SELECT at, name AS who, event, detail FROM alert_event LEFT JOIN person ON person.id = who WHERE alert_id = $1 ORDER BY alert_event.id`,
    [id],
  );
}

async function readTold(manager: EntityManager, id: string): Promise<AlertDetail['told']> {
  const rows: { person: string; mail: string; sentAt: Date | null }[] = await manager.query(
    `SELECT name AS person, outbox_id AS mail, sent_at AS "sentAt" FROM alert_delivery JOIN person ON person.id = person_id
     WHERE alert_id = $1 ORDER BY name, person_id`,
    [id],
  );
  return rows.map((row) => ({ ...row, sentAt: row.sentAt?.toISOString() ?? null }));
}
