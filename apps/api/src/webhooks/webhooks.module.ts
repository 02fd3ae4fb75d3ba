import { Module } from '@nestjs/common';
import { AlertContentModule } from '../alerts/alert-content.module.js';
import { OutboxModule } from '../mails/outbox.module.js';
import { WebhookDeliveryService } from './webhook-delivery.service.js';

@Module({
  imports: [AlertContentModule, OutboxModule],
  providers: [WebhookDeliveryService],
  exports: [WebhookDeliveryService],
})
export class WebhooksModule {}
