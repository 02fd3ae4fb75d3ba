import { Module } from '@nestjs/common';
import { ReadinessModule } from '../readiness/readiness.module.js';
import { AlertContentService } from './alert-content.service.js';
import { MailForecastService } from './mail-forecast.service.js';

/** What alerts say; mails need it, and it needs nothing of mails. */
@Module({
  imports: [ReadinessModule],
  providers: [AlertContentService, MailForecastService],
  exports: [AlertContentService, MailForecastService],
})
export class AlertContentModule {}
