import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts/alerts.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { SpecializationsModule } from '../specializations/specializations.module.js';
import { StudiesModule } from '../studies/studies.module.js';
import { WritingModule } from '../writing/writing.module.js';
import { ListExportController } from './exports/list-export.controller.js';
import { PortfolioExportController } from './exports/portfolio-export.controller.js';
import { PortfolioExportService } from './exports/portfolio-export.service.js';
import { ForgetImportsJob } from './forget-imports.job.js';
import { ImportImages } from './import-images.service.js';
import { ImportRows } from './import-rows.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { RememberedAnswers } from './remembered.service.js';
import { UndoImportService } from './undo-import.service.js';

@Module({
  imports: [WritingModule, AlertsModule, StudiesModule, CustomersModule, SpecializationsModule],
  controllers: [ImportsController, PortfolioExportController, ListExportController],
  providers: [ImportsService, UndoImportService, ImportRows, ImportImages, RememberedAnswers, PortfolioExportService, ForgetImportsJob],
})
export class ImportsModule {}
