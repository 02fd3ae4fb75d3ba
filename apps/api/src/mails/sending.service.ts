import { Injectable } from '@nestjs/common';
import { addDays, mayGoOut, nextWorkingDay } from '@caseboard/domain';
import { AlertContentService } from '../alerts/alert-content.service.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Mailer } from '../platform/mailer.js';
import { Organisation } from '../platform/organisation.js';
import { WebhookDeliveryService } from '../webhooks/webhook-delivery.service.js';
import { claim, waitForTurn, type Claim, type ClaimedPerson, type Moment } from './claim.js';
import { mailContent, type MailContent } from './mail-content.js';
import { OutboxService } from './outbox.service.js';
import { giveBack, holdBack, recordFailed, recordSent, recordWithdrawn } from './record.js';

interface Setting extends Moment {
  readonly timeZone: string;
  readonly organisation: string;
}

/** Sends one mail: claims it, makes it of the portfolio as it stands, hands it over, records what became of it. */
@Injectable()
export class SendingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly organisation: Organisation,
    private readonly content: AlertContentService,
    private readonly mailer: Mailer,
    private readonly outbox: OutboxService,
    private readonly webhooks: WebhookDeliveryService,
  ) {}

  async send(id: string): Promise<void> {
    const setting = await this.setting();
    const mail = await claim(this.database.manager, id, setting);
    if (!mail) return waitForTurn(this.database.manager, id, setting, await this.nextMorning(setting));
    if (mail.webhook_id) return this.deliver(mail, mail.webhook_id);
    if (!mail.person?.takesMail) return recordWithdrawn(this.database.manager, mail);
    const held =
      mail.kind === 'digest' ? mail.alerts.filter(({ step, costs }) => !mayGoOut(setting.today, { step, costsReadiness: costs })) : [];
    if (held.length > 0 && !(await this.goesWithout(mail, held, setting)))
      return giveBack(this.database, mail, await this.nextMorning(setting));
    const ids = mail.alerts.filter((alert) => !held.includes(alert)).map((alert) => alert.id);
    await this.sendTo(mail, mail.person, ids, setting);
  }

  private async setting(): Promise<Setting> {
    const { timeZone, legalName } = await this.organisation.facts();
    return { now: this.clock.now(), today: this.clock.today(timeZone), timeZone, organisation: legalName };
  }

  /** A mail that may be with the server must not be parted. */
  private async goesWithout(mail: Claim, held: Claim['alerts'], { now, ...setting }: Setting): Promise<boolean> {
    if (mail.uncertain || held.length === mail.alerts.length) return false;
    const at = { now, until: await this.nextMorning({ now, ...setting }) };
    return holdBack(
      this.database.manager,
      mail,
      held.map(({ id }) => id),
      this.outbox.host,
      at,
    );
  }

  private async sendTo(mail: Claim, person: ClaimedPerson, ids: readonly string[], setting: Setting): Promise<void> {
    const rows = ids.length === 0 ? [] : await this.content.rows(person, ids);
    if (rows.length === 0 && mail.kind !== 'test') return recordWithdrawn(this.database.manager, mail);
    const content = this.contentFor(mail, person, rows, setting);
    const { subject, html, text } = content;
    const handed = this.mailer.configured ? await this.mailer.hand(this.outgoing(mail, person, content)) : ({ ok: true } as const);
    if (!handed.ok) return recordFailed(this.database, mail, { ...handed, address: person.email }, this.clock.now());
    const state = this.mailer.configured ? 'sent' : 'kept';
    const alerts = rows.map((row) => row.id);
    await recordSent(
      this.database.manager,
      mail,
      { state, alerts, address: person.email, subject, html, text, body: null },
      this.clock.now(),
    );
  }

  private contentFor(mail: Claim, person: ClaimedPerson, rows: Parameters<typeof mailContent>[0], setting: Setting): MailContent {
    return mailContent(rows, {
      kind: mail.kind as 'digest' | 'loss' | 'test',
      person,
      organisation: setting.organisation,
      today: setting.today,
      base: this.config.baseUrl ?? `http://localhost:${this.config.port}`,
      unsubscribeSecret: mail.kind === 'test' ? null : person.unsubscribeSecret,
      host: this.outbox.host,
    });
  }

  private outgoing(mail: Claim, person: ClaimedPerson, { subject, html, text, references, headers }: MailContent) {
    const to = { name: person.name, address: person.email };
    return { messageId: mail.message_id, to, subject, html, text, references, headers };
  }

  private async deliver(mail: Claim, webhook: string): Promise<void> {
    const delivered = await this.webhooks.deliver(webhook, mail.id, mail.alert_ids ?? []);
    if (delivered.outcome === 'nothing') return recordWithdrawn(this.database.manager, mail);
    const { error, url: address, body } = delivered;
    const now = this.clock.now();
    if (error !== null) return recordFailed(this.database, mail, { error, uncertain: false, refused: false, address }, now);
    const sent = { state: 'sent', alerts: [], address, subject: null, html: null, text: null, body } as const;
    await recordSent(this.database.manager, mail, sent, now);
  }

  private async nextMorning({ today, timeZone }: Setting): Promise<Date> {
    const [settings] = await this.database.manager.query<{ hour: number }[]>('SELECT morning_hour AS hour FROM alert_settings');
    return this.clock.instantOf(nextWorkingDay(addDays(today, 1)), settings?.hour ?? 8, timeZone);
  }
}
