/**
 * Compiles one project's TypeScript to its dist/ with swc: `node tools/build.mjs libs/domain`. Types are checked
 * apart (`npm run check`), so a start never waits for the compiler. Specs are left out; other files are copied.
 */
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { transformFile } from '@swc/core';
import { swcOptions } from './swc.mjs';

const project = process.argv[2];
if (!project) throw new Error('usage: node tools/build.mjs <project folder>');
const source = join(project, 'src');
const target = join(project, 'dist');

await rm(target, { recursive: true, force: true });
const files = (await readdir(source, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
  .map((entry) => relative(source, join(entry.parentPath, entry.name)));
await Promise.all(files.map(build));

async function build(file) {
  const out = join(target, file);
  await mkdir(dirname(out), { recursive: true });
  if (!file.endsWith('.ts')) return cp(join(source, file), out);
  const { code, map } = await transformFile(join(source, file), { ...swcOptions('es6'), sourceMaps: true });
  const js = out.replace(/\.ts$/, '.js');
  await writeFile(js, `${code}\n//# sourceMappingURL=${file.split('/').pop().replace(/\.ts$/, '.js.map')}\n`);
  if (map) await writeFile(`${js}.map`, map);
}
