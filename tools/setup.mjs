/**
 * What every command needs first: the right Node, what package-lock.json names, and a build of what changed. Uses
 * nothing but Node, since it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** In the order in which they are built; each stands on those before it. */
const built = ['libs/domain', 'libs/wording', 'libs/contracts', 'apps/api', 'apps/web'];

/** Brings the project folder to the state in which it can run. Says what it does only when it does something. */
export function prepare({ projects = built } = {}) {
  refuseOldNode();
  process.chdir(root);
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.env.NX_DAEMON = 'false';
  install();
  build(projects);
}

function refuseOldNode() {
  const wanted = [20, 19];
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > wanted[0] || (major === wanted[0] && minor >= wanted[1])) return;
  leave(`Caseboard needs Node ${wanted.join('.')} or newer; this is ${process.versions.node}. Install a newer one from nodejs.org.`);
}

/** Installs when package-lock.json is not the one that node_modules was made from. */
export function install() {
  const lock = readFileSync('package-lock.json');
  const stamp = join('node_modules', '.caseboard-lock');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!installedByHand()) {
    say('Installing what package-lock.json names (once; a minute or two) …');
    // No package may run a script of its own here: those that matter are done by our own code.
    run(npm(), ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], 'The packages could not be installed.');
  }
  writeFileSync(stamp, wanted);
}

/** npm writes its own copy of the lockfile last, so a newer copy means a whole installation. */
function installedByHand() {
  const copy = join('node_modules', '.package-lock.json');
  return existsSync(copy) && statSync(copy).mtimeMs >= statSync('package-lock.json').mtimeMs;
}

/** Builds when a source is not the one that was built last; a start with nothing to do does not even load Nx. */
export function build(projects = built) {
  const stale = projects.filter((project) => !isFresh(project));
  if (stale.length === 0) return;
  say(`Building ${stale.map((project) => project.split('/')[1]).join(', ')} …`);
  const names = stale.map((project) => project.split('/')[1]).join(',');
  run(
    [process.execPath, 'node_modules/nx/dist/bin/nx.js'],
    ['run-many', '-t', 'build', '-p', names, '--outputStyle=static'],
    'The build failed.',
    'quiet',
  );
  for (const project of stale) {
    mkdirSync(join(project, 'dist'), { recursive: true });
    writeFileSync(stampOf(project), fingerprint(project));
  }
}

const stampOf = (project) => join(project, 'dist', '.built-from');

function isFresh(project) {
  const stamp = stampOf(project);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(project);
}

/** Names, sizes and times of everything that the build reads: far quicker than reading it all. */
function fingerprint(project) {
  const hash = createHash('sha256');
  // The web application takes the libraries in, so it is stale when one of them is.
  const folders = project === 'apps/web' ? [project, 'libs/domain', 'libs/wording', 'libs/contracts'] : [project];
  for (const folder of folders) addFolder(hash, folder);
  for (const file of ['package-lock.json', 'tsconfig.base.json', 'tools/build.mjs', 'tools/swc.mjs']) addFile(hash, file);
  return hash.digest('hex');
}

function addFolder(hash, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (['dist', 'node_modules', 'test-cases'].includes(entry.name) || /\.spec\.tsx?$/.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, path);
    else addFile(hash, path);
  }
}

function addFile(hash, path) {
  const { size, mtimeMs } = statSync(path);
  hash.update(`${path}\0${size}\0${mtimeMs}\n`);
}

/** How npm is called: the one that called us, if one did. */
export function npm() {
  const { npm_execpath: own } = process.env;
  if (own?.endsWith('.js')) return [process.execPath, own];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/** Runs a command to its end; leaves with its words when it fails. `quiet` shows its output only then. */
export function run([command, ...first], rest, failure, quiet) {
  const shell = process.platform === 'win32' && command.endsWith('.cmd');
  const done = spawnSync(command, [...first, ...rest], {
    stdio: quiet ? 'pipe' : ['ignore', 'inherit', 'inherit'],
    encoding: 'utf8',
    shell,
  });
  if (done.status === 0) return;
  if (quiet) process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  leave(`${failure}${done.error ? ` ${done.error.message}` : ''}`);
}

export function say(text) {
  process.stderr.write(`${text}\n`);
}

export function leave(text) {
  say(text);
  process.exit(1);
}
