import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { mailDetail, mailRow, mailServer, pageOf, type MailDetail, type MailRow, type MailServer, type Page } from '@caseboard/contracts';
import { Me, Needs, SignedIn, type SignedInPerson } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { Uuid } from '../platform/http/uuid.js';
import { mailListQuery, MailsService, type MailListQuery } from './mails.service.js';

/** What leaves the product, or would. Own mails for everybody. */
@Controller('mails')
export class MailsController {
  constructor(private readonly mails: MailsService) {}

  @Get()
  @Answers(pageOf(mailRow))
  @SignedIn()
  page(@Me() me: SignedInPerson, @Query({ schema: mailListQuery }) query: MailListQuery): Promise<Page<MailRow>> {
    return this.mails.page(me, query);
  }

  @Get('server')
  @Answers(mailServer)
  @Needs('mail.read-all')
  server(): Promise<MailServer> {
    return this.mails.server();
  }

  @Post('test')
  @HttpCode(201)
  @Answers(mailDetail, 201)
  @Needs('mail.manage')
  test(@Me() me: SignedInPerson): Promise<MailDetail> {
    return this.mails.test(me);
  }

  @Get(':id')
  @Answers(mailDetail)
  @SignedIn()
  one(@Me() me: SignedInPerson, @Param('id', Uuid) id: string): Promise<MailDetail> {
    return this.mails.one(me, id);
  }

  @Post(':id/resend')
  @HttpCode(200)
  @Answers(mailDetail)
  @Needs('mail.manage')
  resend(@Me() me: SignedInPerson, @Param('id', Uuid) id: string): Promise<MailDetail> {
    return this.mails.resend(me, id);
  }

  @Post(':id/give-up')
  @HttpCode(200)
  @Answers(mailDetail)
  @Needs('mail.manage')
  giveUp(@Me() me: SignedInPerson, @Param('id', Uuid) id: string): Promise<MailDetail> {
    return this.mails.giveUp(me, id);
  }
}
