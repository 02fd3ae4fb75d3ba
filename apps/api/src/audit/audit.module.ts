import { Global, Module } from '@nestjs/common';
import { AuditService } from './audit.service.js';

/** Every feature records its changes, so every feature gets the service. */
@Global()
@Module({ providers: [AuditService], exports: [AuditService] })
export class AuditModule {}
