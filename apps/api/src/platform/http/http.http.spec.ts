import { may, refusalStatus, roles, type Permission } from '@caseboard/contracts';
import { useTestApp } from '../../testing/test-app.js';
import { loggedAddress } from './request-log.js';
import { Routes } from './routes.js';

const test = useTestApp();
const json = { 'content-type': 'application/json' };

describe('what cannot be answered', () => {
  it.each([
    ['an unknown address', 'GET', '/api/nothing-here', undefined, {}, 'not-found'],
    ['a known address with another method', 'PUT', '/api/session', undefined, {}, 'method-not-allowed'],
    ['a body that is no JSON', 'POST', '/api/session', '{no', json, 'malformed-request'],
    [
      'a body of another kind',
      'POST',
      '/api/session',
      'a=b',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'unsupported-media-type',
    ],
    ['a body without a kind', 'POST', '/api/session', 'a=b', {}, 'unsupported-media-type'],
    ['a body of 5 MB', 'POST', '/api/session', `"${'x'.repeat(5_000_000)}"`, json, 'too-large'],
    ['a broken escape in the address', 'GET', '/api/people/%E0%A4%A', undefined, {}, 'malformed-request'],
    ['an address of 9,000 characters', 'PATCH', `/api/people/${'a'.repeat(9000)}`, undefined, {}, 'malformed-request'],
    ['no body at all', 'POST', '/api/session', undefined, json, 'invalid-fields'],
  ] as const)('%s is refused as a problem', async (_, method, url, body, headers, code) => {
    const answer = await test.stranger.send(method, url, body, headers);
    expect([answer.status, answer.problem.code]).toEqual([refusalStatus[code], code]);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(Object.keys(answer.problem).sort()).toEqual(expect.arrayContaining(['code', 'detail', 'instance', 'status', 'title', 'type']));
    expect(JSON.stringify(answer.problem)).not.toMatch(/node_modules|\.js|Error/);
  });

  it('a known address says which methods it takes', async () => {
    const answer = await test.stranger.send('PUT', '/api/session');
    expect(answer.headers['allow']).toBe('POST, GET, DELETE');
  });

  it('every field at fault is named with its path and a sentence', async () => {
    const answer = await test.stranger.post('/api/session', { email: 7, pasword: 'x' });
    expect(answer.problem.faults).toEqual([
      { path: 'email', reason: 'not-text', message: expect.any(String) },
      { path: 'password', reason: 'missing', message: expect.any(String) },
      { path: 'pasword', reason: 'unknown-key', message: expect.any(String) },
    ]);
  });

  it.each([
    ['/api/studies?status=active,foo', 'status', ['draft', 'active', 'retired']],
    ['/api/studies?visibility=secret', 'visibility', ['public', 'anonymous', 'private']],
    ['/api/customers?kind=branch', 'kind', ['legal-entity', 'unit']],
    ['/api/alerts?kind=expiry', 'kind', expect.arrayContaining(['study-expiry'])],
    ['/api/mails?state=gone', 'state', expect.arrayContaining(['sent'])],
    ['/api/history?subject=target', 'subject', expect.arrayContaining(['study'])],
  ])('%s is told which values the filter takes', async (address, path, allowed) => {
    const manager = await test.signIn('manager');
    const answer = await manager.get(address);
    expect([answer.status, answer.problem.faults]).toEqual([
      400,
      [{ path, reason: 'unknown-value', params: { allowed }, message: expect.any(String) }],
    ]);
    expect((await manager.get('/api/studies?status=active, draft,&stage=none')).status).toBe(200);
  });

  it('the browser says the language before sign-in, the person after it', async () => {
    const browser = { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' };
    expect((await test.stranger.get('/api/nothing', browser)).problem.title).toMatch(/[\u4e00-\u9fff]/);
    expect((await test.stranger.get('/api/nothing')).problem.title).toMatch(/^[\x20-\x7e’]+$/);
    const person = await test.signIn('leader', { language: 'en' });
    expect((await person.post('/api/people', {}, browser)).problem.title).toMatch(/^[\x20-\x7e’]+$/);
  });
});

describe('another site', () => {
  it.each([
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['another origin, from a browser that says no more', { origin: 'https://evil.example', host: 'caseboard.example' }],
    ['an opaque origin', { origin: 'null', host: 'caseboard.example' }],
  ])('cannot make the browser of somebody who is signed in change anything: %s', async (_, headers) => {
    const person = await test.signIn('administrator');
    const answer = await person.delete('/api/session', headers);
    expect([answer.status, answer.problem.code]).toEqual([403, 'cross-site-request']);
    expect((await person.get('/api/session')).status).toBe(200);
  });

  it('a page of ours may', async () => {
    const person = await test.signIn('administrator');
    expect((await person.delete('/api/session', { 'sec-fetch-site': 'same-origin' })).status).toBe(204);
  });
});

it.each([
  ['/api/shared-reports/3KOa0FX_sqCm4mbHQ12-OR-DWHG-cFAI4XYX6sd-P-Y/file?format=pdf', '/api/shared-reports/…/file'],
  ['/r/3KOa0FX_sqCm4mbHQ12-OR-DWHG-cFAI4XYX6sd-P-Y', '/r/…'],
  ['/api/calendar/3KOa0FX_sqCm4mbHQ12-OR-DWHG-cFAI4XYX6sd-P-Y.ics', '/api/calendar/…'],
  ['/api/studies/one?search=AnyBank', '/api/studies/one'],
])('the log writes %s as %s', (url, logged) => {
  expect(loggedAddress(url)).toBe(logged);
});

describe('who may call what', () => {
  it('every route says whom it is for, and refuses everybody else', async () => {
    const routes = test.get(Routes).all.filter(({ access }) => access !== 'open');
    const people = await Promise.all(roles.map(async (role) => [role, await test.signIn(role)] as const));
    for (const { method, path, access } of routes) {
      const url = path.replace(/:\w+/g, '00000000-0000-0000-0000-000000000000');
      const stranger = await test.stranger.send(method as 'GET', url);
      expect([method, path, stranger.problem.code]).toEqual([method, path, 'not-signed-in']);
      for (const [role, person] of people) {
        if (access === 'signed-in' || may(role, access as Permission)) continue;
        const answer = await person.send(method as 'GET', url);
        expect([method, path, role, answer.status, answer.problem.code]).toEqual([method, path, role, 403, 'not-permitted']);
      }
    }
  }, 60_000);

  it('only these routes are for everybody', () => {
    const open = test
      .get(Routes)
      .all.filter(({ access }) => access === 'open')
      .map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual([
      'GET /api/calendar/:file',
      'GET /api/docs',
      'GET /api/docs/:file',
      'GET /api/docs/show.js',
      'GET /api/health',
      'GET /api/invitations/:token',
      'GET /api/mail/unsubscribe/:secret',
      'GET /api/openapi.json',
      'GET /api/shared-reports/:secret',
      'GET /api/shared-reports/:secret/file',
      'GET /api/start',
      'POST /api/invitations/accept',
      'POST /api/mail/unsubscribe/:secret',
      'POST /api/session',
      'POST /api/setup',
    ]);
  });
});

describe('the description of the API', () => {
  it('names every route with its permission', async () => {
    const { body } = await test.stranger.get('/api/openapi.json');
    const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = test
      .get(Routes)
      .all.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
      .filter((route) => !/\/api\/(docs|openapi)/.test(route));
    expect(described.sort()).toEqual([...new Set(routes)].sort());
    expect(body.paths['/api/people'].get.description).toContain('people.read');
  });

  it('can be read on a page that loads everything from this server', async () => {
    const { body, headers } = await test.stranger.get('/api/docs');
    expect(body).not.toMatch(/https?:|<script>|<style/);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect((await test.stranger.get('/api/docs/swagger-ui-bundle.js')).headers['content-type']).toContain('text/javascript');
    expect((await test.stranger.get('/api/docs/package.json')).status).toBe(404);
  });
});

it('long answers are compressed for whoever takes gzip', async () => {
  const answer = await test.stranger.get('/api/openapi.json', { 'accept-encoding': 'gzip' });
  expect(answer.headers['content-encoding']).toBe('gzip');
});
