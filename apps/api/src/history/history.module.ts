import { Module } from '@nestjs/common';
import { HistoryReader } from './history-reader.service.js';

@Module({ providers: [HistoryReader], exports: [HistoryReader] })
export class HistoryModule {}
