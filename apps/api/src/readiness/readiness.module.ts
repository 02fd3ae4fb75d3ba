import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { SpecializationsModule } from '../specializations/specializations.module.js';
import { ReadinessController } from './readiness.controller.js';
import { ReadinessService } from './readiness.service.js';

@Module({
  imports: [HistoryModule, SpecializationsModule],
  controllers: [ReadinessController],
  providers: [ReadinessService],
  exports: [ReadinessService],
})
export class ReadinessModule {}
