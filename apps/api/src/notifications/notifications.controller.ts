import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { mailForecast, myNotifications, putNotifications, type MailForecast, type MyNotifications } from '@caseboard/contracts';
import type { z } from 'zod';
import { MailForecastService } from '../alerts/mail-forecast.service.js';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { NotificationsService } from './notifications.service.js';

/** One's own rules: which alerts, how early, by mail or only in the product. */
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly forecasts: MailForecastService,
  ) {}

  @Get()
  @Answers(myNotifications)
  @Needs('self.manage')
  mine(@Me() me: SignedInPerson): Promise<MyNotifications> {
    return this.notifications.of(me.id);
  }

  @Put()
  @Answers(myNotifications)
  @Needs('self.manage')
  choose(
    @Me() me: SignedInPerson,
    @Body({ schema: putNotifications }) { rules }: z.infer<typeof putNotifications>,
  ): Promise<MyNotifications> {
    return this.notifications.choose(me.id, rules);
  }

  @Post('forecast')
  @HttpCode(200)
  @Answers(mailForecast)
  @Needs('self.manage')
  forecast(
    @Me() me: SignedInPerson,
    @Body({ schema: putNotifications }) { rules }: z.infer<typeof putNotifications>,
  ): Promise<MailForecast> {
    return this.forecasts.forecast(me, rules);
  }
}
