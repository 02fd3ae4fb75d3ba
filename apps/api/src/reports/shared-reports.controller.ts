import { Controller, Get, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { reportFileQuery, sharedReport, type ReportFileQuery, type SharedReport } from '@caseboard/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { fileAnswer } from './file-answer.js';
import { SharedReportsService } from './shared-reports.service.js';

/** For somebody without an account: the address is the key. It must lie in no cache, no index and no other site's log. */
@Controller('shared-reports/:secret')
export class SharedReportsController {
  constructor(private readonly shared: SharedReportsService) {}

  @Get()
  @Answers(sharedReport)
  @Open()
  read(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SharedReport> {
    keepQuiet(reply);
    return this.shared.read(secret, request.ip);
  }

  @Get('file')
  @Open()
  async file(
    @Param('secret') secret: string,
    @Query({ schema: reportFileQuery }) query: ReportFileQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    keepQuiet(reply);
    return fileAnswer(reply, await this.shared.file(secret, query, request.ip));
  }
}

function keepQuiet(reply: FastifyReply): void {
  void reply.headers({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
}
