/** What `mails.mjs` measures, each in a process of its own: a worker of the product, or raw BullMQ where a `mail` is given. */
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { SweepService } from '../../apps/api/dist/alerts/sweep.service.js';
import { createWorker } from '../../apps/api/dist/create-app.js';
import { OutboxService } from '../../apps/api/dist/mails/outbox.service.js';
import { readConfig } from '../../apps/api/dist/platform/config.js';
import { Database } from '../../apps/api/dist/platform/database/database.js';
import { openBackend } from '../../apps/api/dist/platform/jobs/backend.js';
import { PortfolioService } from '../../apps/api/dist/portfolio/portfolio.service.js';

const { count, mail, ...given } = JSON.parse(process.argv[2]);
const config = { ...readConfig({}), ...given, role: 'worker' };
process.send(mail ? await timed(() => sendRaw(mail)) : await product(), () => process.exit(0));

async function product() {
  const app = await createWorker(config, ['error', 'warn']);
  const { manager } = app.get(Database);
  const outbox = app.get(OutboxService, { strict: false });
  // Mails that a sweep makes are rung for when the time is taken, whichever sweep makes them.
  const ring = outbox.ring.bind(outbox);
  const made = [];
  outbox.ring = async (mails) => void made.push(...mails);
  await app.init();
  await manager.query('UPDATE alert_settings SET morning_hour = 0');
  await app.get(SweepService, { strict: false }).sweep({ reason: 'hand' });
  await app.get(PortfolioService, { strict: false }).current();
  const mails = [...new Set(made)];
  if (mails.length !== count) throw new Error(`${mails.length} mails were made`);

  const figure = await timed(async () => {
    await ring(mails);
    while ((await sent(manager)) < count) await pause(50);
  });
  const [mail] = await manager.query(`SELECT subject, html, text FROM outbox WHERE state = 'sent' LIMIT 1`);
  await app.close();
  return { ...figure, mail };
}

async function sent(manager) {
  const [row] = await manager.query(`SELECT count(*)::integer AS sent FROM outbox WHERE state = 'sent'`);
  return row.sent;
}

/** The product's own queue, pools and numbers, and nothing in a job but the mail. */
async function sendRaw({ subject, html, text }) {
  const transport = createTransport({ url: config.smtpUrl, pool: true, maxConnections: 5, maxMessages: 1_000 });
  const backend = openBackend(config);
  let done = 0;
  for (let at = 0; at < count; at += 1_000)
    await backend.queue.addBulk(
      Array.from({ length: Math.min(1_000, count - at) }, (_, n) => ({
        name: 'raw',
        data: { to: `person${1 + at + n}@example.com` },
        opts: { removeOnComplete: true },
      })),
    );
  const worker = backend.startWorker(async ({ name, data: { to } }) => {
    if (name !== 'raw') return;
    await transport.sendMail({ from: config.mailFrom, to, subject, html, text, encoding: 'base64' });
  }, 10);
  worker.on('completed', ({ name }) => (done += name === 'raw' ? 1 : 0));
  while (done < count) await pause(50);
  await worker.close();
  transport.close();
  await backend.queue.close();
  await backend.close();
}

async function timed(work) {
  const begun = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - begun) / 1000, own: (user + system) / 1e6 };
}
