import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts/alerts.module.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CalendarFeedService } from './calendar-feed.service.js';

@Module({ imports: [AlertsModule], controllers: [CalendarFeedController], providers: [CalendarFeedService] })
export class CalendarModule {}
