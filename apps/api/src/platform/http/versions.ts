import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.js';

/** A record with the version it stands at. */
export interface Versioned<T> {
  readonly version: number;
  readonly record: T;
}

/** What the request says of the version it edits; undefined when it says nothing. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'],
);

/** Refuses an edit of another version than the present one, so that nobody's work is overwritten unseen. */
export function checkVersion(ifMatch: string | undefined, version: number): void {
  if (ifMatch === undefined) throw new Refusal('if-match-required');
  if (!names(ifMatch, version)) throw new Refusal('edit-is-stale', { version });
}

/** The same where it is only looked at when it is sent. */
export function checkVersionIfSent(ifMatch: string | undefined, version: number): void {
  if (ifMatch !== undefined) checkVersion(ifMatch, version);
}

/** Answers the record, its version beside it as the ETag. */
export function withVersion<T>(reply: FastifyReply, { version, record }: Versioned<T>): T {
  void reply.header('etag', `"${version}"`);
  return record;
}

/** A proxy that compresses makes a weak tag of ours; it still names the version. */
function names(ifMatch: string, version: number): boolean {
  const tags = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(`"${version}"`);
}
