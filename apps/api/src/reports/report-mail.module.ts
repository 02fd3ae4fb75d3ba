import { Module } from '@nestjs/common';
import { ReportMailService } from './report-mail.service.js';

/** What mails need of reports; issuing reports needs the outbox in turn (reports.module.ts). */
@Module({ providers: [ReportMailService], exports: [ReportMailService] })
export class ReportMailModule {}
