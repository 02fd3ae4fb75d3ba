import { Global, Module } from '@nestjs/common';
import { Organisation } from '../platform/organisation.js';
import { WritingModule } from '../writing/writing.module.js';
import { SettingsController } from './settings.controller.js';
import { SettingsService } from './settings.service.js';

/** Supplies the facts of the organisation to everybody who must know them. */
@Global()
@Module({
  imports: [WritingModule],
  controllers: [SettingsController],
  providers: [SettingsService, { provide: Organisation, useExisting: SettingsService }],
  exports: [SettingsService, Organisation],
})
export class SettingsModule {}
