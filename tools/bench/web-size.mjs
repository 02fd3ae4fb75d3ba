/**
 * How much JavaScript the first screen loads, gzipped: the entry of the web's build, the home page, and all that the
 * two import at once. `node tools/bench/web-size.mjs [page]`, after a build.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { machine, table } from './machine.mjs';

const limit = 220 * 1024;
const dist = new URL('../../apps/web/dist/', import.meta.url).pathname;
const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'));
const page = process.argv[2] ?? 'home/home.page.tsx';

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const home = Object.keys(manifest).find((key) => key.endsWith(page));
if (!entry || !home) throw new Error(`no entry, or no ${page}, in the manifest: build the web first`);

const files = new Set();
for (const start of [entry, home]) collect(start);
const sizes = await Promise.all([...files].map(async (file) => [file, gzipSync(await readFile(join(dist, file)), { level: 9 }).length]));
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
const kb = (size) => `${(size / 1024).toFixed(1)} KB`;

console.log(machine());
table(sizes.sort(([, a], [, b]) => b - a).map(([file, size]) => [file, kb(size)]));
table([[`first screen (${page})`, kb(total), `at most ${kb(limit)}`]]);
if (total > limit) process.exitCode = 1;

function collect(key) {
  const chunk = manifest[key];
  if (files.has(chunk.file)) return;
  if (chunk.file.endsWith('.js')) files.add(chunk.file);
  for (const imported of chunk.imports ?? []) collect(imported);
}
