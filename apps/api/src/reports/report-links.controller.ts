import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { createdReportLink, createReportLink, pageOf, reportLink, type Page, type ReportLink } from '@caseboard/contracts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { Uuid } from '../platform/http/uuid.js';
import { ReportLinksService } from './report-links.service.js';
import { ReportNumber } from './report-number.js';

/** For whoever may share, and so meets every name: whether a link shows them is theirs to choose. */
@Controller('reports/:number/links')
@Needs('report.share')
export class ReportLinksController {
  constructor(private readonly links: ReportLinksService) {}

  @Get()
  @Answers(pageOf(reportLink))
  async list(@Param('number', ReportNumber) number: number): Promise<Page<ReportLink>> {
    const items = await this.links.of(number);
    return { items, total: items.length };
  }

  /** The only answer that holds the address. */
  @Post()
  @Answers(createdReportLink, 201)
  create(
    @Me() me: SignedInPerson,
    @Param('number', ReportNumber) number: number,
    @Body({ schema: createReportLink }) body: z.infer<typeof createReportLink>,
    @Req() { protocol, host }: FastifyRequest,
  ): Promise<z.infer<typeof createdReportLink>> {
    return this.links.create(me, number, body, `${protocol}://${host}`);
  }

  /** Whoever has its address meets nothing there from now on. */
  @Delete(':id')
  @HttpCode(204)
  revoke(@Param('number', ReportNumber) number: number, @Param('id', Uuid) id: string): Promise<void> {
    return this.links.revoke(number, id);
  }
}
