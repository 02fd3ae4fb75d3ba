import { Body, Controller, Get, Patch, Res } from '@nestjs/common';
import { alertSettings, updateAlertSettings, type AlertSettings } from '@caseboard/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { IfMatch, withVersion } from '../platform/http/versions.js';
import { AlertSettingsService } from './alert-settings.service.js';

@Controller('settings/alerts')
export class AlertSettingsController {
  constructor(private readonly settings: AlertSettingsService) {}

  @Get()
  @Answers(alertSettings)
  @Needs('portfolio.read')
  async current(@Res({ passthrough: true }) reply: FastifyReply): Promise<AlertSettings> {
    return withVersion(reply, await this.settings.current());
  }

  @Patch()
  @Answers(alertSettings)
  @Needs('alert.settings')
  async edit(
    @Me() me: SignedInPerson,
    @IfMatch() ifMatch: string | undefined,
    @Body({ schema: updateAlertSettings }) body: z.infer<typeof updateAlertSettings>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AlertSettings> {
    return withVersion(reply, await this.settings.edit(me, ifMatch, body));
  }
}
