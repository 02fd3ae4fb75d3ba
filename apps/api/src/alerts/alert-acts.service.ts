import { Injectable } from '@nestjs/common';
import type { AlertRow, handOver, snoozeAlert } from '@caseboard/contracts';
import { addDays, type Day, isAboutStudy, parseDay } from '@caseboard/domain';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { OutboxService } from '../mails/outbox.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { SignedInPerson } from '../platform/http/access.js';
import { Refusal } from '../platform/refusal.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { AfterChangeService } from './after-change.service.js';
import { AlertContentService, isOwner, mayAct } from './alert-content.service.js';
import { foundAlert } from './alert-detail.service.js';
import type { StoredAlert } from './alert-rows.js';

/** What people do about an alert (rules 8.6). */
@Injectable()
export class AlertActsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: OutboxService,
    private readonly portfolio: PortfolioService,
    private readonly writer: PortfolioWriter,
    private readonly content: AlertContentService,
    private readonly afterChange: AfterChangeService,
  ) {}

  /** Settles the step for all who would be told of it. */
  async acknowledge(me: SignedInPerson, id: string): Promise<AlertRow> {
    await this.check(me, id);
    await this.database.transaction(async (manager) => {
      unsettled(await foundAlert(manager, id, 'FOR UPDATE OF alert'));
      await manager.query(`UPDATE alert SET state = 'acknowledged' WHERE id = $1`, [id]);
      await this.outbox.untell(manager, [id]);
      await this.note(manager, me, id, 'acknowledged');
    });
    return this.row(me, id);
  }

  /** Holds every step of the day until then; one that costs a readiness is not held. */
  async snooze(me: SignedInPerson, id: string, { until: text, reason }: z.infer<typeof snoozeAlert>): Promise<AlertRow> {
    const { today } = await this.check(me, id);
    await this.database.transaction(async (manager) => {
      const { kind, subject, day } = unsettled(await foundAlert(manager, id, 'FOR UPDATE OF alert'));
      const until = dayBetween(text, addDays(today, 1), day);
      await manager.query(saveSnooze, [kind, subject, day, until, reason, me.id, this.clock.now()]);
      await this.note(manager, me, id, 'snoozed', { until, reason });
      const held: { id: string }[] = await manager.query(holdDue, [kind, subject, day]);
      await this.outbox.untell(
        manager,
        held.map((alert) => alert.id),
      );
    });
    this.afterChange.settingsChanged();
    return this.row(me, id);
  }

  /** Gives the study another owner, who is told from then on. */
  async handOver(me: SignedInPerson, id: string, { to }: z.infer<typeof handOver>): Promise<AlertRow> {
    const { alert } = await this.check(me, id);
    if (!isAboutStudy(alert.kind)) throw new Refusal('alert-without-study', { alert: id });
    await this.writer.write(me.id, async ({ before, manager, save }) => {
      const study = before.study(alert.subject);
      if (!study) throw new Refusal('not-found', { study: alert.subject });
      if (me.role === 'contributor' && !isOwner(me, study.owner)) throw new Refusal('not-permitted', { permission: 'study.edit-any' });
      await refuseUnknown(manager, to);
      const { changed } = await save({ studies: [{ ...study, owner: to }] }, 'edit');
      if (changed.length > 0) await this.note(manager, me, id, 'handed-over', { from: study.owner, to });
    });
    return this.row(me, id);
  }

  /** Refuses those who may not, before anything is locked. */
  private async check(me: SignedInPerson, id: string): Promise<{ alert: StoredAlert; today: Day }> {
    const alert = await foundAlert(this.database.manager, id);
    const followed = await this.content.followed(me, [alert]);
    const snapshot = await this.portfolio.current();
    const owner = isAboutStudy(alert.kind) ? (snapshot.study(alert.subject)?.owner ?? null) : null;
    if (!mayAct(me, { owner, isFollowed: followed.has(alert.subject) }))
      throw new Refusal('not-permitted', { permission: 'study.edit-any' });
    return { alert, today: snapshot.today };
  }

  private async note(manager: EntityManager, me: SignedInPerson, id: string, event: string, detail: object | null = null): Promise<void> {
    await manager.query('INSERT INTO alert_event (alert_id, at, who, event, detail) VALUES ($1, $2, $3, $4, $5)', [
      id,
      this.clock.now(),
      me.id,
      event,
      detail && JSON.stringify(detail),
    ]);
  }

  private async row(me: SignedInPerson, id: string): Promise<AlertRow> {
    const alert = await foundAlert(this.database.manager, id);
    const followed = await this.content.followed(me, [alert]);
    return this.content.row(await this.portfolio.current(), me, alert, followed);
  }
}

const settled: readonly StoredAlert['state'][] = ['acknowledged', 'passed-over', 'withdrawn'];

function unsettled(alert: StoredAlert): StoredAlert {
  if (settled.includes(alert.state)) throw new Refusal('alert-settled', { alert: alert.id, state: alert.state });
  return alert;
}

function dayBetween(text: string, from: Day, to: Day): Day {
  const day = parseDay(text);
  if (!day) throw new Refusal('invalid-fields', {}, [{ path: 'until', value: text, reason: 'no-such-day' }]);
  if (day < from || day > to)
    throw new Refusal('invalid-fields', {}, [{ path: 'until', value: text, reason: 'day-out-of-range', params: { from, to } }]);
  return day;
}

async function refuseUnknown(manager: EntityManager, email: string): Promise<void> {
  // A leader reads and never edits.
  const known: unknown[] = await manager.query("SELECT 1 FROM person WHERE email = $1 AND active AND role <> 'leader'", [email]);
  if (known.length === 0) throw new Refusal('invalid-fields', {}, [{ path: 'to', value: email, reason: 'unknown-person' }]);
}

const saveSnooze = `
  INSERT INTO snooze (kind, subject_id, day, until, reason, who, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (kind, subject_id, day) DO UPDATE SET until = excluded.until, reason = excluded.reason, who = excluded.who, at = excluded.at`;

// What the next sweep would decide (rules 8.6), before a mail goes out.
const holdDue = `
  WITH held AS (
    UPDATE alert SET state = 'snoozed', told_at = NULL
    WHERE kind = $1 AND subject_id = $2 AND day = $3 AND state = 'due' AND NOT costs_readiness RETURNING id
  ) SELECT id::text FROM held`;
