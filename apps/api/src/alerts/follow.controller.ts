import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { following, type Following } from '@caseboard/contracts';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { FollowService } from './follow.service.js';

@Controller('studies/:id/follow')
@Needs('self.manage')
export class FollowController {
  constructor(private readonly follow: FollowService) {}

  @Get()
  @Answers(following)
  state(@Me() me: SignedInPerson, @Param('id') id: string): Promise<Following> {
    return this.follow.following(me, id);
  }

  @Put()
  @Answers(following)
  begin(@Me() me: SignedInPerson, @Param('id') id: string): Promise<Following> {
    return this.follow.follow(me, id);
  }

  @Delete()
  @Answers(following)
  end(@Me() me: SignedInPerson, @Param('id') id: string): Promise<Following> {
    return this.follow.leave(me, id);
  }
}
