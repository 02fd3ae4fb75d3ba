import { Global, Module } from '@nestjs/common';
import { AuditService } from './audit.service.js';
import { HistoryController } from './history.controller.js';
import { HistoryService } from './history.service.js';

/** Every feature records its changes, so every feature gets the service. */
@Global()
@Module({
  controllers: [HistoryController],
  providers: [AuditService, HistoryService],
  exports: [AuditService, HistoryService],
})
export class AuditModule {}
