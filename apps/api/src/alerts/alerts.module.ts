import { Module } from '@nestjs/common';
import { OutboxModule } from '../mails/outbox.module.js';
import { WritingModule } from '../writing/writing.module.js';
import { AfterChangeService } from './after-change.service.js';
import { AlertContentModule } from './alert-content.module.js';
import { AlertListService } from './alert-list.service.js';
import { AlertsController } from './alerts.controller.js';
import { SweepJob } from './sweep.job.js';
import { SweepService } from './sweep.service.js';

@Module({
  imports: [AlertContentModule, OutboxModule, WritingModule],
  controllers: [AlertsController],
  providers: [AfterChangeService, AlertListService, SweepJob, SweepService],
  exports: [SweepService],
})
export class AlertsModule {}
