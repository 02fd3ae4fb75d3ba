/**
 * `npm run dev`: one database for the whole session, the API and the libraries built anew and restarted on a change,
 * and the web application from Vite, which passes /api on.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { build, prepare, root, say } from './setup.mjs';

const server = ['libs/domain', 'libs/wording', 'libs/contracts', 'apps/api'];
prepare({ projects: server });
const { startEmbeddedPostgres } = await import('../apps/api/dist/platform/embedded-postgres/embedded-postgres.js');
const { ownDatabase } = await import('../apps/api/dist/platform/embedded-postgres/own-database.js');
const postgres = process.env.DATABASE_URL ? null : await startEmbeddedPostgres({ folder: process.env.CASEBOARD_DATA ?? '.data' });
const environment = { ...process.env, ...(postgres && { DATABASE_URL: await ownDatabase(postgres) }) };

let api = startApi();
const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'apps/web', '--clearScreen=false'], {
  stdio: 'inherit',
  env: environment,
});

let soon;
for (const project of server) {
  watch(`${project}/src`, { recursive: true }, (_, file) => {
    if (/\.spec\.tsx?$/.test(String(file))) return;
    clearTimeout(soon);
    soon = setTimeout(restart, 150);
  });
}

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    vite.kill();
    await ended(api);
    await postgres?.stop();
    process.exit(0);
  });
}

function startApi() {
  return spawn(process.execPath, ['apps/api/dist/main.js'], { stdio: 'inherit', env: environment, cwd: root });
}

async function restart() {
  say('Something changed: building and starting the API again …');
  await ended(api);
  build(server);
  if (!stopping) api = startApi();
}

function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((done) => {
    child.once('exit', done);
    child.kill('SIGTERM');
  });
}
