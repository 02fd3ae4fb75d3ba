import { Module } from '@nestjs/common';
import { OutboxService } from './outbox.service.js';

/** What the sweep needs of mails; sending them needs the sweep's side in turn (mails.module.ts). */
@Module({ providers: [OutboxService], exports: [OutboxService] })
export class OutboxModule {}
