import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const manager = { email: 'mia@harborcloud.example', password: 'harbour-lights-42' };
export const today = '2026-11-23';
const linkOrAddress = /open at (http:\S+)/;

/** The built product in a process and a data folder of its own, as `npm start` runs it, on a day that stands still. */
export class Product {
  private constructor(
    readonly address: string,
    private readonly child: ChildProcess,
    private readonly said: Said,
    private readonly folder: string,
  ) {}

  static async start(more: Readonly<Record<string, string>> = {}): Promise<Product> {
    const folder = mkdtempSync(join(tmpdir(), 'caseboard-journey-'));
    const environment = {
      PORT: await freePort(),
      CASEBOARD_DATA: folder,
      CASEBOARD_TODAY: today,
      CASEBOARD_ADMIN_EMAIL: manager.email,
      CASEBOARD_ADMIN_PASSWORD: manager.password,
    };
    const child = spawn(process.execPath, ['apps/api/dist/main.js'], {
      env: { ...process.env, ...environment, DATABASE_URL: '', REDIS_URL: '', SMTP_URL: '', ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = listenTo(child);
    const address = await saysAddress(child, said);
    return new Product(address.replace('localhost', '127.0.0.1'), child, said, folder);
  }

  /** Fails where the product ended before it was told to: what a journey met then is not what the product does. */
  async stop(): Promise<void> {
    const { exitCode, signalCode } = this.child;
    const ended = exitCode !== null || signalCode !== null;
    if (!ended) {
      this.child.kill('SIGTERM');
      await once(this.child, 'exit');
    }
    rmSync(this.folder, { recursive: true, force: true });
    if (ended) throw new Error(`Caseboard ended by itself (${signalCode ?? exitCode}):\n${this.said.text}`);
  }
}

/** Known before the start, since links in mails carry it. */
async function freePort(): Promise<string> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  return String(port);
}

interface Said {
  text: string;
}

function listenTo(child: ChildProcess): Said {
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said.text += String(text)));
  return said;
}

async function saysAddress(child: ChildProcess, said: Said): Promise<string> {
  for (let waited = 0; waited < 60_000 && child.exitCode === null; waited += 50) {
    const found = linkOrAddress.exec(said.text)?.[1];
    if (found) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Caseboard did not start:\n${said.text}`);
}
