import { Module } from '@nestjs/common';
import { ReadinessModule } from '../readiness/readiness.module.js';
import { AlertContentService } from './alert-content.service.js';

/** What alerts say; mails need it, and it needs nothing of mails. */
@Module({ imports: [ReadinessModule], providers: [AlertContentService], exports: [AlertContentService] })
export class AlertContentModule {}
