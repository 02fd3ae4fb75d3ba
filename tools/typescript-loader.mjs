/**
 * Module hooks that run the TypeScript sources as they are, each file compiled by swc when it is imported: the
 * command line needs no build and is never stale. `caseboard-source` is the condition of the libraries' exports.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { swcOptions } from './swc.mjs';

export async function resolve(specifier, context, next) {
  const source = { ...context, conditions: [...context.conditions, 'caseboard-source'] };
  const fromSource = context.parentURL?.endsWith('.ts') && specifier.startsWith('.') && specifier.endsWith('.js');
  return next(fromSource ? specifier.replace(/\.js$/, '.ts') : specifier, source);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const options = { ...swcOptions('es6'), filename, sourceMaps: 'inline' };
  const { code } = await transform(await readFile(filename, 'utf8'), options);
  return { format: 'module', source: code, shortCircuit: true };
}
