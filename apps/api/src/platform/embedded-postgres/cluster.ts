import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { reaches, type Account } from './account.js';
import { outsideHome } from './binaries.js';

export const superuser = 'caseboard';

/** Where one server's files lie. */
export interface Cluster {
  /** PostgreSQL's own data directory. */
  readonly data: string;
  readonly log: string;
  /** The folder of the Unix socket, closed to every other account; null on Windows, which gets a loopback port. */
  readonly socket: string | null;
  readonly password: string;
}

/** Makes the data directory on the first start, and finds it on every later one. */
export function prepareCluster(folder: string, binaries: string, account: Account | undefined, durable: boolean): Cluster {
  const home = reachableHome(resolve(folder), account);
  const data = join(home, 'postgres');
  const password = secret(join(home, 'postgres.password'));
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(data, binaries, account, password, durable);
  return { data, log: join(home, 'postgres.log'), socket: process.platform === 'win32' ? null : socketFolder(home, account), password };
}

/** The data stay in the project's folder unless the server's account cannot get there; then root keeps them elsewhere. */
function reachableHome(folder: string, account: Account | undefined): string {
  mkdirSync(folder, { recursive: true });
  if (reaches(account, folder)) return folder;
  const home = join(outsideHome, `${basename(folder).replace(/^\./, '')}-${shortHash(folder)}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  writeFileSync(join(folder, 'WHERE.txt'), `The database lies in ${home}: its account cannot enter this folder.\n`);
  return home;
}

function secret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** Built beside its place and renamed, so that a start cut short leaves nothing half made. */
function initialise(data: string, binaries: string, account: Account | undefined, password: string, durable: boolean): void {
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(mkdtempSync(join(tmpdir(), 'caseboard-')), 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [unfinished, passwordFile, resolve(passwordFile, '..')]) own(path, account);
  const done = spawnSync(
    join(binaries, 'bin', 'initdb'),
    [
      `--pgdata=${unfinished}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own locale: the same order on every machine, whatever its system library
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...account, cwd: account ? '/' : undefined, env: { PATH: '', LC_ALL: 'C' }, encoding: 'utf8' },
  );
  rmSync(resolve(passwordFile, '..'), { recursive: true });
  if (done.status !== 0) throw new Error(`The database could not be made in ${data}: ${done.error?.message ?? done.stderr}`);
  renameSync(unfinished, data);
}

/** A socket's whole path may have about 100 bytes, so a deep project gets a folder under the temporary one. */
function socketFolder(home: string, account: Account | undefined): string {
  const inside = join(home, 'socket');
  const folder = Buffer.byteLength(inside) < 80 ? inside : join(tmpdir(), `caseboard-${shortHash(home)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const uid = account?.uid ?? process.getuid?.();
  if (lstatSync(folder).uid !== uid) {
    if (process.getuid?.() !== 0 && folder !== inside) throw new Error(`${folder} belongs to somebody else`);
    own(folder, account);
  }
  chmodSync(folder, 0o700);
  return folder;
}

function own(path: string, account: Account | undefined): void {
  if (account) chownSync(path, account.uid, account.gid);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

/** Starts a program under the account, in a group of its own: Ctrl-C in the terminal must reach us first, not the server. */
export function spawnServer(binaries: string, args: string[], account: Account | undefined, log: number) {
  return spawn(join(binaries, 'bin', 'postgres'), args, {
    ...account,
    cwd: account ? '/' : undefined,
    env: { PATH: '', LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
}
