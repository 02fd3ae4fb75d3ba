import { Module } from '@nestjs/common';
import { AlertContentModule } from '../alerts/alert-content.module.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsService } from './notifications.service.js';

@Module({ imports: [AlertContentModule], controllers: [NotificationsController], providers: [NotificationsService] })
export class NotificationsModule {}
