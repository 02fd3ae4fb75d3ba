import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { calendarFeed, type CalendarFeed } from '@caseboard/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me, Needs, Open, type SignedInPerson } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { Refusal } from '../platform/refusal.js';
import { CalendarFeedService } from './calendar-feed.service.js';

@Controller()
export class CalendarFeedController {
  constructor(private readonly feeds: CalendarFeedService) {}

  @Get('calendar-feed')
  @Answers(calendarFeed)
  @Needs('self.manage')
  mine(@Me() me: SignedInPerson): Promise<CalendarFeed> {
    return this.feeds.of(me.id);
  }

  @Post('calendar-feed')
  @Answers(calendarFeed, 201)
  @Needs('self.manage')
  make(@Me() me: SignedInPerson, @Req() request: FastifyRequest): Promise<CalendarFeed> {
    return this.feeds.make(me.id, originOf(request));
  }

  @Delete('calendar-feed')
  @HttpCode(204)
  @Needs('self.manage')
  remove(@Me() me: SignedInPerson): Promise<void> {
    return this.feeds.remove(me.id);
  }

  /** For calendar programs, which cannot sign in: the address is the key. */
  @Get('calendar/:file')
  @Open()
  async read(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const secret = /^([\w-]{43})\.ics$/.exec(file)?.[1];
    if (!secret) throw new Refusal('not-found');
    const calendar = await this.feeds.read(secret, originOf(request));
    void reply.header('content-type', 'text/calendar; charset=utf-8').header('cache-control', 'private, no-store');
    return calendar;
  }
}

const originOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;
