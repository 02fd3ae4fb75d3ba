import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutboxService } from '../mails/outbox.service.js';
import { SendingService } from '../mails/sending.service.js';
import { Clock } from '../platform/clock.js';
import { bringIn } from '../testing/bring-in.js';
import { givenAlerts } from '../testing/given-alerts.js';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { checkLiteral, isPrivate, publicLookup } from './public-address.js';

const test = useTestApp({ today: '2026-11-23' });
let administrator: TestClient;
let chat: Server;
let address: string;
let answer = 200;
const posted: { headers: IncomingHttpHeaders; body: string }[] = [];

beforeAll(async () => {
  chat = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      posted.push({ headers: request.headers, body });
      response.writeHead(answer, { location: 'http://127.0.0.1:1/elsewhere' }).end('a'.repeat(100_000));
    });
  });
  await new Promise<void>((done) => chat.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(chat.address() as AddressInfo).port}/hook`;
  administrator = await test.signIn('administrator');
  const study = (id: string, visibility: string) => ({
    id,
    customer: `c-${id}`,
    status: 'active',
    visibility,
    title: `How Canary ${id} ships`,
    deployedOn: '2025-06-21',
    applications: [{ specialization: 'msp', relevance: 'It shows it.' }],
  });
  await bringIn(test, {
    format: 'caseboard-portfolio',
    version: 1,
    partner: { legalName: 'Harbor Cloud', timeZone: 'UTC', heldSpecializations: [], targets: [] },
    customers: ['open', 'hidden'].map((id) => ({ id: `c-${id}`, legalName: `Canary ${id}`, kind: 'legal-entity', industry: 'Retail' })),
    studies: [study('open', 'public'), study('hidden', 'anonymous')],
  });
});
afterAll(() => new Promise((done) => chat.close(done)));
beforeEach(async () => {
  answer = 200;
  posted.splice(0);
  await test.query('DELETE FROM outbox');
  await test.query('DELETE FROM webhook');
  await test.query(`UPDATE alert SET state = 'withdrawn', subject_id = subject_id || id || '-old'`);
});

const add = async (facts: object = {}) =>
  (await administrator.post('/api/webhooks', { name: 'Chat', url: address, privateAllowed: true, ...facts })).body as {
    id: string;
    secret: string;
  };
const post = async () => {
  const alerts = await givenAlerts(test, ['hidden', 'open'], { day: '2026-12-22' });
  return test.database.transaction((manager) => test.get(OutboxService).post(manager, alerts, { now: test.get(Clock).now() }));
};
const send = async (mail = '') => {
  for (const _ of [1, 2]) await test.get(SendingService).send(mail);
  return (await administrator.get(`/api/mails/${mail}`)).body;
};

describe('A webhook', () => {
  it('says its sentence in the language it was given', async () => {
    const { id } = await add({ language: 'zh' });
    const [mail = ''] = await post();
    await send(mail);
    expect(JSON.parse(posted[0]?.body ?? '').text).toMatch(/^2 个案例/);
    expect((await administrator.patch(`/api/webhooks/${id}`, { language: 'en' })).body.language).toBe('en');
  });

  it('is told once of what fell due, signed, without the names of anonymous customers', async () => {
    const { secret } = await add();
    const [mail = ''] = await post();
    expect(await send(mail)).toMatchObject({ kind: 'webhook', state: 'sent', to: 'Chat', alerts: 2 });
    expect(posted).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = posted;
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-caseboard-signature'])) ?? [];
    expect(createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')).toBe(v1);
    expect(headers['x-caseboard-id']).toBe(mail);
    expect(JSON.parse(body)).toMatchObject({
      id: mail,
      type: 'alerts.due',
      text: expect.stringMatching(/^2 case studies need you/),
      alerts: [{ kind: 'study-expiry', subject: { id: 'hidden', customer: null } }, { subject: { id: 'open', customer: 'Canary open' } }],
    });
    expect(body).not.toContain('Canary hidden');
  });

  it.each([[500], [302], [404]])('that answers %s gets it again, with the same id', async (status) => {
    await add();
    answer = status;
    const [mail = ''] = await post();
    expect(await send(mail)).toMatchObject({ state: 'failed', attempts: 1, uncertain: false, lastError: `It answered ${status}` });
    expect((await administrator.get('/api/webhooks')).body.items[0]).toMatchObject({
      lastError: `It answered ${status}`,
      lastSentAt: null,
    });
    answer = 204;
    await test.query('UPDATE outbox SET next_attempt_at = created_at');
    expect(await send(mail)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(posted.map(({ headers }) => headers['x-caseboard-id'])).toEqual([mail, mail]);
    expect((await administrator.get('/api/webhooks')).body.items[0]).toMatchObject({ lastError: null, lastSentAt: expect.any(String) });
  });

  it('reaches no private address unless an administrator allows it, however it is written', async () => {
    for (const url of [address, address.replace('127.0.0.1', 'localhost'), address.replace('127.0.0.1', '0x7f000001')]) {
      const { id } = await add({ url, privateAllowed: false });
      const { body } = await administrator.post(`/api/webhooks/${id}/test`);
      expect(await send(body.id)).toMatchObject({ state: 'failed', lastError: expect.stringMatching(/private network/) });
    }
    expect(posted).toEqual([]);
  });

  it('can be tested, rested, changed and removed; its secret is shown once', async () => {
    const { id, secret } = await add();
    expect(secret).toMatch(/^whsec_[\w-]{43}$/);
    expect(JSON.stringify((await administrator.get(`/api/webhooks/${id}`)).body)).not.toContain(secret);
    const { body: test_ } = await administrator.post(`/api/webhooks/${id}/test`);
    await send(test_.id);
    expect(JSON.parse(posted[0]?.body ?? '')).toMatchObject({ type: 'test', alerts: [] });
    expect((await administrator.patch(`/api/webhooks/${id}`, { active: false })).body).toMatchObject({ active: false, url: address });
    expect(await post()).toEqual([]);
    expect((await administrator.post(`/api/webhooks/${id}/test`)).status).toBe(409);
    expect((await administrator.delete(`/api/webhooks/${id}`)).status).toBe(204);
    expect((await administrator.get(`/api/webhooks/${id}`)).status).toBe(404);
  });

  it('that rests when its turn comes is not told', async () => {
    const { id } = await add();
    const [mail = ''] = await post();
    await administrator.patch(`/api/webhooks/${id}`, { active: false });
    expect(await send(mail)).toMatchObject({ state: 'withdrawn' });
    expect(posted).toEqual([]);
  });

  it.each(['file:///etc/passwd', 'ftp://example.com', 'javascript:alert(1)', 'nowhere'])('takes no address such as %s', async (url) => {
    expect((await administrator.post('/api/webhooks', { name: 'x', url })).problem.faults?.[0]?.path).toBe('url');
  });

  it.each(['manager', 'contributor', 'leader'] as const)('is nothing for a %s', async (role) => {
    expect((await (await test.signIn(role)).get('/api/webhooks')).status).toBe(403);
  });
});

describe('An address', () => {
  it.each([
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '100.127.255.255',
      '127.0.0.1',
      '127.8.8.8',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
    ],
    ...['192.168.1.1', '192.0.0.8', '198.18.0.1', '224.0.0.1', '239.255.255.255', '255.255.255.255'],
    ...[
      '::',
      '::1',
      '::ffff:10.0.0.1',
      '::ffff:8.8.8.8',
      '::7f00:1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      'fc00::1',
      'fd12::1',
      'fe80::1',
      'ff02::1',
    ],
  ])('%s is private', (one) => {
    expect(isPrivate(one)).toBe(true);
    expect(() => checkLiteral(one.includes(':') ? `[${one}]` : one)).toThrow();
  });

  it.each(['8.8.8.8', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '192.167.1.1', '1.1.1.1', '2606:4700:4700::1111'])(
    '%s is public',
    (one) => {
      expect(isPrivate(one)).toBe(false);
      expect(() => checkLiteral(one)).not.toThrow();
    },
  );

  it('is looked up for the connection itself', async () => {
    const found = new Promise((done) => publicLookup('localhost', { all: true }, (error) => done(error)));
    expect(String(await found)).toMatch(/private network/);
  });
});
