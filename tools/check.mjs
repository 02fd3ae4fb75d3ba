/** `npm run check`: what CI asks, in its order. `--without-tests` leaves the tests out. */
import { spawnSync } from 'node:child_process';
import { prepare, say } from './setup.mjs';

prepare();
const node = process.execPath;
const steps = [
  [
    'formatting',
    [node, 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '--cache', '--cache-location=.cache/prettier', '.'],
  ],
  ['lint', [node, 'node_modules/eslint/bin/eslint.js', '--cache', '--cache-location=.cache/eslint', '--max-warnings=0', '.']],
  ['types', [node, 'node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'types', '--outputStyle=static']],
  ['build', [node, 'node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'build', '--outputStyle=static']],
  ...composeFile(),
  ...(process.argv.includes('--without-tests') ? [] : [['tests', [node, 'tools/test.mjs']]]),
];

const failed = steps.filter(([name, command]) => !passes(name, command)).map(([name]) => name);
say(failed.length === 0 ? 'Everything passes.' : `Failed: ${failed.join(', ')}.`);
process.exit(failed.length === 0 ? 0 : 1);

/** Later steps run all the same, so that one run tells everything. */
function passes(name, [command, ...rest]) {
  say(`── ${name}`);
  return spawnSync(command, rest, { stdio: 'inherit' }).status === 0;
}

/** Where there is a Compose, in either of its two forms, the file must make sense to it. */
function composeFile() {
  const forms = [['docker', 'compose'], ['docker-compose']];
  const form = forms.find(([command, ...rest]) => spawnSync(command, [...rest, 'version'], { stdio: 'ignore' }).status === 0);
  return form ? [['docker compose', [...form, 'config', '--quiet']]] : [];
}
