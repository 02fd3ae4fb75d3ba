import { Module } from '@nestjs/common';
import { AlertContentModule } from '../alerts/alert-content.module.js';
import { OutboxModule } from '../mails/outbox.module.js';
import { WebhookDeliveryService } from './webhook-delivery.service.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksService } from './webhooks.service.js';

@Module({
  imports: [AlertContentModule, OutboxModule],
  controllers: [WebhooksController],
  providers: [WebhookDeliveryService, WebhooksService],
  exports: [WebhookDeliveryService],
})
export class WebhooksModule {}
