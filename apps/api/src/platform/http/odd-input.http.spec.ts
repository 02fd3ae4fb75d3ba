/** No route breaks on what it does not expect: every described parameter and field is given values that nobody means. */
import { useTestApp } from '../../testing/test-app.js';
import type { TestAnswer, TestClient } from '../../testing/test-client.js';

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly operation: Operation;
}

/** As they stand in an address: U+0000, half a character, what an object inherits, and what is only too long or too odd. */
const inAddresses = [
  '%00',
  '%ED%A0%80',
  '__proto__',
  'constructor',
  'x'.repeat(450),
  '-1',
  '1e309',
  '2026-02-30',
  "'%20OR%201=1%20--",
  '%F0%9F%98%80',
];
const inFields: readonly unknown[] = [
  null,
  0,
  1e308,
  '',
  '\u0000',
  '\ud800',
  'constructor',
  'x'.repeat(20_000),
  '2026-02-30',
  [],
  [null],
  ['\u0000'],
  {},
  { x: 1 },
  true,
];
const wholeBodies: readonly unknown[] = [null, [], 1, 'x', true, {}, [[[]]], { constructor: null }, { ['\u0000']: 1 }];

const test = useTestApp();
let person: TestClient;
let routes: Route[];

beforeAll(async () => {
  person = await test.signIn('administrator');
  await person.post('/api/demo');
  const { paths } = (await person.get('/api/openapi.json')).body as { paths: Record<string, Record<string, Operation>> };
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase() as Route['method'], path, operation })),
  );
  // Whoever asks stays signed in.
  routes = routes.filter(({ method, path }) => !(path === '/api/session' && method !== 'GET') && !path.startsWith('/api/me/sessions'));
}, 60_000);

it('in an address', async () => {
  expect(await broken(routes.flatMap(addressesOf))).toEqual([]);
}, 120_000);

it('in a body', async () => {
  expect(await broken(routes.flatMap(bodiesOf))).toEqual([]);
}, 300_000);

it('what the database cannot keep is named where it stands', async () => {
  const refused = await Promise.all([
    person.patch('/api/me', { name: 'a\u0000' }),
    person.patch('/api/settings/report', { readers: ['li@example.com', '\ud800'] }, { 'if-match': await tagOf('/api/settings/report') }),
    person.get('/api/alerts?search=%00'),
  ]);
  expect(refused.map(({ status, problem }) => [status, problem.faults])).toEqual(
    ['name', 'readers[1]', 'search'].map((path) => [400, [{ path, reason: 'forbidden-character', message: expect.any(String) }]]),
  );
  expect((await person.get('/api/imports/%00')).status).toBe(404);
});

interface Asked {
  readonly route: Route;
  readonly url: string;
  readonly body?: unknown;
}

function addressesOf(route: Route): Asked[] {
  const { path, operation } = route;
  const queries = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  return inAddresses.flatMap((odd) =>
    [
      ...(path.includes('{') ? [filled(path, odd)] : []),
      ...queries.flatMap(({ name }) => [`${filled(path)}?${name}=${odd}`, `${filled(path)}?${name}=1&${name}=${odd}`]),
    ].map((url) => ({ route, url, ...(operation.requestBody && { body: {} }) })),
  );
}

function bodiesOf(route: Route): Asked[] {
  if (route.method === 'GET' || route.method === 'DELETE') return [];
  const fields = Object.keys(route.operation.requestBody?.content['application/json']?.schema.properties ?? {});
  const bodies = [...wholeBodies, ...fields.flatMap((field) => inFields.map((odd) => ({ [field]: odd })))];
  return bodies.map((body) => ({ route, url: filled(route.path), body }));
}

const filled = (path: string, value = 'CS-101') => path.replace(/\{\w+\}/g, value);

/** Answers that blame the server, or refuse in other words than problem details. */
async function broken(asked: readonly Asked[]): Promise<string[]> {
  expect(asked.length).toBeGreaterThan(500);
  const found: string[] = [];
  for (const { route, url, body } of asked) {
    const answer = await person.send(route.method, url, body, { 'if-match': '"1"' });
    if (isBroken(answer)) found.push(`${answer.status} ${route.method} ${url} ${JSON.stringify(body)?.slice(0, 200)}`);
  }
  return found;
}

function isBroken({ status, headers }: TestAnswer): boolean {
  return status >= 500 || (status >= 400 && !String(headers['content-type']).startsWith('application/problem+json'));
}

const tagOf = async (url: string) => String((await person.get(url)).headers['etag'] ?? '"1"');
