import { Global, Module } from '@nestjs/common';
import { PortfolioReader } from './portfolio-reader.js';
import { PortfolioService } from './portfolio.service.js';

/** The picture of the whole portfolio that every feature answers from. */
@Global()
@Module({ providers: [PortfolioReader, PortfolioService], exports: [PortfolioService] })
export class PortfolioModule {}
