import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from './testing/child.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caseboard-run-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const plain = {
  DATABASE_URL: '',
  REDIS_URL: '',
  CASEBOARD_ROLE: '',
  CASEBOARD_TODAY: '',
  CASEBOARD_BASE_URL: '',
  CASEBOARD_ADMIN_EMAIL: '',
  CASEBOARD_ADMIN_PASSWORD: '',
};
const caseboard = (environment: Record<string, string>) =>
  new Child(Child.source('main.ts'), { ...plain, CASEBOARD_DATA: folder, PORT: '0', HOST: '127.0.0.1', ...environment });
const administrator = { CASEBOARD_ADMIN_EMAIL: 'anna@example.com', CASEBOARD_ADMIN_PASSWORD: 'a long and quiet river' };
const signIn = (address: string) =>
  fetch(`${address}/api/session`, {
    method: 'POST',
    body: JSON.stringify({ email: administrator.CASEBOARD_ADMIN_EMAIL, password: administrator.CASEBOARD_ADMIN_PASSWORD }),
    headers: { 'content-type': 'application/json' },
  });
const addressIn = (output: string) => /open at (http:\S+)/.exec(output)?.[1] as string;

it('starts with nothing but Node, prints one address and a link, and stops cleanly on Ctrl-C', async () => {
  const child = caseboard({});
  const output = await child.says('make the first administrator:\nhttp');
  const address = addressIn(output);
  expect(await (await fetch(`${address}/api/health`)).json()).toEqual({ status: 'ok' });
  const token = /set-up\?token=([\w-]+)/.exec(output)?.[1];
  const body = JSON.stringify({ token, email: 'anna@example.com', name: 'Anna', password: 'a long and quiet river' });
  const made = await fetch(`${address}/api/setup`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  expect(made.status).toBe(200);
  expect(await child.kill('SIGINT')).toBe(0);
}, 60_000);

it('just works again after kill -9, and nothing is lost', async () => {
  const first = caseboard(administrator);
  await first.says('open at');
  await first.kill('SIGKILL');
  const second = caseboard(administrator);
  const address = addressIn(await second.says('open at'));
  expect((await signIn(address)).status).toBe(200);
  expect(await second.kill('SIGTERM')).toBe(0);
}, 60_000);

it('looks for what is due at every start, also where the last one was a moment ago', async () => {
  const first = caseboard({ ...administrator, CASEBOARD_TODAY: '2026-11-22' });
  const before = addressIn(await first.says('open at'));
  const [session = ''] = (await signIn(before)).headers.getSetCookie();
  const headers = { cookie: session.split(';')[0] as string };
  expect((await fetch(`${before}/api/demo`, { method: 'POST', headers })).status).toBe(201);
  await first.kill('SIGTERM');
  const second = caseboard({ ...administrator, CASEBOARD_TODAY: '2027-02-02' });
  const address = addressIn(await second.says('open at'));
  const ended = async () => {
    const { items } = (await (await fetch(`${address}/api/alerts?size=200`, { headers })).json()) as { items: { step: number }[] };
    return items.some(({ step }) => step === 0);
  };
  for (let waited = 0; waited < 30_000 && !(await ended()); waited += 500) await new Promise((done) => setTimeout(done, 500));
  expect(await ended()).toBe(true);
  await second.kill('SIGTERM');
}, 90_000);

it('says so in one sentence when the port is taken', async () => {
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  const { port } = other.address() as AddressInfo;
  const { code, output } = await caseboard({ PORT: String(port) }).ends();
  other.close();
  expect([code, output.trim()]).toEqual([
    1,
    `Port ${port} is taken by another program. Stop that one, or choose another: PORT=3001 npm start`,
  ]);
}, 30_000);

it('says so in one sentence when a variable cannot be used', async () => {
  const { code, output } = await caseboard({ CASEBOARD_TODAY: 'tomorrow' }).ends();
  expect([code, output.trim()]).toEqual([1, 'CASEBOARD_TODAY cannot be used: a day such as 2026-11-22']);
}, 30_000);

it('says so in one sentence when the database does not answer', async () => {
  const { code, output } = await caseboard({ DATABASE_URL: 'postgresql://nobody:x@127.0.0.1:1/none' }).ends();
  expect([code, output.trim()]).toEqual([1, 'The database of DATABASE_URL cannot be reached: connect ECONNREFUSED 127.0.0.1:1']);
}, 30_000);
