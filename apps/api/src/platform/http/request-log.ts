import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** One line a request: no query, since people search for names; no body, no person. */
export function registerRequestLog(fastify: FastifyInstance): void {
  const logger = new Logger('request');
  fastify.addHook('onResponse', async (request, reply) => {
    logger.log(`${request.id} ${request.method} ${request.url.split('?')[0]} ${reply.statusCode} ${reply.elapsedTime.toFixed(1)} ms`);
  });
}
