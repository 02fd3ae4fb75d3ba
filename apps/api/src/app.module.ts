import { Module, type DynamicModule } from '@nestjs/common';
import { AlertsModule } from './alerts/alerts.module.js';
import { AuditModule } from './audit/audit.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CustomersModule } from './customers/customers.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { HomeModule } from './home/home.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { ReadinessModule } from './readiness/readiness.module.js';
import { DemoModule } from './seeds/demo.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { SpecializationsModule } from './specializations/specializations.module.js';
import { StudiesModule } from './studies/studies.module.js';
import { PeopleModule } from './people/people.module.js';
import { MailsModule } from './mails/mails.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { PortfolioModule } from './portfolio/portfolio.module.js';
import { PlatformModule } from './platform/platform.module.js';
import type { Config } from './platform/config.js';

/** The table of contents. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config),
        AuditModule,
        PeopleModule,
        MailsModule,
        NotificationsModule,
        CalendarModule,
        SettingsModule,
        StudiesModule,
        CustomersModule,
        SpecializationsModule,
        ImportsModule,
        DemoModule,
        PortfolioModule,
        ReadinessModule,
        HomeModule,
        AlertsModule,
        ReportsModule,
      ],
    };
  }
}
