import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  activatedStudy,
  activateStudy,
  bulkStudies,
  changedStudies,
  type Page,
  pageOf,
  studyDetail,
  type StudyDetail,
  studyDocument,
  type StudyRow,
  studyRow,
} from '@caseboard/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Answers, Takes } from '../platform/http/describe.js';
import { IfMatch, withVersion } from '../platform/http/versions.js';
import { ActivationService } from './activation.service.js';
import { StudiesService } from './studies.service.js';
import { StudyListService, studyListQuery, type StudyListQuery } from './study-list.service.js';

@Controller('studies')
export class StudiesController {
  constructor(
    private readonly studies: StudiesService,
    private readonly list: StudyListService,
    private readonly activation: ActivationService,
  ) {}

  @Get()
  @Answers(pageOf(studyRow))
  @Needs('portfolio.read')
  page(@Me() me: SignedInPerson, @Query({ schema: studyListQuery }) query: StudyListQuery): Promise<Page<StudyRow>> {
    return this.list.page(me, query);
  }

  @Post()
  @Takes(studyDocument.partial())
  @Answers(studyDetail, 201)
  @Needs('study.edit')
  async create(@Me() me: SignedInPerson, @Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<StudyDetail> {
    const created = await this.studies.create(me, body);
    void reply.header('location', `/api/studies/${created.record.id}`);
    return withVersion(reply, created);
  }

  @Post('bulk')
  @HttpCode(200)
  @Answers(changedStudies)
  @Needs('study.edit-any')
  bulk(@Me() me: SignedInPerson, @Body({ schema: bulkStudies }) body: z.infer<typeof bulkStudies>): Promise<{ changed: number }> {
    return this.studies.bulk(me, body);
  }

  @Get(':id')
  @Answers(studyDetail)
  @Needs('portfolio.read')
  async one(@Me() me: SignedInPerson, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StudyDetail> {
    return withVersion(reply, await this.studies.one(me, id));
  }

  @Patch(':id')
  @Takes(studyDocument.partial())
  @Answers(studyDetail)
  @Needs('study.edit')
  async edit(
    @Me() me: SignedInPerson,
    @Param('id') id: string,
    @IfMatch() ifMatch: string | undefined,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StudyDetail> {
    return withVersion(reply, await this.studies.edit(me, id, ifMatch, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('study.edit')
  remove(@Me() me: SignedInPerson, @Param('id') id: string, @IfMatch() ifMatch: string | undefined): Promise<void> {
    return this.studies.remove(me, id, ifMatch);
  }

  @Post(':id/activate')
  @HttpCode(200)
  @Answers(activatedStudy)
  @Needs('study.activate')
  async activate(
    @Me() me: SignedInPerson,
    @Param('id') id: string,
    @IfMatch() ifMatch: string | undefined,
    @Body({ schema: activateStudy.optional() }) body: z.infer<typeof activateStudy> | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof activatedStudy>> {
    return withVersion(reply, await this.activation.activate(me, id, ifMatch, body?.replace));
  }

  @Post(':id/retire')
  @HttpCode(200)
  @Answers(studyDetail)
  @Needs('study.activate')
  async retire(
    @Me() me: SignedInPerson,
    @Param('id') id: string,
    @IfMatch() ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StudyDetail> {
    return withVersion(reply, await this.activation.move(me, id, ifMatch, 'retire'));
  }

  @Post(':id/draft')
  @HttpCode(200)
  @Answers(studyDetail)
  @Needs('study.activate')
  async draft(
    @Me() me: SignedInPerson,
    @Param('id') id: string,
    @IfMatch() ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StudyDetail> {
    return withVersion(reply, await this.activation.move(me, id, ifMatch, 'draft'));
  }
}
