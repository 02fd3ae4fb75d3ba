import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { pageOf, saveView, savedView, type Page, type SavedView } from '@caseboard/contracts';
import type { z } from 'zod';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Answers } from '../platform/http/describe.js';
import { Uuid } from '../platform/http/uuid.js';
import { ViewsService } from './views.service.js';

/** Each person's own ways to look at the lists, on every device. */
@Controller('views')
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  @Get()
  @Answers(pageOf(savedView))
  @Needs('self.manage')
  async mine(@Me() me: SignedInPerson): Promise<Page<SavedView>> {
    const items = await this.views.of(me.id);
    return { items, total: items.length };
  }

  @Post()
  @Answers(savedView, 201)
  @Needs('self.manage')
  save(@Me() me: SignedInPerson, @Body({ schema: saveView }) body: z.infer<typeof saveView>): Promise<SavedView> {
    return this.views.save(me.id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('self.manage')
  remove(@Me() me: SignedInPerson, @Param('id', Uuid) id: string): Promise<void> {
    return this.views.remove(me.id, id);
  }
}
