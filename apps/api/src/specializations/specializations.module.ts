import { Module } from '@nestjs/common';
import { WritingModule } from '../writing/writing.module.js';
import { SpecializationListService } from './specialization-list.service.js';
import { SpecializationsController } from './specializations.controller.js';
import { SpecializationsService } from './specializations.service.js';

@Module({
  imports: [WritingModule],
  controllers: [SpecializationsController],
  providers: [SpecializationListService, SpecializationsService],
  exports: [SpecializationListService, SpecializationsService],
})
export class SpecializationsModule {}
