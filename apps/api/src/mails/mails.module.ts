import { Module } from '@nestjs/common';
import { AlertContentModule } from '../alerts/alert-content.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { OutboxJob } from './outbox.job.js';
import { OutboxModule } from './outbox.module.js';
import { SendMailJob } from './send-mail.job.js';
import { SendingService } from './sending.service.js';

@Module({
  imports: [AlertContentModule, OutboxModule, WebhooksModule],
  providers: [OutboxJob, SendMailJob, SendingService],
  exports: [SendingService],
})
export class MailsModule {}
