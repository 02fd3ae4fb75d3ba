import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { DemoService } from './demo.service.js';

@Controller('demo')
export class DemoController {
  constructor(private readonly demo: DemoService) {}

  @Get()
  @Needs('portfolio.read')
  async state(): Promise<{ loaded: boolean }> {
    return { loaded: await this.demo.isLoaded() };
  }

  @Post()
  @Needs('import.run')
  load(@Me() me: SignedInPerson): Promise<{ customers: number; studies: number }> {
    return this.demo.load(me);
  }

  @Post('clear')
  @HttpCode(204)
  @Needs('import.run')
  clear(@Me() me: SignedInPerson): Promise<void> {
    return this.demo.clear(me);
  }
}
