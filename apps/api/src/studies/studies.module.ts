import { Module } from '@nestjs/common';
import { WritingModule } from '../writing/writing.module.js';
import { ActivationService } from './activation.service.js';
import { StudiesController } from './studies.controller.js';
import { StudiesService } from './studies.service.js';
import { StudyListService } from './study-list.service.js';

@Module({
  imports: [WritingModule],
  controllers: [StudiesController],
  providers: [ActivationService, StudiesService, StudyListService],
  exports: [StudiesService, StudyListService],
})
export class StudiesModule {}
