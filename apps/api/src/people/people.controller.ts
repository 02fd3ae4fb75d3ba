import { Body, Controller, Get, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import { invitePerson, updatePerson, type invitationLink, type Page, type Person as PersonAnswer } from '@caseboard/contracts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Config } from '../platform/config.js';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Uuid } from '../platform/http/uuid.js';
import { PeopleService, type Link } from './people.service.js';
import { toPerson } from './person.entity.js';

/** The people of the organisation, for those who manage them. */
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly config: Config,
  ) {}

  @Get()
  @Needs('people.read')
  async list(): Promise<Page<PersonAnswer>> {
    const items = (await this.people.all()).map(toPerson);
    return { items, total: items.length };
  }

  @Post()
  @Needs('people.manage')
  async invite(
    @Me() me: SignedInPerson,
    @Body({ schema: invitePerson }) body: z.infer<typeof invitePerson>,
    @Req() request: FastifyRequest,
  ): Promise<z.infer<typeof invitationLink>> {
    return this.shown(await this.people.invite(me, body), request);
  }

  @Get(':id')
  @Needs('people.read')
  async one(@Param('id', Uuid) id: string): Promise<PersonAnswer> {
    return toPerson(await this.people.one(id));
  }

  @Patch(':id')
  @Needs('people.manage')
  async update(
    @Me() me: SignedInPerson,
    @Param('id', Uuid) id: string,
    @Body({ schema: updatePerson }) body: z.infer<typeof updatePerson>,
  ): Promise<PersonAnswer> {
    return toPerson(await this.people.update(me, id, body));
  }

  @Post(':id/link')
  @HttpCode(201)
  @Needs('people.manage')
  async newLink(
    @Me() me: SignedInPerson,
    @Param('id', Uuid) id: string,
    @Req() request: FastifyRequest,
  ): Promise<z.infer<typeof invitationLink>> {
    return this.shown(await this.people.newLink(me, id), request);
  }

  private shown({ person, secret, expiresAt }: Link, request: FastifyRequest): z.infer<typeof invitationLink> {
    const origin = this.config.baseUrl ?? `${request.protocol}://${request.host}`;
    return { person: toPerson(person), link: `${origin}/join?token=${secret}`, expiresAt: expiresAt.toISOString() };
  }
}
