import { Controller, Get, Query } from '@nestjs/common';
import { alertRow, bell, pageOf, type AlertRow, type Bell, type Page } from '@caseboard/contracts';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { AlertListService, alertListQuery, type AlertListQuery } from './alert-list.service.js';

@Controller('alerts')
export class AlertsController {
  constructor(private readonly list: AlertListService) {}

  @Get()
  @Answers(pageOf(alertRow))
  @Needs('portfolio.read')
  page(@Me() me: SignedInPerson, @Query({ schema: alertListQuery }) query: AlertListQuery): Promise<Page<AlertRow>> {
    return this.list.page(me, query);
  }

  @Get('bell')
  @Answers(bell)
  @Needs('portfolio.read')
  bell(@Me() me: SignedInPerson): Promise<Bell> {
    return this.list.bell(me);
  }
}
