import fastify from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { registerInFlight } from './in-flight.js';

describe('a server that is told to stop', () => {
  const serve = async (takes: number, wait?: number) => {
    const server = fastify({ forceCloseConnections: true });
    const done: string[] = [];
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    registerInFlight(server, wait);
    server.get('/', async () => {
      begin();
      await pause(takes);
      done.push('handler');
      return 'answered';
    });
    server.addHook('onClose', async () => void done.push('closed'));
    return { server, done, begun, address: await server.listen({ port: 0, host: '127.0.0.1' }) };
  };

  it('still gives the answers that it works on', async () => {
    const { server, done, begun, address } = await serve(200);
    const asked = fetch(address).then((answer) => answer.text());
    await begun;
    await server.close();
    expect([await asked, done]).toEqual(['answered', ['handler', 'closed']]);
  });

  it('lets the work of a client that has gone come to its end before the database closes', async () => {
    const { server, done, begun, address } = await serve(200);
    const client = new AbortController();
    const asked = fetch(address, { signal: client.signal }).catch(() => 'gone');
    await begun;
    client.abort();
    await server.close();
    expect([await asked, done]).toEqual(['gone', ['handler', 'closed']]);
  });

  it('does not wait for ever', async () => {
    const { server, done, begun, address } = await serve(500, 50);
    const asked = fetch(address).catch(() => 'cut off');
    await begun;
    await server.close();
    expect([await asked, done]).toEqual(['cut off', ['closed']]);
  });

  it('closes at once when nobody asks', async () => {
    const { server, done } = await serve(0);
    await server.close();
    expect(done).toEqual(['closed']);
  });
});
