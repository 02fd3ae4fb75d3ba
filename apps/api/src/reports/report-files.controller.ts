import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { reportFileQuery, type ReportFileQuery } from '@caseboard/contracts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { fileAnswer } from './file-answer.js';
import { ReportFilesService } from './report-files.service.js';
import { ReportNumber } from './report-number.js';
import { ReportsService } from './reports.service.js';

const day = z.string().max(40).optional();
const draftFileQuery = reportFileQuery.extend({ from: day, to: day });

/** The same numbers as a file, with the names that its reader may meet. */
@Controller('reports')
@Needs('report.read')
export class ReportFilesController {
  constructor(
    private readonly reports: ReportsService,
    private readonly files: ReportFilesService,
  ) {}

  @Get('draft/file')
  async draft(
    @Me() me: SignedInPerson,
    @Query({ schema: draftFileQuery }) { from, to, ...query }: z.infer<typeof draftFileQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return fileAnswer(reply, await this.files.make(await this.reports.draft(me, { from, to }), query));
  }

  @Get(':number/file')
  async issued(
    @Me() me: SignedInPerson,
    @Param('number', ReportNumber) number: number,
    @Query({ schema: reportFileQuery }) query: ReportFileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return fileAnswer(reply, await this.files.make(await this.reports.one(me, number), query));
  }
}
