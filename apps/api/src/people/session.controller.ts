import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import {
  acceptInvitation,
  createToken,
  setUp,
  signIn,
  updateSelf,
  type createdToken,
  type invitationFor,
  type Session,
  type sessionRow,
  type StartState,
  type tokenRow,
} from '@caseboard/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Clock } from '../platform/clock.js';
import { Me, Needs, Open, SignedIn, type SignedInPerson } from '../platform/http/access.js';
import { Uuid } from '../platform/http/uuid.js';
import { Organisation } from '../platform/organisation.js';
import { Refusal } from '../platform/refusal.js';
import { version } from '../platform/version.js';
import { PeopleService } from './people.service.js';
import { toPerson, type Person } from './person.entity.js';
import { SetupService } from './setup.service.js';
import { SignInService } from './sign-in.service.js';
import { toTokenRow } from './token.entity.js';
import { TokensService } from './tokens.service.js';

/** Getting in and out, and one's own things. */
@Controller()
export class SessionController {
  constructor(
    private readonly signIn: SignInService,
    private readonly setup: SetupService,
    private readonly people: PeopleService,
    private readonly tokens: TokensService,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  @Get('start')
  @Open()
  async start(): Promise<StartState> {
    const { timeZone } = await this.organisation.facts();
    return { needsSetup: await this.setup.isNeeded(), today: this.clock.today(timeZone), todayIsFixed: this.clock.todayIsFixed, version };
  }

  @Post('session')
  @HttpCode(200)
  @Open()
  async create(
    @Body({ schema: signIn }) body: z.infer<typeof signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const person = await this.signIn.checkPassword(body.email, body.password, request.ip);
    return this.begin(person, request, reply);
  }

  @Get('session')
  @SignedIn()
  async session(@Me() me: SignedInPerson): Promise<Session> {
    return this.answer(await this.people.one(me.id));
  }

  @Delete('session')
  @HttpCode(204)
  @SignedIn()
  async end(@Me() me: SignedInPerson, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIn.end(me, request, reply);
  }

  @Post('setup')
  @HttpCode(200)
  @Open()
  async setUp(
    @Body({ schema: setUp }) body: z.infer<typeof setUp>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    return this.begin(await this.setup.setUp(body), request, reply);
  }

  @Get('invitations/:token')
  @Open()
  invitation(@Param('token') token: string): Promise<z.infer<typeof invitationFor>> {
    return this.people.invitedBy(token);
  }

  @Post('invitations/accept')
  @HttpCode(200)
  @Open()
  async accept(
    @Body({ schema: acceptInvitation }) body: z.infer<typeof acceptInvitation>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    return this.begin(await this.people.accept(body.token, body.password, body.name), request, reply);
  }

  @Patch('me')
  @Needs('self.manage')
  async updateSelf(
    @Me() me: SignedInPerson,
    @Body({ schema: updateSelf }) body: z.infer<typeof updateSelf>,
    @Req() request: FastifyRequest,
  ): Promise<Session> {
    const { password, ...facts } = body;
    if (password && me.by.kind === 'token') throw new Refusal('not-permitted', { permission: 'self.manage' });
    if (password) await this.signIn.checkPassword(me.email, password.current, request.ip);
    return this.answer(await this.people.updateSelf(me, { ...facts, ...(password && { password: password.next }) }));
  }

  @Get('me/sessions')
  @Needs('self.manage')
  async sessions(@Me() me: SignedInPerson): Promise<{ items: z.infer<typeof sessionRow>[]; total: number }> {
    const items = (await this.signIn.sessionsOf(me)).map(({ id, createdAt, lastUsedAt, agent }) => ({
      id,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      agent,
      current: id === me.by.id,
    }));
    return { items, total: items.length };
  }

  @Delete('me/sessions/:id')
  @HttpCode(204)
  @Needs('self.manage')
  endSession(@Me() me: SignedInPerson, @Param('id', Uuid) id: string): Promise<void> {
    return this.signIn.endOne(me, id);
  }

  @Get('tokens')
  @Needs('self.manage')
  async ownTokens(@Me() me: SignedInPerson): Promise<{ items: z.infer<typeof tokenRow>[]; total: number }> {
    const items = (await this.tokens.of(me)).map(toTokenRow);
    return { items, total: items.length };
  }

  @Post('tokens')
  @Needs('self.manage')
  async createToken(
    @Me() me: SignedInPerson,
    @Body({ schema: createToken }) body: z.infer<typeof createToken>,
  ): Promise<z.infer<typeof createdToken>> {
    const { row, token } = await this.tokens.create(me, body ?? {});
    return { ...toTokenRow(row), token };
  }

  @Delete('tokens/:id')
  @HttpCode(204)
  @Needs('self.manage')
  removeToken(@Me() me: SignedInPerson, @Param('id', Uuid) id: string): Promise<void> {
    return this.tokens.remove(me, id);
  }

  private async begin(person: Person, request: FastifyRequest, reply: FastifyReply): Promise<Session> {
    await this.signIn.begin(person, request, reply);
    return this.answer(person);
  }

  private async answer(person: Person): Promise<Session> {
    const organisation = await this.organisation.facts();
    return {
      person: toPerson(person),
      today: this.clock.today(organisation.timeZone),
      todayIsFixed: this.clock.todayIsFixed,
      organisation,
      portfolioIsEmpty: await this.organisation.portfolioIsEmpty(),
    };
  }
}
