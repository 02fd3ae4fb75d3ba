import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  type Page,
  pageOf,
  patchSpecialization,
  specializationDocument,
  specializationRow,
  type SpecializationRow,
} from '@caseboard/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Answers, Takes } from '../platform/http/describe.js';
import { IfMatch, withVersion } from '../platform/http/versions.js';
import { SpecializationListService, specializationListQuery, type SpecializationListQuery } from './specialization-list.service.js';
import { SpecializationsService } from './specializations.service.js';

@Controller('specializations')
export class SpecializationsController {
  constructor(
    private readonly specializations: SpecializationsService,
    private readonly list: SpecializationListService,
  ) {}

  @Get()
  @Answers(pageOf(specializationRow))
  @Needs('portfolio.read')
  page(
    @Me() me: SignedInPerson,
    @Query({ schema: specializationListQuery }) query: SpecializationListQuery,
  ): Promise<Page<SpecializationRow>> {
    return this.list.page(me, query);
  }

  @Post()
  @Takes(specializationDocument.partial())
  @Answers(specializationRow, 201)
  @Needs('catalog.edit')
  async create(
    @Me() me: SignedInPerson,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SpecializationRow> {
    const created = await this.specializations.create(me, body);
    void reply.header('location', `/api/specializations/${created.record.code}`);
    return withVersion(reply, created);
  }

  @Get(':code')
  @Answers(specializationRow)
  @Needs('portfolio.read')
  async one(@Param('code') code: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<SpecializationRow> {
    return withVersion(reply, await this.specializations.one(code));
  }

  @Patch(':code')
  @Answers(specializationRow)
  @Needs('catalog.edit')
  async edit(
    @Me() me: SignedInPerson,
    @Param('code') code: string,
    @IfMatch() ifMatch: string | undefined,
    @Body({ schema: patchSpecialization }) body: z.infer<typeof patchSpecialization>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SpecializationRow> {
    return withVersion(reply, await this.specializations.edit(me, code, ifMatch, body));
  }

  @Delete(':code')
  @HttpCode(204)
  @Needs('catalog.edit')
  remove(@Me() me: SignedInPerson, @Param('code') code: string, @IfMatch() ifMatch: string | undefined): Promise<void> {
    return this.specializations.remove(me, code, ifMatch);
  }
}
