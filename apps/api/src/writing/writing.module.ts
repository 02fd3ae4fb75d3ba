import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomerRow, RegistrationRow } from '../customers/customer.entity.js';
import { PortfolioModule } from '../portfolio/portfolio.module.js';
import { SpecializationRow } from '../specializations/specialization.entity.js';
import { ApplicationRow, StudyRow } from '../studies/study.entity.js';
import { PortfolioWriter } from './portfolio-writer.service.js';

@Module({
  imports: [PortfolioModule, TypeOrmModule.forFeature([CustomerRow, RegistrationRow, SpecializationRow, StudyRow, ApplicationRow])],
  providers: [PortfolioWriter],
  exports: [PortfolioWriter],
})
export class WritingModule {}
