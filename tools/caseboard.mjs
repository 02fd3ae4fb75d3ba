/**
 * `npm run -s caseboard -- <command> …`. In a working copy the sources run as they are, so nothing has to be built and
 * nothing is ever stale; where only the build is there (an image), the build runs.
 */
import { existsSync } from 'node:fs';
import { register } from 'node:module';

const source = new URL('../apps/api/src/cli.ts', import.meta.url);
const built = new URL('../apps/api/dist/cli.js', import.meta.url);

// npm starts scripts in the root of the project; files are named from where the command was given.
if (process.env.npm_lifecycle_event === 'caseboard' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);

// Faults go to standard error as JSON; a warning of Node beside them would make it unreadable.
process.removeAllListeners('warning');

if (existsSync(source)) {
  if (!existsSync(new URL('../node_modules/@swc/core', import.meta.url))) {
    process.stderr.write('The packages are not installed: run npm ci first.\n');
    process.exit(69);
  }
  register('./typescript-loader.mjs', import.meta.url);
}
await import(existsSync(source) ? source : built);
