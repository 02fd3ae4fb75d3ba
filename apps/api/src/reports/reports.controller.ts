import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  issueReport,
  pageOf,
  pageQuery,
  reportRow,
  reportView,
  reproduced,
  type Page,
  type ReportRow,
  type ReportView,
} from '@caseboard/contracts';
import { z } from 'zod';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { ReportNumber } from './report-number.js';
import { ReportsService } from './reports.service.js';

const listQuery = z.strictObject(pageQuery.pick({ page: true, size: true }).shape);
const daysQuery = z.strictObject({ from: z.string().max(40).optional(), to: z.string().max(40).optional() });

@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  @Answers(pageOf(reportRow))
  @Needs('report.read')
  page(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>): Promise<Page<ReportRow>> {
    return this.reports.page(query);
  }

  /** Of the portfolio as it stands; it is not kept. */
  @Get('draft')
  @Answers(reportView)
  @Needs('report.read')
  draft(@Me() me: SignedInPerson, @Query({ schema: daysQuery }) query: z.infer<typeof daysQuery>): Promise<ReportView> {
    return this.reports.draft(me, query);
  }

  @Get(':number')
  @Answers(reportView)
  @Needs('report.read')
  one(@Me() me: SignedInPerson, @Param('number', ReportNumber) number: number): Promise<ReportView> {
    return this.reports.one(me, number);
  }

  /** Issued is issued: it is never changed again. */
  @Post()
  @HttpCode(202)
  @Answers(reportRow, 202)
  @Needs('report.issue')
  issue(@Me() me: SignedInPerson, @Body({ schema: issueReport }) body: z.infer<typeof issueReport>): Promise<ReportRow> {
    return this.reports.issue(me.id, body);
  }

  @Post(':number/reproduce')
  @HttpCode(200)
  @Answers(reproduced)
  @Needs('report.issue')
  reproduce(@Param('number', ReportNumber) number: number): Promise<z.infer<typeof reproduced>> {
    return this.reports.reproduce(number);
  }
}
