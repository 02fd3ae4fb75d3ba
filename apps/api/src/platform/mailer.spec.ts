import { Mailbox } from '../testing/mailbox.js';
import { readConfig } from './config.js';
import { Mailer, type OutgoingMail } from './mailer.js';

const mailbox = new Mailbox();
let mailer: Mailer;

beforeAll(() => mailbox.start());
afterAll(() => mailbox.stop());
beforeEach(() => {
  mailer = new Mailer({ ...readConfig({}), databaseUrl: '', databaseRole: '', smtpUrl: mailbox.url } as never);
});
afterEach(() => {
  mailer.onApplicationShutdown();
  jest.restoreAllMocks();
});

const mail = (to: string): OutgoingMail => ({
  messageId: `<${to}@caseboard.test>`,
  to: { name: to, address: `${to}@example.com` },
  subject: 'Subject',
  html: '<p>Text</p>',
  text: 'Text',
  references: null,
  headers: {},
});

it('hands over any number asked for at once', async () => {
  const names = Array.from({ length: 40 }, (_, n) => `person${n}`);
  expect(await Promise.all(names.map((name) => mailer.hand(mail(name))))).toEqual(names.map(() => ({ ok: true })));
  expect(mailbox.received.map(({ recipients }) => recipients[0]).sort()).toEqual(names.map((name) => `${name}@example.com`).sort());
});

it('never gives a slow server what waited too long behind others: it may be tried again, with other contents', async () => {
  mailbox.received.length = 0;
  mailbox.manner = 'is-silent';
  const first = Array.from({ length: 10 }, (_, n) => mailer.hand(mail(`early${n}`)));
  const late = mailer.hand(mail('late'));
  await new Promise(setImmediate);
  const now = performance.now();
  jest.spyOn(performance, 'now').mockReturnValue(now + 41_000);
  expect((await Promise.all(first)).map((handed) => !handed.ok && handed.uncertain)).toEqual(first.map(() => true));
  mailbox.manner = 'takes';
  expect(await late).toEqual({ ok: false, error: expect.stringContaining('busy'), uncertain: false, refused: false });
  await mailer.hand(mail('next'));
  expect(mailbox.received.map(({ recipients }) => recipients[0])).toEqual(['next@example.com']);
});
