import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { createdWebhook, createWebhook, pageOf, updateWebhook, webhook, type Page, type Webhook } from '@caseboard/contracts';
import { z } from 'zod';
import { Needs } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { Uuid } from '../platform/http/uuid.js';
import { WebhooksService } from './webhooks.service.js';

@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get()
  @Answers(pageOf(webhook))
  @Needs('webhook.manage')
  page(): Promise<Page<Webhook>> {
    return this.webhooks.page();
  }

  @Post()
  @Answers(createdWebhook, 201)
  @Needs('webhook.manage')
  create(@Body({ schema: createWebhook }) body: z.infer<typeof createWebhook>): Promise<z.infer<typeof createdWebhook>> {
    return this.webhooks.create(body);
  }

  @Get(':id')
  @Answers(webhook)
  @Needs('webhook.manage')
  one(@Param('id', Uuid) id: string): Promise<Webhook> {
    return this.webhooks.one(id);
  }

  @Patch(':id')
  @Answers(webhook)
  @Needs('webhook.manage')
  update(@Param('id', Uuid) id: string, @Body({ schema: updateWebhook }) body: z.infer<typeof updateWebhook>): Promise<Webhook> {
    return this.webhooks.update(id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('webhook.manage')
  remove(@Param('id', Uuid) id: string): Promise<void> {
    return this.webhooks.remove(id);
  }

  @Post(':id/test')
  @HttpCode(202)
  @Answers(z.object({ id: z.string().describe('The delivery, as GET /api/mails/:id tells of it') }), 202)
  @Needs('webhook.manage')
  test(@Param('id', Uuid) id: string): Promise<{ id: string }> {
    return this.webhooks.test(id);
  }
}
