import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Shorter than what Docker allows a container that is told to stop. */
const longestWait = 5_000;

/**
 * Requests that are being answered when the server is told to stop are still answered, also where the client is gone:
 * what they do needs the database, which closes after the server. New ones are refused meanwhile.
 */
export function registerInFlight(fastify: FastifyInstance, wait = longestWait): void {
  const running = new Set<FastifyRequest>();
  let whenIdle = (): void => undefined;
  fastify.addHook('onRequest', (request, _reply, done) => {
    running.add(request);
    done();
  });
  fastify.addHook('onSend', (request, _reply, _payload, done) => {
    running.delete(request);
    if (running.size === 0) whenIdle();
    done();
  });
  fastify.addHook('preClose', (done) => {
    const giveUp = setTimeout(done, wait);
    whenIdle = () => {
      clearTimeout(giveUp);
      // Once what was just handed over has been written.
      setImmediate(done);
    };
    if (running.size === 0) whenIdle();
  });
}
