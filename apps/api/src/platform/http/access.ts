import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Language, Permission, Role } from '@caseboard/contracts';
import type { FastifyRequest } from 'fastify';

/** Who makes the request, and by what right. */
export interface SignedInPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  /** May meet the name of a customer whose studies are all anonymous. */
  readonly seesAnonymousNames: boolean;
  /** The session's or token's own id. */
  readonly by: { readonly kind: 'session' | 'token'; readonly id: string };
}

/** Finds the person behind a request; `people/` supplies it. */
export abstract class SignIn {
  /** Null when nobody shows a session or token; refuses one that no longer counts. */
  abstract personOf(request: FastifyRequest): Promise<SignedInPerson | null>;
}

declare module 'fastify' {
  interface FastifyRequest {
    person?: SignedInPerson;
  }
}

/** What a route asks of whoever calls it. */
export type Access = Permission | 'open' | 'signed-in';
export const accessKey = 'caseboard:access';

/** The route is for people whose role has this permission (libs/contracts, permission.ts). */
export const Needs = (permission: Permission) => applyDecorators(SetMetadata(accessKey, permission satisfies Access));
/** The route is for everybody. */
export const Open = () => SetMetadata(accessKey, 'open' satisfies Access);
/** The route is for everybody who is signed in, whatever the role. */
export const SignedIn = () => SetMetadata(accessKey, 'signed-in' satisfies Access);

/** The person who makes the request. */
export const Me = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().person,
);
