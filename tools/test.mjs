/**
 * `npm test`: everything, or what is named: `npm test -- apps/api/src/people`. Leaves Jest's own account of it in
 * .cache/tests.json.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { prepare } from './setup.mjs';

prepare();
mkdirSync('.cache', { recursive: true });
const jest = ['node_modules/jest/bin/jest.js', '-c', 'jest.config.mjs', '--maxWorkers=2', '--json', '--outputFile=.cache/tests.json'];
// --json writes the account to the file; what people read goes to the terminal as ever.
const done = spawnSync(process.execPath, [...jest, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(done.status ?? 1);
