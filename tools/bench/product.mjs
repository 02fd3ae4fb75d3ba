/** Starts the built product as a process of its own, on an embedded PostgreSQL with a data folder of its own. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = new URL('../../', import.meta.url).pathname;
const administrator = { email: 'bench@example.com', password: 'harbour-lights-42-bench' };

export async function startProduct() {
  const folder = await mkdtemp(join(tmpdir(), 'caseboard-bench-'));
  const process_ = spawn(process.execPath, ['apps/api/dist/main.js'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      CASEBOARD_DATA: folder,
      CASEBOARD_TODAY: '2026-11-22',
      CASEBOARD_ADMIN_EMAIL: administrator.email,
      CASEBOARD_ADMIN_PASSWORD: administrator.password,
    },
  });
  const stop = async () => {
    if (process_.exitCode === null) {
      const ended = new Promise((done) => process_.once('exit', done));
      process_.kill('SIGTERM');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const address = await addressOf(process_);
    return {
      address,
      stop,
      peakMemory: () => statusOf(process_.pid, 'VmHWM'),
      memory: () => statusOf(process_.pid, 'VmRSS'),
      processorTime: () => processorTime(process_.pid),
      call: caller(address, await tokenOf(address)),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function addressOf(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('the product ended before it opened');
}

async function tokenOf(address) {
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(administrator),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
  const made = await fetch(`${address}/api/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: address },
    body: JSON.stringify({ name: 'bench' }),
  });
  const answer = await made.json();
  if (!answer.token) throw new Error(`no token: ${JSON.stringify(answer)}`);
  return answer.token;
}

/** Calls the API; a refusal is an error, so that nothing is timed that did not happen. */
function caller(address, token) {
  const headers = { authorization: `Bearer ${token}` };
  const call = async (method, path, body, more = {}) => {
    const json = body !== undefined && typeof body === 'object' && !Buffer.isBuffer(body);
    const answer = await fetch(address + path, {
      method,
      headers: { ...headers, ...(json && { 'content-type': 'application/json' }), ...more },
      body: json ? JSON.stringify(body) : body,
    });
    const text = await answer.text();
    if (!answer.ok)
      throw Object.assign(new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 2_000)}`), {
        status: answer.status,
        problem: text,
      });
    return { status: answer.status, headers: answer.headers, text, json: () => JSON.parse(text) };
  };
  return Object.assign(call, { headers });
}

/** Seconds that its processors worked, PostgreSQL apart: unlike the time on the clock it says little of what else the machine did. */
async function processorTime(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Megabytes; only Linux tells. */
async function statusOf(pid, key) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1];
  return kilobytes ? Math.round(Number(kilobytes) / 1024) : null;
}
