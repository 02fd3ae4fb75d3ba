import { Module } from '@nestjs/common';
import { AlertContentModule } from '../alerts/alert-content.module.js';
import { ReportMailModule } from '../reports/report-mail.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { MailsController } from './mails.controller.js';
import { MailsService } from './mails.service.js';
import { MakingService } from './making.service.js';
import { OutboxJob } from './outbox.job.js';
import { OutboxModule } from './outbox.module.js';
import { SendMailJob } from './send-mail.job.js';
import { SendingService } from './sending.service.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

@Module({
  imports: [AlertContentModule, OutboxModule, ReportMailModule, WebhooksModule],
  controllers: [MailsController, UnsubscribeController],
  providers: [MailsService, MakingService, OutboxJob, SendMailJob, SendingService],
  exports: [SendingService],
})
export class MailsModule {}
