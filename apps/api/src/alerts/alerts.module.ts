import { Module } from '@nestjs/common';
import { OutboxModule } from '../mails/outbox.module.js';
import { WritingModule } from '../writing/writing.module.js';
import { AfterChangeService } from './after-change.service.js';
import { SweepJob } from './sweep.job.js';
import { SweepService } from './sweep.service.js';

@Module({
  imports: [OutboxModule, WritingModule],
  providers: [AfterChangeService, SweepJob, SweepService],
  exports: [SweepService],
})
export class AlertsModule {}
