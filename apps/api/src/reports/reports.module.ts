import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { OutboxModule } from '../mails/outbox.module.js';
import { DraftService } from './draft.service.js';
import { MakeReportJob } from './make-report.job.js';
import { ReportFilesController } from './report-files.controller.js';
import { ReportFilesService } from './report-files.service.js';
import { ReportIssuing } from './report-issuing.service.js';
import { ReportLinksController } from './report-links.controller.js';
import { ReportLinksService } from './report-links.service.js';
import { ReportMaker } from './report-maker.service.js';
import { ReportRoundJob } from './report-round.job.js';
import { ReportSettingsController } from './report-settings.controller.js';
import { ReportSettingsService } from './report-settings.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { SharedReportsController } from './shared-reports.controller.js';
import { SharedReportsService } from './shared-reports.service.js';

@Module({
  imports: [HistoryModule, OutboxModule],
  controllers: [ReportFilesController, ReportLinksController, ReportsController, ReportSettingsController, SharedReportsController],
  providers: [
    DraftService,
    MakeReportJob,
    ReportFilesService,
    ReportIssuing,
    ReportLinksService,
    ReportMaker,
    ReportRoundJob,
    ReportSettingsService,
    ReportsService,
    SharedReportsService,
  ],
})
export class ReportsModule {}
