import { ConfigError, readConfig } from './platform/config.js';
import { rulesBuild } from './rules-build.js';
import { run } from './run.js';

/** The process: HTTP and queue (CASEBOARD_ROLE), until it is told to stop. */
try {
  const running = await run({ ...readConfig(), rules: rulesBuild() });
  say(running.address ? `Caseboard is open at ${running.address}` : 'Caseboard works on the queue');
  if (running.setupLink) say(`\nNobody can sign in yet. Open this once to make the first administrator:\n${running.setupLink}\n`);

  let stopping: Promise<void> | undefined;
  const stop = (code: number) => {
    stopping ??= running.stop().then(() => process.exit(code));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
  void running.databaseDied.then(() => {
    complain('The database ended by itself; Caseboard stops too. Start it again: nothing that was saved is lost.');
    stop(1);
  });
} catch (error) {
  complain(error instanceof ConfigError ? error.message : `Caseboard could not start: ${(error as Error).stack}`);
  process.exit(1);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
