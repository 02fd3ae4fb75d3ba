import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const compress = promisify(gzip);
/** Shorter answers fit into one packet anyway. */
const worthIt = 2_048;

/** Answers with text are compressed for whoever takes gzip; the files of the web application come compressed already. */
export function registerCompression(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < worthIt || !wanted(request, reply)) return payload;
    void reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').removeHeader('content-length');
    return compress(payload, { level: 1 });
  });
}

function wanted(request: FastifyRequest, reply: FastifyReply): boolean {
  return /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) && !reply.hasHeader('content-encoding');
}
