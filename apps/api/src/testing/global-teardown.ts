import type { TestServer } from './test-server.js';

export default async function globalTeardown(): Promise<void> {
  await ((globalThis as Record<string, unknown>)['caseboardTestServer'] as TestServer | undefined)?.stop();
}
