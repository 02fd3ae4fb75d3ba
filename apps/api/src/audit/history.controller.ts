import { Controller, Get, Query } from '@nestjs/common';
import type { Change, Page } from '@caseboard/contracts';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { HistoryService, historyQuery, type HistoryQuery } from './history.service.js';

@Controller('history')
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get()
  @Needs('history.read')
  page(@Me() me: SignedInPerson, @Query({ schema: historyQuery }) query: HistoryQuery): Promise<Page<Change>> {
    return this.history.page(me, query);
  }
}
