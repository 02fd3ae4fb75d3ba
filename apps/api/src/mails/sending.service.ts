import { Injectable } from '@nestjs/common';
import { addDays, mayGoOut, nextWorkingDay, type Day } from '@caseboard/domain';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Mailer } from '../platform/mailer.js';
import { Organisation } from '../platform/organisation.js';
import { WebhookDeliveryService } from '../webhooks/webhook-delivery.service.js';
import { gather } from '../platform/gather.js';
import { claimAll, waitForTurn, type Claim, type ClaimedPerson } from './claim.js';
import type { MailContent } from './mail-content.js';
import { MakingService } from './making.service.js';
import { OutboxService } from './outbox.service.js';
import { giveBack, holdBack, recordFailed, recordSent, recordWithdrawn, type Sent } from './record.js';

/** Sends one mail: claims it, makes it of the portfolio as it stands, hands it over, records what became of it. */
@Injectable()
export class SendingService {
  private readonly claim = gather((ids: readonly string[]) => claimAll(this.database, ids, this.moment));
  private readonly record = gather(async (sent: readonly Sent[]) => {
    await recordSent(this.database, sent, this.clock.now());
    return sent;
  });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisation: Organisation,
    private readonly making: MakingService,
    private readonly mailer: Mailer,
    private readonly outbox: OutboxService,
    private readonly webhooks: WebhookDeliveryService,
  ) {}

  async send(id: string): Promise<void> {
    const mail = await this.claim(id);
    const now = this.clock.now();
    if (!mail) return this.waitForTurn(id, now);
    if (mail.webhook_id) return this.deliver(mail, mail.webhook_id);
    if (!mail.person?.takesMail) return recordWithdrawn(this.database.manager, mail);
    const held =
      mail.kind === 'digest' ? mail.alerts.filter(({ step, costs }) => !mayGoOut(mail.today, { step, costsReadiness: costs })) : [];
    if (held.length > 0 && !(await this.goesWithout(mail, held, now))) return giveBack(this.database, mail, (await this.nextMorning()).at);
    const ids = mail.alerts.filter((alert) => !held.includes(alert)).map((alert) => alert.id);
    await this.sendTo(mail, mail.person, ids);
  }

  private get moment() {
    return { now: this.clock.now(), fixed: this.clock.todayIsFixed ? this.clock.today('UTC') : null };
  }

  private async waitForTurn(id: string, now: Date): Promise<void> {
    const { today, at } = await this.nextMorning();
    await waitForTurn(this.database.manager, id, { now, today }, at);
  }

  /** A mail that may be with the server must not be parted. */
  private async goesWithout(mail: Claim, held: Claim['alerts'], now: Date): Promise<boolean> {
    if (mail.uncertain || held.length === mail.alerts.length) return false;
    const ids = held.map(({ id }) => id);
    return holdBack(this.database.manager, mail, ids, this.outbox.host, { now, until: (await this.nextMorning()).at });
  }

  private async sendTo(mail: Claim, person: ClaimedPerson, ids: readonly string[]): Promise<void> {
    const made =
      mail.report === null
        ? await this.making.make(mail.kind as 'digest' | 'loss' | 'test', person, ids, mail)
        : await this.making.report(mail.report, person);
    if (!made) return recordWithdrawn(this.database.manager, mail);
    const handed = this.mailer.configured ? await this.mailer.hand(this.outgoing(mail, person, made)) : ({ ok: true } as const);
    if (!handed.ok) return recordFailed(this.database, mail, { ...handed, address: person.email }, this.clock.now());
    const { alerts, subject, html, text } = made;
    const state = this.mailer.configured ? 'sent' : 'kept';
    await this.record({ id: mail.id, state, alerts, address: person.email, subject, html, text, body: null });
  }

  private outgoing(mail: Claim, person: ClaimedPerson, { subject, html, text, references, headers }: MailContent) {
    const to = { name: person.name, address: person.email };
    return { messageId: mail.message_id, to, subject, html, text, references, headers };
  }

  private async deliver(mail: Claim, webhook: string): Promise<void> {
    const delivered = await this.webhooks.deliver(webhook, mail.id, mail.alert_ids ?? []);
    if (delivered.outcome === 'nothing') return recordWithdrawn(this.database.manager, mail);
    const { error, url: address, body } = delivered;
    if (error !== null) return recordFailed(this.database, mail, { error, uncertain: false, refused: false, address }, this.clock.now());
    await this.record({ id: mail.id, state: 'sent', alerts: [], address, subject: null, html: null, text: null, body });
  }

  private async nextMorning(): Promise<{ today: Day; at: Date }> {
    const [settings] = await this.database.manager.query<{ hour: number }[]>('SELECT morning_hour AS hour FROM alert_settings');
    const { timeZone } = await this.organisation.facts();
    const today = this.clock.today(timeZone);
    return { today, at: this.clock.instantOf(nextWorkingDay(addDays(today, 1)), settings?.hour ?? 8, timeZone) };
  }
}
