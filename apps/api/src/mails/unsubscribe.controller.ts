import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Database } from '../platform/database/database.js';
import { Open } from '../platform/http/access.js';
import { Upload } from '../platform/http/bodies.js';
import { Refusal } from '../platform/refusal.js';

/** Stops the mails of the one person whose secret it is (RFC 8058); it can do nothing else. */
@Controller('mail/unsubscribe')
export class UnsubscribeController {
  constructor(private readonly database: Database) {}

  /** Programs that look at links must not stop anything: the page asks. */
  @Get(':secret')
  @Open()
  ask(@Param('secret') secret: string, @Res() reply: FastifyReply): void {
    void reply.redirect(`/unsubscribe/${encodeURIComponent(secret)}`, 303);
  }

  /** Mail programs post a form here; what it says is not read. */
  @Post(':secret')
  @HttpCode(200)
  @Upload()
  @Open()
  async stop(@Param('secret') secret: string, @Req() request: FastifyRequest): Promise<{ mail: boolean }> {
    request.raw.resume();
    const [, changed] = await this.database.manager.query<[unknown, number]>(
      `UPDATE notification_rule SET rules = coalesce(rules, default_rules) || '{"mail":false}' FROM alert_settings WHERE unsubscribe_secret = $1`,
      [secret.replaceAll('\0', '')],
    );
    if (changed === 0) throw new Refusal('not-found');
    return { mail: false };
  }
}
