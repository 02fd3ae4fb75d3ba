import { Body, Controller, Get, Patch, Res } from '@nestjs/common';
import { reportSettings, updateReportSettings, type ReportSettings } from '@caseboard/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { IfMatch, withVersion } from '../platform/http/versions.js';
import { ReportSettingsService } from './report-settings.service.js';

@Controller('settings/report')
@Needs('report.settings')
export class ReportSettingsController {
  constructor(private readonly settings: ReportSettingsService) {}

  @Get()
  @Answers(reportSettings)
  async current(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReportSettings> {
    return withVersion(reply, await this.settings.current());
  }

  @Patch()
  @Answers(reportSettings)
  async edit(
    @Me() me: SignedInPerson,
    @IfMatch() ifMatch: string | undefined,
    @Body({ schema: updateReportSettings }) body: z.infer<typeof updateReportSettings>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportSettings> {
    return withVersion(reply, await this.settings.edit(me, ifMatch, body));
  }
}
