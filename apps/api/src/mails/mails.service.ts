import { Injectable } from '@nestjs/common';
import { mailFilters, mailSorts, may, type MailDetail, type MailRow, type MailServer, type Page } from '@caseboard/contracts';
import type { z } from 'zod';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import type { SignedInPerson } from '../platform/http/access.js';
import { listQuery, searchWords, several } from '../platform/list.js';
import { Mailer } from '../platform/mailer.js';
import { Refusal } from '../platform/refusal.js';
import { MakingService } from './making.service.js';
import { OutboxService } from './outbox.service.js';
import { joinLater } from './record.js';

export const mailListQuery = listQuery(mailSorts, mailFilters);
export type MailListQuery = z.infer<typeof mailListQuery>;

interface StoredMail extends Omit<MailRow, 'nextAttemptAt' | 'createdAt' | 'sentAt'> {
  readonly personId: string | null;
  readonly nextAttemptAt: Date | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}
type StoredDetail = StoredMail &
  Pick<MailDetail, 'messageId' | 'html' | 'text' | 'body'> & {
    readonly alertIds: readonly string[];
    readonly report: number | null;
  };

/** The outbox, for people: their own mails, and all of them for those who may. */
@Injectable()
export class MailsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly outbox: OutboxService,
    private readonly making: MakingService,
  ) {}

  async page(me: SignedInPerson, query: MailListQuery): Promise<Page<MailRow>> {
    const { where, values } = conditionOf(me, query);
    const { manager } = this.database;
    const [{ total } = { total: 0 }] = await manager.query<{ total: number }[]>(
      `SELECT count(*)::integer AS total ${from} ${where}`,
      values,
    );
    const rows = await manager.query<StoredMail[]>(
      `SELECT ${columns} ${from} ${where} ORDER BY ${orderOf(query.sort ?? '-createdAt')} LIMIT ${query.size} OFFSET ${(query.page - 1) * query.size}`,
      values,
    );
    return { items: rows.map((row) => toRow(row, me)), total };
  }

  async one(me: SignedInPerson, id: string): Promise<MailDetail> {
    const [mail] = await this.database.manager.query<StoredDetail[]>(
      `SELECT ${columns}, message_id AS "messageId", html, text, outbox.body, report, ARRAY(${alertsOf})::text[] AS "alertIds" ${from} WHERE outbox.id = $1`,
      [id],
    );
    if (!mail || (mail.personId !== me.id && !may(me.role, 'mail.read-all'))) throw new Refusal('not-found');
    const { messageId, body } = mail;
    return { ...toRow(mail, me), messageId, body, ...(await this.shown(me, mail)) };
  }

  server(): Promise<MailServer> {
    const { name, address } = this.config.mailFrom;
    return this.database.manager
      .query<{ unsent: number }[]>(`SELECT count(*)::integer AS unsent FROM outbox WHERE state IN ('waiting', 'sending', 'failed')`)
      .then(([row]) => ({
        configured: this.mailer.configured,
        from: `${name} <${address}>`,
        server: this.mailer.server,
        unsent: row?.unsent ?? 0,
      }));
  }

  /** A mail to the asker that says only that mail arrives. */
  async test(me: SignedInPerson): Promise<MailDetail> {
    const id = await this.outbox.begin('test', { person: me.id }, this.clock.now());
    await this.outbox.ring([id]);
    return this.one(me, id);
  }

  /** Sends it as soon as can be, under its own Message-ID; one that went out goes out once more. */
  async resend(me: SignedInPerson, id: string): Promise<MailDetail> {
    await this.database.transaction(async (manager) => {
      const [mail] = await manager.query<{ state: string; uncertain: boolean }[]>(
        'SELECT state, uncertain FROM outbox WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (!mail) throw new Refusal('not-found');
      if (mail.state === 'given-up' && !mail.uncertain) await manager.query(joinLater, [id]);
      const [, changed] = await manager.query<[unknown, number]>(
        `UPDATE outbox SET state = 'waiting', next_attempt_at = $2, uncertain = uncertain OR state IN ('sent', 'kept')
         WHERE id = $1 AND state IN ('waiting', 'failed', 'given-up', 'sent', 'kept')`,
        [id, this.clock.now()],
      );
      if (changed === 0) throw new Refusal('already-in-that-state');
      await manager.query(noteAct, [id, this.clock.now(), me.id, 'sent-again']);
    });
    await this.outbox.ring([id]);
    return this.one(me, id);
  }

  async giveUp(me: SignedInPerson, id: string): Promise<MailDetail> {
    const mail = await this.one(me, id);
    await this.database.transaction(async (manager) => {
      const [, changed] = await manager.query<[unknown, number]>(
        `UPDATE outbox SET state = 'given-up', next_attempt_at = NULL WHERE id = $1 AND state IN ('waiting', 'failed')`,
        [id],
      );
      if (changed === 0) throw new Refusal('already-in-that-state');
      await manager.query(noteAct, [id, this.clock.now(), me.id, 'given-up']);
    });
    return { ...mail, state: 'given-up', nextAttemptAt: null };
  }

  /**
   * What was sent. Whoever does not meet every name may have been allowed to when it was sent, or the customer was no secret
   * then: they read it as it would be sent to them now. The address that stops mails is nobody else's.
   */
  private async shown(
    me: SignedInPerson,
    { kind, html, text, alertIds, personId, report }: StoredDetail,
  ): Promise<Pick<MailDetail, 'html' | 'text'>> {
    if (!me.seesAnonymousNames && (kind === 'digest' || kind === 'loss')) {
      const made = await this.making.make(kind, { ...me, unsubscribeSecret: null }, alertIds, await this.making.setting());
      return { html: made?.html ?? null, text: made?.text ?? null };
    }
    if (!me.seesAnonymousNames && report !== null) {
      const made = await this.making.report(report, { ...me, unsubscribeSecret: null });
      return { html: made?.html ?? null, text: made?.text ?? null };
    }
    const clean = (content: string | null) =>
      personId === me.id ? content : (content?.replace(/\/unsubscribe\/\w+/g, '/unsubscribe/') ?? null);
    return { html: clean(html), text: clean(text) };
  }
}

