import { Controller, Get, Query } from '@nestjs/common';
import { type Change, change, type Page, pageOf } from '@caseboard/contracts';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { HistoryService, historyQuery, type HistoryQuery } from './history.service.js';

@Controller('history')
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get()
  @Answers(pageOf(change))
  @Needs('history.read')
  page(@Me() me: SignedInPerson, @Query({ schema: historyQuery }) query: HistoryQuery): Promise<Page<Change>> {
    return this.history.page(me, query);
  }
}
