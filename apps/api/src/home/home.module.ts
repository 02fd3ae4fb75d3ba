import { Module } from '@nestjs/common';
import { ReadinessModule } from '../readiness/readiness.module.js';
import { HomeController } from './home.controller.js';
import { HomeService } from './home.service.js';
import { RecentChangesService } from './recent-changes.service.js';

@Module({ imports: [ReadinessModule], controllers: [HomeController], providers: [HomeService, RecentChangesService] })
export class HomeModule {}
