import { Module } from '@nestjs/common';
import { OutboxModule } from '../mails/outbox.module.js';
import { ReadinessModule } from '../readiness/readiness.module.js';
import { WritingModule } from '../writing/writing.module.js';
import { AfterChangeService } from './after-change.service.js';
import { AlertActsService } from './alert-acts.service.js';
import { AlertCalendarService } from './alert-calendar.service.js';
import { AlertContentModule } from './alert-content.module.js';
import { AlertDetailService } from './alert-detail.service.js';
import { AlertListService } from './alert-list.service.js';
import { AlertSettingsController } from './alert-settings.controller.js';
import { AlertSettingsService } from './alert-settings.service.js';
import { AlertsController } from './alerts.controller.js';
import { FollowController } from './follow.controller.js';
import { FollowService } from './follow.service.js';
import { JobsController } from './jobs.controller.js';
import { SweepWatchService } from './sweep-watch.service.js';
import { SweepJob } from './sweep.job.js';
import { SweepService } from './sweep.service.js';

/** Warns people of days: finds them, tells of them, and shows what became of it. */
@Module({
  imports: [AlertContentModule, OutboxModule, ReadinessModule, WritingModule],
  controllers: [AlertsController, AlertSettingsController, FollowController, JobsController],
  providers: [
    AfterChangeService,
    AlertActsService,
    AlertCalendarService,
    AlertDetailService,
    AlertListService,
    AlertSettingsService,
    FollowService,
    SweepJob,
    SweepService,
    SweepWatchService,
  ],
  exports: [AfterChangeService, AlertCalendarService, AlertListService, AlertSettingsService, SweepService],
})
export class AlertsModule {}
