import { chmodSync, mkdtempSync } from 'node:fs';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One PostgreSQL for the whole run, with a migrated database that every test file copies. */
export default async function globalSetup(): Promise<void> {
  letJsMeanTs();
  const { startTestServer } = await import('./test-server.js');
  const folder = mkdtempSync(join(tmpdir(), 'caseboard-test-'));
  // Root runs the server under another account, which must get in.
  chmodSync(folder, 0o755);
  const server = await startTestServer(folder);
  process.env['CASEBOARD_TEST_DATABASE'] = server.url('postgres');
  (globalThis as Record<string, unknown>)['caseboardTestServer'] = server;
}

/** Jest compiles what a global setup requires, but looks for it without the mapper that test files have. */
function letJsMeanTs(): void {
  type Resolve = (request: string, ...rest: unknown[]) => string;
  const loader = Module as unknown as { _resolveFilename: Resolve };
  const resolve = loader._resolveFilename;
  loader._resolveFilename = (request, ...rest) => {
    try {
      return resolve(request, ...rest);
    } catch (error) {
      if (!/^\.{1,2}\/.*\.js$/.test(request)) throw error;
      return resolve(request.replace(/\.js$/, '.ts'), ...rest);
    }
  };
}
