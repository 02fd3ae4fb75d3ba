import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { SweepService } from '../../alerts/sweep.service.js';
import { aCompleteStudy, aDocument, anEntry } from '../../alerts/testing/a-document.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { bringIn } from '../bring-in.js';
import { queueLegs } from '../queue-legs.js';
import { useTestApp, type TestApp } from '../test-app.js';
import { outbox } from '../../mails/outbox.job.js';

// Every kill costs the start of a worker, so a run of all tests has a few; the whole of it by hand, with 50 and 2000.
const { CASEBOARD_KILLS: kills = '8', CASEBOARD_KILLED_MAILS: mails = '500' } = process.env;

/** Long enough for one mail that the workers still have some to send when the last one is killed. */
const oneMailMs = 60;
const today = '2026-11-23';

/** Takes a mail in its own time, and notes it when it has said so. */
class SlowServer {
  readonly taken: { to: string; messageId: string }[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 10,
    onData: (stream, session, done) => {
      let head = '';
      stream.on('data', (part: Buffer) => (head += head.length < 10_000 ? part.toString('latin1') : ''));
      stream.on('end', () => {
        const messageId = /^Message-ID: (\S+)/im.exec(head)?.[1] ?? '';
        setTimeout(() => {
          this.taken.push({ to: session.envelope.rcptTo[0]?.address ?? '', messageId });
          done();
        }, oneMailMs);
      });
    },
  });

  async start(): Promise<string> {
    this.server.on('error', () => undefined);
    this.server.listen(0, '127.0.0.1');
    await once(this.server.server, 'listening');
    return `smtp://127.0.0.1:${(this.server.server.address() as { port: number }).port}`;
  }

  stop(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }
}

/** The built worker, as docker-compose.yml runs it. */
function startWorker(test: TestApp, redisUrl: string | null, smtpUrl: string): ChildProcess {
  const { databaseUrl } = test.config;
  const environment = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl ?? '', SMTP_URL: smtpUrl, CASEBOARD_TODAY: today };
  return spawn(process.execPath, ['apps/api/dist/worker.js'], { env: { ...process.env, ...environment }, stdio: 'ignore' });
}

/** Two thousand people, each with a study of their own that needs them today. */
async function fillOutbox(test: TestApp): Promise<void> {
  const studies = Array.from({ length: Number(mails) }, (_, n) =>
    aCompleteStudy(`s${n}`, { deployedOn: '2025-05-29', owner: `owner${n}@example.com`, applications: ['own'] }),
  );
  await test.query(
    `INSERT INTO person (email, name, role, password_hash, created_at)
     SELECT 'owner' || n || '@example.com', 'Owner ' || n, 'contributor', 'none', now() FROM generate_series(0, $1::integer - 1) AS n`,
    [mails],
  );
  await test.query('UPDATE alert_settings SET morning_hour = 0');
  await bringIn(test, aDocument({ specializations: [anEntry('own', { studies: 5_000 })], studies }));
  await test.get(SweepService).sweep({ reason: 'start' });
}

describe.each(queueLegs('kills'))('with the queue on %s', (_, redisUrl) => {
  const test = useTestApp({ today, redisUrl });
  const server = new SlowServer();
  const inFlight = new Set<string>();
  let killed = 0;

  beforeAll(async () => {
    const smtpUrl = await server.start();
    await fillOutbox(test);
    const workers = [startWorker(test, redisUrl, smtpUrl), startWorker(test, redisUrl, smtpUrl)];
    for (; killed < Number(kills); killed += 1) {
      const before = server.taken.length;
      await until(async () => server.taken.length > before + 5);
      workers[killed % 2]?.kill('SIGKILL');
      for (const { id } of await test.query<{ id: string }>(`SELECT id::text FROM outbox WHERE state = 'sending'`)) inFlight.add(id);
      workers[killed % 2] = startWorker(test, redisUrl, smtpUrl);
    }
    await until(async () => (await hurry(test)) === 0, 1_000);
    await Promise.all(workers.map((worker) => end(worker)));
  }, 600_000);
  afterAll(() => server.stop());

  it(`loses none of ${mails} mails when workers are killed ${kills} times`, () => {
    expect(killed).toBe(Number(kills));
    expect(new Set(server.taken.map(({ to }) => to)).size).toBe(Number(mails));
  });

  it('repeats at most those that were in flight, each with the Message-ID of the first', () => {
    expect(new Set(server.taken.map(({ to, messageId }) => `${to} ${messageId}`)).size).toBe(Number(mails));
    expect(server.taken.length - Number(mails)).toBeLessThanOrEqual(inFlight.size);
  });
});

/** Lets the leases and pauses of dead attempts be over, and rings; how many are still to be sent. */
async function hurry(test: TestApp): Promise<number> {
  await test.query(
    `UPDATE outbox SET lease_until = now() - interval '1 second' WHERE state = 'sending' AND lease_until < now() + interval '100 seconds'`,
  );
  await test.query(`UPDATE outbox SET next_attempt_at = now() WHERE state = 'failed' AND next_attempt_at > now()`);
  await test.get(Jobs).add(outbox, {});
  const [row] = await test.query<{ left: number }>(
    `SELECT count(*)::integer AS left FROM outbox WHERE state IN ('waiting', 'sending', 'failed')`,
  );
  return row?.left ?? 0;
}

async function until(condition: () => Promise<boolean>, everyMs = 100): Promise<void> {
  for (let waited = 0; waited < 240_000; waited += everyMs) {
    if (await condition()) return;
    await sleep(everyMs);
  }
  throw new Error('It did not come to that within four minutes');
}

async function end(worker: ChildProcess): Promise<void> {
  worker.kill('SIGKILL');
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
}
