import { Controller, Get, Query } from '@nestjs/common';
import { atDayQuery, type AtDayQuery, type HomeAnswer } from '@caseboard/contracts';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { HomeService } from './home.service.js';

@Controller('home')
export class HomeController {
  constructor(private readonly service: HomeService) {}

  @Get()
  @Needs('portfolio.read')
  home(@Me() me: SignedInPerson, @Query({ schema: atDayQuery }) query: AtDayQuery): Promise<HomeAnswer> {
    return this.service.home(me, query);
  }
}
