import { Module } from '@nestjs/common';
import { WritingModule } from '../writing/writing.module.js';
import { DemoController } from './demo.controller.js';
import { DemoService } from './demo.service.js';

@Module({ imports: [WritingModule], controllers: [DemoController], providers: [DemoService], exports: [DemoService] })
export class DemoModule {}
