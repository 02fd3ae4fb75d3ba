import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { may } from '@caseboard/contracts';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.js';
import { accessKey, SignIn, type Access } from './access.js';

/** Lets a request through when the route is for the person who makes it. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIn: SignIn,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, [context.getHandler(), context.getClass()]);
    if (access === 'open') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const person = await this.signIn.personOf(request);
    if (!person) throw new Refusal('not-signed-in');
    request.person = person;
    if (access === 'signed-in') return true;
    if (!access || !may(person.role, access)) throw new Refusal('not-permitted', { permission: access });
    return true;
  }
}
