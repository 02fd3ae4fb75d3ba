import { Body, Controller, Get, Patch, Res } from '@nestjs/common';
import { type Settings, settings, updateSettings } from '@caseboard/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { IfMatch, withVersion } from '../platform/http/versions.js';
import { SettingsService } from './settings.service.js';

@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  @Answers(settings)
  @Needs('portfolio.read')
  async current(@Res({ passthrough: true }) reply: FastifyReply): Promise<Settings> {
    return withVersion(reply, await this.settings.current());
  }

  @Patch()
  @Answers(settings)
  @Needs('settings.edit')
  async edit(
    @Me() me: SignedInPerson,
    @IfMatch() ifMatch: string | undefined,
    @Body({ schema: updateSettings }) body: z.infer<typeof updateSettings>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Settings> {
    return withVersion(reply, await this.settings.edit(me, ifMatch, body));
  }
}
