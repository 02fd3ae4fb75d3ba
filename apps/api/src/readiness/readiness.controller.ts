import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  atDayQuery,
  cellQuery,
  flipsQuery,
  previewStudy,
  readinessQuery,
  type ActivationPreview,
  type AtDayQuery,
  type CellAnswer,
  type CellQuery,
  type FlipsAnswer,
  type FlipsQuery,
  type MatrixAnswer,
  type ReadinessAnswer,
  type ReadinessQuery,
  type ServicesAnswer,
  type SpecializationPage,
  type StudyStanding,
} from '@caseboard/contracts';
import { awsServices } from '@caseboard/domain/catalog/aws-services';
import type { z } from 'zod';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { ReadinessService } from './readiness.service.js';

@Controller()
export class ReadinessController {
  constructor(private readonly readiness: ReadinessService) {}

  @Get('readiness')
  @Needs('portfolio.read')
  list(@Query({ schema: readinessQuery }) query: ReadinessQuery): Promise<ReadinessAnswer> {
    return this.readiness.list(query);
  }

  @Get('readiness/matrix')
  @Needs('portfolio.read')
  matrix(@Me() me: SignedInPerson, @Query({ schema: atDayQuery }) query: AtDayQuery): Promise<MatrixAnswer> {
    return this.readiness.matrix(me, query);
  }

  @Get('readiness/cell')
  @Needs('portfolio.read')
  cell(@Me() me: SignedInPerson, @Query({ schema: cellQuery }) query: CellQuery): Promise<CellAnswer> {
    return this.readiness.cell(me, query);
  }

  @Get('readiness/flips')
  @Needs('portfolio.read')
  flips(@Me() me: SignedInPerson, @Query({ schema: flipsQuery }) query: FlipsQuery): Promise<FlipsAnswer> {
    return this.readiness.flips(me, query);
  }

  @Get('readiness/specializations/:code')
  @Needs('portfolio.read')
  specialization(
    @Me() me: SignedInPerson,
    @Param('code') code: string,
    @Query({ schema: atDayQuery }) query: AtDayQuery,
  ): Promise<SpecializationPage> {
    return this.readiness.specialization(me, code, query);
  }

  @Get('studies/:id/standing')
  @Needs('portfolio.read')
  standing(@Me() me: SignedInPerson, @Param('id') id: string, @Query({ schema: atDayQuery }) query: AtDayQuery): Promise<StudyStanding> {
    return this.readiness.standing(me, id, query);
  }

  /** Stores nothing. */
  @Post('studies/preview')
  @HttpCode(200)
  @Needs('study.edit')
  preview(@Me() me: SignedInPerson, @Body({ schema: previewStudy }) body: z.infer<typeof previewStudy>): Promise<StudyStanding> {
    return this.readiness.preview(me, body);
  }

  /** For those who may act on it: it names the study that shares the place, which not every reader may be told. */
  @Get('studies/:id/activation')
  @Needs('study.edit')
  activation(
    @Me() me: SignedInPerson,
    @Param('id') id: string,
    @Query({ schema: atDayQuery }) query: AtDayQuery,
  ): Promise<ActivationPreview> {
    return this.readiness.activation(me, id, query);
  }

  @Get('services')
  @Needs('portfolio.read')
  services(): ServicesAnswer {
    return services;
  }
}

const services: ServicesAnswer = { items: awsServices.map(({ name, shortNames }) => ({ name, shortNames: [...shortNames] })) };
