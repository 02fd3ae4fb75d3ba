import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { jobsAnswer, type JobsAnswer } from '@caseboard/contracts';
import { Needs } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Refusal } from '../platform/refusal.js';
import { SweepWatchService } from './sweep-watch.service.js';
import { sweep } from './sweep.job.js';

@Controller('jobs')
@Needs('jobs.manage')
export class JobsController {
  constructor(
    private readonly jobs: Jobs,
    private readonly watch: SweepWatchService,
  ) {}

  @Get()
  @Answers(jobsAnswer)
  async overview(): Promise<JobsAnswer> {
    return { ...(await this.jobs.overview()), sweep: await this.watch.state() };
  }

  @Post('sweep')
  @HttpCode(202)
  async sweep(): Promise<{ id: string }> {
    return { id: await this.jobs.add(sweep, { reason: 'hand' }) };
  }

  @Post(':id/retry')
  @HttpCode(204)
  async retry(@Param('id') id: string): Promise<void> {
    if (!(await this.jobs.retry(id))) throw new Refusal('not-found', { job: id });
  }
}
