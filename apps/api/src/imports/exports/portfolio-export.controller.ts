import { Controller, Get, Query, Res } from '@nestjs/common';
import { exportQuery, templateQuery } from '@caseboard/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Me, Needs, type SignedInPerson } from '../../platform/http/access.js';
import { PortfolioExportService } from './portfolio-export.service.js';
import { portfolioSheets } from './portfolio-sheets.js';
import { sendSheets } from './send-file.js';

@Controller()
export class PortfolioExportController {
  constructor(private readonly exports: PortfolioExportService) {}

  @Get('portfolio')
  @Needs('portfolio.export')
  async portfolio(
    @Me() me: SignedInPerson,
    @Query({ schema: exportQuery }) query: z.infer<typeof exportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { format = 'json', language = me.language } = query;
    if (format === 'json') {
      await reply.type('application/json; charset=utf-8').send(JSON.stringify(await this.exports.document(me), null, 1));
      return;
    }
    const [first, ...more] = format === 'xlsx' ? await this.exports.sheets(me, language) : [await this.exports.studies(me, language)];
    if (first) await sendSheets(reply, 'portfolio', format, [first, ...more]);
  }

  /** An empty spreadsheet with the headings that the import knows. */
  @Get('imports/template')
  @Needs('portfolio.export')
  async template(
    @Me() me: SignedInPerson,
    @Query({ schema: templateQuery }) query: z.infer<typeof templateQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { format = 'xlsx', language = me.language } = query;
    const { customers, studies, applications } = portfolioSheets([], [], language);
    await sendSheets(reply, 'caseboard-template', format, format === 'xlsx' ? [customers, studies, applications] : [studies]);
  }
}
