import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** One line a request: no query, since people search for names; no body, no person. */
export function registerRequestLog(fastify: FastifyInstance): void {
  const logger = new Logger('request');
  fastify.addHook('onResponse', async (request, reply) => {
    logger.log(`${request.id} ${request.method} ${loggedAddress(request.url)} ${reply.statusCode} ${reply.elapsedTime.toFixed(1)} ms`);
  });
}

/** An address without its query, and without the secret where that is what opens it. */
export function loggedAddress(url: string): string {
  const [path = ''] = url.split('?');
  return path.replace(/\/(shared-reports|r|calendar|unsubscribe|invitations)\/[^/]{20,}/, '/$1/…');
}
