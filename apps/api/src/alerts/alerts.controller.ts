import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  alertDetail,
  alertRow,
  bell,
  calendarAnswer,
  calendarQuery,
  handOver,
  pageOf,
  snoozeAlert,
  type AlertDetail,
  type AlertRow,
  type Bell,
  type CalendarAnswer,
  type Page,
} from '@caseboard/contracts';
import type { z } from 'zod';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { AlertActsService } from './alert-acts.service.js';
import { AlertCalendarService } from './alert-calendar.service.js';
import { AlertDetailService } from './alert-detail.service.js';
import { AlertListService, alertListQuery, type AlertListQuery } from './alert-list.service.js';

@Controller('alerts')
export class AlertsController {
  constructor(
    private readonly list: AlertListService,
    private readonly detail: AlertDetailService,
    private readonly days: AlertCalendarService,
    private readonly acts: AlertActsService,
  ) {}

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

  @Get('calendar')
  @Answers(calendarAnswer)
  @Needs('portfolio.read')
  calendar(@Me() me: SignedInPerson, @Query({ schema: calendarQuery }) query: z.infer<typeof calendarQuery>): Promise<CalendarAnswer> {
    return this.days.calendar(me, query);
  }

  @Get(':id')
  @Answers(alertDetail)
  @Needs('portfolio.read')
  one(@Me() me: SignedInPerson, @Param('id') id: string): Promise<AlertDetail> {
    return this.detail.one(me, id);
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @Answers(alertRow)
  @Needs('alert.act')
  acknowledge(@Me() me: SignedInPerson, @Param('id') id: string): Promise<AlertRow> {
    return this.acts.acknowledge(me, id);
  }

  @Post(':id/snooze')
  @HttpCode(200)
  @Answers(alertRow)
  @Needs('alert.act')
  snooze(
    @Me() me: SignedInPerson,
    @Param('id') id: string,
    @Body({ schema: snoozeAlert }) body: z.infer<typeof snoozeAlert>,
  ): Promise<AlertRow> {
    return this.acts.snooze(me, id, body);
  }

  @Post(':id/hand-over')
  @HttpCode(200)
  @Answers(alertRow)
  @Needs('alert.act')
  handOver(
    @Me() me: SignedInPerson,
    @Param('id') id: string,
    @Body({ schema: handOver }) body: z.infer<typeof handOver>,
  ): Promise<AlertRow> {
    return this.acts.handOver(me, id, body);
  }
}
