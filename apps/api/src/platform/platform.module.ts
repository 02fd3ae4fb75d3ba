import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { Database, dataSourceOptions } from './database/database.js';
import { ApiDescription, DocsController } from './http/docs.controller.js';
import { HealthController } from './http/health.controller.js';
import { PermissionGuard } from './http/permission.guard.js';
import { ProblemFilter } from './http/problem-filter.js';
import { Routes } from './http/routes.js';
import { validation } from './http/validation.js';
import { Alive } from './jobs/alive.js';
import { Jobs } from './jobs/jobs.js';
import { Mailer } from './mailer.js';

/** What every feature stands on; knows no study. */
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRootAsync({ useFactory: () => ({ ...dataSourceOptions(config), autoLoadEntities: true, retryAttempts: 0 }) }),
      ],
      controllers: [HealthController, DocsController],
      providers: [
        { provide: Config, useValue: config },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_PIPE, useValue: validation },
        Alive,
        ApiDescription,
        Clock,
        Database,
        Jobs,
        Mailer,
        Routes,
      ],
      exports: [Config, Clock, Database, Jobs, Mailer, Routes],
    };
  }
}
