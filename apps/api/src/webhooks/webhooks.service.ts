import { Injectable } from '@nestjs/common';
import type { createdWebhook, createWebhook, MailRow, Page, updateWebhook, Webhook } from '@caseboard/contracts';
import type { z } from 'zod';
import { OutboxService } from '../mails/outbox.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Refusal } from '../platform/refusal.js';
import { newSecret } from '../platform/secrets.js';

type Stored = Omit<Webhook, 'createdAt' | 'lastSentAt'> & { readonly createdAt: Date; readonly lastSentAt: Date | null };

/** Where newly due alerts are posted to, for chat systems. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: OutboxService,
  ) {}

  async page(): Promise<Page<Webhook>> {
    const rows: Stored[] = await this.database.manager.query(`SELECT ${columns} FROM webhook ORDER BY name, created_at, id`);
    return { items: rows.map(toWebhook), total: rows.length };
  }

  async one(id: string): Promise<Webhook> {
    const [row]: Stored[] = await this.database.manager.query(`SELECT ${columns} FROM webhook WHERE id = $1`, [id]);
    if (!row) throw new Refusal('not-found');
    return toWebhook(row);
  }

  async create({
    name,
    url,
    privateAllowed = false,
    language = 'en',
  }: z.infer<typeof createWebhook>): Promise<z.infer<typeof createdWebhook>> {
    const secret = `whsec_${newSecret()}`;
    const [row]: { id: string }[] = await this.database.manager.query(
      'INSERT INTO webhook (name, url, secret, private_allowed, language, created_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
      [name, url, secret, privateAllowed, language, this.clock.now()],
    );
    return { ...(await this.one(row?.id as string)), secret };
  }

  async update(id: string, { name, url, active, privateAllowed, language }: z.infer<typeof updateWebhook>): Promise<Webhook> {
    await this.database.manager.query(
      `UPDATE webhook SET name = coalesce($2, name), url = coalesce($3, url), active = coalesce($4, active),
         private_allowed = coalesce($5, private_allowed), language = coalesce($6, language) WHERE id = $1`,
      [id, name ?? null, url ?? null, active ?? null, privateAllowed ?? null, language ?? null],
    );
    return this.one(id);
  }

  async remove(id: string): Promise<void> {
    const [, removed]: [unknown, number] = await this.database.manager.query('DELETE FROM webhook WHERE id = $1', [id]);
    if (removed === 0) throw new Refusal('not-found');
  }

  /** Goes through the outbox like everything else, so the list of mails tells what became of it. */
  async test(id: string): Promise<Pick<MailRow, 'id'>> {
    if (!(await this.one(id)).active) throw new Refusal('already-in-that-state');
    const mail = await this.outbox.begin('webhook', { webhook: id }, this.clock.now());
    await this.outbox.ring([mail]);
    return { id: mail };
  }
}

const columns = `id, name, url, active, private_allowed AS "privateAllowed", language, created_at AS "createdAt",
  (SELECT max(sent_at) FROM outbox WHERE webhook_id = webhook.id) AS "lastSentAt",
  (SELECT last_error FROM outbox WHERE webhook_id = webhook.id ORDER BY outbox.created_at DESC LIMIT 1) AS "lastError"`;

function toWebhook({ createdAt, lastSentAt, ...webhook }: Stored): Webhook {
  return { ...webhook, createdAt: createdAt.toISOString(), lastSentAt: lastSentAt?.toISOString() ?? null };
}