const from = 'FROM outbox LEFT JOIN person ON person.id = outbox.person_id LEFT JOIN webhook ON webhook.id = webhook_id';
const alertsOf = 'SELECT alert_id FROM alert_delivery WHERE outbox_id = outbox.id UNION SELECT unnest(alert_ids)';
/** Who did it stands in the history of each alert that the mail carries. */
const noteAct = `
  INSERT INTO alert_event (alert_id, at, who, event, detail)
  SELECT alert_id, $2, $3, $4, jsonb_build_object('mail', $1::uuid) FROM outbox, LATERAL (${alertsOf}) AS of_it (alert_id) WHERE outbox.id = $1`;
const columns = `outbox.id, kind, state, outbox.person_id AS "personId", coalesce(webhook.name, address, person.email) AS "to", person.name AS "toName",
  subject, (SELECT count(*)::integer FROM (${alertsOf}) AS of_it) AS alerts, attempts, uncertain, next_attempt_at AS "nextAttemptAt",
  last_error AS "lastError", outbox.day::text AS day, outbox.created_at AS "createdAt", outbox.sent_at AS "sentAt"`;

function conditionOf(me: SignedInPerson, query: MailListQuery): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const given = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['true'];
  if (query.mine === 'true' || !may(me.role, 'mail.read-all')) conditions.push(`outbox.person_id = ${given(me.id)}`);
  for (const column of ['state', 'kind'] as const) {
    const wanted = several(query[column]);
    if (wanted) conditions.push(`${column} = ANY(${given([...wanted])}::text[])`);
  }
  // A subject may hold a name that this reader does not meet.
  const searched = `lower(concat_ws(' ', address, person.email, person.name, webhook.name${me.seesAnonymousNames ? ', subject' : ''}))`;
  for (const word of searchWords(query.search)) conditions.push(`position(${given(word)}::text IN ${searched}) > 0`);
  return { where: `WHERE ${conditions.join(' AND ')}`, values };
}

const sortColumns: { readonly [S in (typeof mailSorts)[number]]: string } = {
  createdAt: 'outbox.created_at',
  sentAt: 'outbox.sent_at',
  to: 'coalesce(webhook.name, address, person.email)',
  state: 'state',
};

function orderOf(sort: NonNullable<MailListQuery['sort']>): string {
  const column = sortColumns[sort.replace(/^-/, '') as keyof typeof sortColumns];
  return `${column} ${sort.startsWith('-') ? 'DESC' : 'ASC'} NULLS LAST, outbox.id`;
}

function toRow(mail: StoredMail, me: SignedInPerson): MailRow {
  const { id, kind, state, to, toName, subject, alerts, attempts, uncertain, lastError, day } = mail;
  return {
    id,
    kind,
    state,
    to,
    toName,
    subject: me.seesAnonymousNames || kind === 'test' || kind === 'report' ? subject : null,
    alerts,
    attempts,
    uncertain,
    nextAttemptAt: mail.nextAttemptAt?.toISOString() ?? null,
    lastError,
    day,
    createdAt: mail.createdAt.toISOString(),
    sentAt: mail.sentAt?.toISOString() ?? null,
  };
}
