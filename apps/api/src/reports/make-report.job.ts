import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Handles, type JobHandler, type JobRun } from '../platform/jobs/job.js';
import { ReportIssuing } from './report-issuing.service.js';
import { makeReport } from './report-round.js';

/** Running twice does nothing more: the second finds the report issued. */
@Injectable()
@Handles(makeReport)
export class MakeReportJob implements JobHandler<z.infer<typeof makeReport.payload>> {
  constructor(private readonly issuing: ReportIssuing) {}

  run({ number }: z.infer<typeof makeReport.payload>, run: JobRun): Promise<void> {
    return this.issuing.make(number, (share) => run.progress(share));
  }
}
