import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The built web application, as `npm run build` leaves it; files with a hash in their name may be kept for ever. */
export async function registerSite(fastify: FastifyInstance, folder = join(process.cwd(), 'apps/web/dist')): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    globIgnore: ['**/*.br', '**/*.gz', '**/*.map'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/*', page);
}

/** Every address that is no file is a page of the application, which knows its own pages. */
function page(request: FastifyRequest, reply: FastifyReply) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (/^\/(api|assets)(\/|$)/.test(pathname)) return reply.callNotFound();
  return reply.sendFile('index.html');
}
