import { Clock } from '../platform/clock.js';
import { bringIn } from '../testing/bring-in.js';
import { givenAlerts } from '../testing/given-alerts.js';
import { Mailbox, type Manner } from '../testing/mailbox.js';
import { TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { OutboxJob } from './outbox.job.js';
import { OutboxService } from './outbox.service.js';
import { pauseAfter } from './pauses.js';
import { SendMailJob } from './send-mail.job.js';

const minute = 60_000;
const mailbox = new Mailbox();
let test: TestApp;
let ada: TestClient;
let bo: TestClient;
let alerts: string[];
/** Monday, 2026-11-23, 09:00 UTC. */
let now: Date;

beforeAll(async () => {
  await mailbox.start();
  test = new TestApp({ smtpUrl: mailbox.url, today: null, baseUrl: 'https://cb.example.com' });
  await test.start();
  test.get(Clock).now = () => now;
  now = new Date('2026-11-23T09:00:00Z');
  await test.query(`INSERT INTO digest_round SELECT day, now() FROM generate_series('2026-11-01'::date, '2027-03-31', '1 day') AS day`);
  await bringIn(test, document);
  ada = await test.signIn('manager', { email: 'ada@example.com', name: 'Ada' });
  bo = await test.signIn('contributor', { email: 'bo@example.com', name: 'Bo' });
}, 30_000);
afterAll(async () => {
  await test.stop();
  await mailbox.stop();
});
beforeEach(async () => {
  now = new Date('2026-11-23T09:00:00Z');
  mailbox.manner = 'takes';
  mailbox.received.splice(0);
  await test.query('DELETE FROM alert_delivery');
  await test.query('DELETE FROM outbox');
  await test.query('UPDATE person SET mail_bounced_at = NULL, mail_bounce = NULL, active = true');
  await test.query(`UPDATE alert SET state = 'withdrawn', subject_id = subject_id || id || '-old'`);
  alerts = await givenAlerts(test, ['one', 'two', 'three'], { day: '2026-12-22' });
  await test.query('UPDATE alert SET told_at = made_at');
});

const document = {
  format: 'caseboard-portfolio',
  version: 1,
  partner: { legalName: 'Harbor Cloud', timeZone: 'UTC', heldSpecializations: [], targets: [{ specialization: 'own', weight: 2 }] },
  specializations: [{ code: 'own', name: 'AWS Own Competency', requires: { studies: 3, public: 0, freshnessMonths: 18 } }],
  customers: ['one', 'two', 'three'].map((id) => ({
    id: `c-${id}`,
    legalName: `Customer ${id} & <Sons>`,
    kind: 'legal-entity',
    industry: 'Retail',
  })),
  studies: ['one', 'two', 'three'].map((id) => ({
    id,
    customer: `c-${id}`,
    status: 'active',
    visibility: 'private',
    title: `Study ${id} <script>alert(1)</script>`,
    summary: 'It moved.',
    stage: 'production',
    deployedOn: '2025-06-21',
    sections: { aboutCustomer: ['A.'], challenge: ['B.'], solution: ['On Amazon EKS.', 'D.'], results: ['20 %.'], aboutPartner: ['F.'] },
    services: [{ name: 'Amazon EKS', usage: 'Runs it' }],
    outcomes: [{ statement: 'Saved', value: 20, unit: '%' }],
    applications: [{ specialization: 'own', relevance: 'It shows it.' }],
    owner: 'bo@example.com',
  })),
};

const tell = async (person: TestClient, ids: string[], kind: 'digest' | 'loss' = 'digest') =>
  (
    await test.database.transaction((manager) =>
      test.get(OutboxService).tell(manager, kind, [{ person: person.personId, alerts: ids }], { now }),
    )
  )[0] as string;
/** Each attempt twice: the second must do nothing. */
const send = async (mail: string) => {
  await test.get(SendMailJob).run({ mail });
  await test.get(SendMailJob).run({ mail });
};
const passMinutes = (minutes: number) => (now = new Date(now.getTime() + minutes * minute));
const row = async (mail: string) =>
  (await test.query(`SELECT *, day::text AS day FROM outbox WHERE id = $1`, [mail]))[0] as Record<string, unknown>;
const statesOf = async (ids: string[]) =>
  (await test.query<{ state: string }>('SELECT state FROM alert WHERE id = ANY($1::bigint[]) ORDER BY id', [ids])).map(
    ({ state }) => state,
  );

describe('A digest', () => {
  it('arrives with both parts, the consequence in its subject, and headers that mail programs understand', async () => {
    const mail = await tell(bo, alerts);
    await send(mail);
    expect(mailbox.received).toHaveLength(1);
    const [got] = mailbox.received;
    const headers = Object.fromEntries((got?.headers ?? []).map(({ key, value }) => [key, value]));
    expect(got).toMatchObject({
      messageId: `<${mail}@caseboard.test>`,
      subject: '3 case studies need you; Own stops being ready on 22 Dec',
      from: { name: 'Caseboard', address: 'caseboard@caseboard.test' },
      to: [{ name: 'Bo', address: 'bo@example.com' }],
    });
    expect(headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      'list-unsubscribe': expect.stringMatching(/^<https:\/\/cb\.example\.com\/api\/mail\/unsubscribe\/\w{64}>$/),
    });
    expect(got?.html).not.toMatch(/<script|<img|Customer one & /);
    for (const part of [got?.html, got?.text]) {
      expect(part).toContain('in 29 days');
      expect(part).toContain('Tue 22 Dec 2026');
      for (const id of alerts) expect(part).toContain(`https://cb.example.com/alerts/${id}`);
      expect(part).toContain('stops being ready');
    }
    expect(await row(mail)).toMatchObject({
      state: 'sent',
      attempts: 1,
      address: 'bo@example.com',
      day: '2026-11-23',
      next_attempt_at: null,
    });
    expect(await statesOf(alerts)).toEqual(['sent', 'sent', 'sent']);
  });

  it('about one study joins the thread of that study', async () => {
    await send(await tell(bo, [alerts[0] as string]));
    passMinutes(24 * 60);
    await test.query('DELETE FROM alert_delivery');
    await send(await tell(bo, [alerts[0] as string]));
    const roots = mailbox.received.map(({ references, inReplyTo }) => [references, inReplyTo]);
    expect(roots[0]?.[0]).toMatch(/^<study-\w{24}@caseboard\.test>$/);
    expect(new Set(roots.flat()).size).toBe(1);
  });

  it('carries no line break of a name into its headers', async () => {
    await test.query(`UPDATE person SET name = $1 WHERE id = $2`, ['Bo\r\nBcc: all@example.com\r\n\r\nHello', bo.personId]);
    await send(await tell(bo, alerts));
    const [head = ''] = (mailbox.received[0]?.raw ?? '').split('\r\n\r\n');
    expect(head).not.toMatch(/^bcc:/im);
    expect(mailbox.received[0]?.recipients).toEqual(['bo@example.com']);
    await test.query(`UPDATE person SET name = 'Bo' WHERE id = $1`, [bo.personId]);
  });

  it('is one a day: what falls due later waits for the next working morning', async () => {
    await send(await tell(bo, [alerts[0] as string]));
    passMinutes(60);
    const second = await tell(bo, [alerts[1] as string]);
    await send(second);
    expect(mailbox.received).toHaveLength(1);
    expect(await row(second)).toMatchObject({ state: 'waiting', attempts: 0, next_attempt_at: new Date('2026-11-24T08:00:00Z') });
    now = new Date('2026-11-24T08:00:00Z');
    await send(second);
    expect(mailbox.received.map(({ messageId }) => messageId)).toEqual([expect.not.stringContaining(second), `<${second}@caseboard.test>`]);
  });

  it('and another of the same person, sent at the same moment by two workers, makes one a day too', async () => {
    const first = await tell(bo, [alerts[0] as string]);
    await test.query(`UPDATE outbox SET state = 'given-up' WHERE id = $1`, [first]);
    const second = await tell(bo, [alerts[1] as string]);
    await test.query(`UPDATE outbox SET uncertain = true WHERE id = $1`, [second]);
    await test.query(`UPDATE outbox SET state = 'waiting' WHERE id = $1`, [first]);
    await Promise.all([first, second, first, second].map((mail) => test.get(SendMailJob).run({ mail })));
    expect(mailbox.received).toHaveLength(1);
  });

  it('does not keep the managers’ mail on losses from going out', async () => {
    await send(await tell(ada, [alerts[0] as string]));
    await send(await tell(ada, [alerts[1] as string], 'loss'));
    expect(mailbox.received.map(({ subject }) => subject)).toEqual([expect.any(String), 'Own stops being ready on Tue 22 Dec']);
  });

  it('of a weekend carries only what may go out then; the rest goes on Monday under another Message-ID', async () => {
    const mail = await tell(bo, alerts);
    await test.query(`UPDATE alert SET costs_readiness = (id = $1)`, [alerts[0]]);
    now = new Date('2026-11-28T09:00:00Z');
    await send(mail);
    expect(mailbox.received).toHaveLength(1);
    expect(await row(mail)).toMatchObject({ state: 'sent', day: '2026-11-28' });
    const [monday] = await test.query<{ id: string }>(`SELECT id FROM outbox WHERE state = 'waiting'`);
    expect(await row(monday?.id as string)).toMatchObject({ next_attempt_at: new Date('2026-11-30T08:00:00Z') });
    now = new Date('2026-11-30T08:00:00Z');
    await send(monday?.id as string);
    expect(mailbox.received[1]?.text).toContain(`/alerts/${alerts[2]}`);
    expect(mailbox.received[1]?.text).not.toContain(`/alerts/${alerts[0]}\n`);
    expect(await statesOf(alerts)).toEqual(['sent', 'sent', 'sent']);
  });

  it('of a weekend with nothing that may go out waits for Monday, and this is no attempt', async () => {
    const mail = await tell(bo, alerts);
    await test.query(`UPDATE alert SET costs_readiness = false`);
    now = new Date('2026-11-28T09:00:00Z');
    await send(mail);
    expect(mailbox.received).toEqual([]);
    expect(await row(mail)).toMatchObject({ state: 'waiting', attempts: 0, next_attempt_at: new Date('2026-11-30T08:00:00Z') });
  });

  it('leaves out what was acknowledged meanwhile, and is withdrawn with nothing left', async () => {
    const mail = await tell(bo, alerts);
    await test.query(`UPDATE alert SET state = 'acknowledged' WHERE id = $1`, [alerts[0]]);
    await send(mail);
    expect(mailbox.received[0]?.text).not.toContain(`/alerts/${alerts[0]}\n`);
    const other = await tell(ada, [alerts[0] as string]);
    await send(other);
    expect(await row(other)).toMatchObject({ state: 'withdrawn' });
    expect(mailbox.received).toHaveLength(1);
  });

  it('says nothing of a study that was retired before it was sent', async () => {
    await test.query(`UPDATE alert SET subject_id = 'gone' WHERE id = $1`, [alerts[1]]);
    await send(await tell(bo, alerts));
    expect(mailbox.received[0]?.text).not.toContain(`/alerts/${alerts[1]}\n`);
    expect(mailbox.received[0]?.subject).toMatch(/^2 case studies/);
  });

  it.each([
    ['wants no mail any more', `UPDATE notification_rule SET rules = '{"mail":false,"kinds":[],"earliest":0,"losses":false}'`],
    ['is no longer active', `UPDATE person SET active = false`],
  ])('to somebody who %s is withdrawn', async (_, statement) => {
    const mail = await tell(bo, alerts);
    await test.query(statement);
    await send(mail);
    expect(mailbox.received).toEqual([]);
    expect(await row(mail)).toMatchObject({ state: 'withdrawn' });
    await test.query('UPDATE notification_rule SET rules = NULL');
  });

  it('told to two people is sent once both have it', async () => {
    const [one, other] = [await tell(bo, [alerts[0] as string]), await tell(ada, [alerts[0] as string])];
    await send(one);
    expect(await statesOf([alerts[0] as string])).toEqual(['due']);
    await send(other);
    expect(await statesOf([alerts[0] as string])).toEqual(['sent']);
    expect(await test.query(`SELECT event, who FROM alert_event WHERE alert_id = $1 ORDER BY id`, [alerts[0]])).toEqual([
      { event: 'sent', who: bo.personId },
      { event: 'sent', who: ada.personId },
    ]);
  });

  it('sends no digest of yesterday by night: it waits for the morning’s round, and for what falls due then', async () => {
    const mail = await tell(ada, [alerts[0] as string]);
    await test.query('DELETE FROM digest_round WHERE day = $1', ['2026-11-24']);
    now = new Date('2026-11-24T00:30:00Z');
    await send(mail);
    expect(mailbox.received).toEqual([]);
    await test.query(`INSERT INTO digest_round VALUES ('2026-11-24', now())`);
    await send(mail);
    expect(mailbox.received).toHaveLength(1);
  });
});

describe('A server that', () => {
  const classes: [what: string, manner: Manner, uncertain: boolean, bounced: boolean, error: RegExp][] = [
    ['hangs up with 421', 'CONNECT 421', false, false, /421/],
    ['puts the recipient off with 450', 'RCPT 450', false, false, /450/],
    ['does not know the recipient, 550', 'RCPT 550', false, true, /550/],
    ['refuses what the mail says, 554', 'DATA 554', false, false, /554/],
    ['breaks the line after DATA', 'breaks', true, false, /closed|reset|Reached/i],
    ['takes the mail and breaks the line', 'takes-and-breaks', true, false, /closed|reset|Reached/i],
    ['never answers', 'is-silent', true, false, /timeout/i],
  ];
  it.each(classes)('%s gets the mail again later, under its Message-ID', async (_, manner, uncertain, bounced, error) => {
    mailbox.manner = manner;
    mailbox.hangUp();
    const mail = await tell(bo, alerts);
    await send(mail);
    expect(await row(mail)).toMatchObject({
      state: 'failed',
      attempts: 1,
      uncertain,
      last_error: expect.stringMatching(error),
      next_attempt_at: new Date(now.getTime() + minute),
    });
    expect(await statesOf(alerts)).toEqual(['failed', 'failed', 'failed']);
    const [person] = await test.query(`SELECT mail_bounce IS NOT NULL AS bounced FROM person WHERE id = $1`, [bo.personId]);
    expect(person).toEqual({ bounced });

    mailbox.manner = 'takes';
    passMinutes(1);
    await send(mail);
    expect(await row(mail)).toMatchObject({ state: 'sent', attempts: 2, uncertain: false, last_error: null });
    expect(new Set(mailbox.received.map(({ messageId }) => messageId))).toEqual(new Set([`<${mail}@caseboard.test>`]));
    expect(mailbox.received).toHaveLength(manner === 'takes-and-breaks' ? 2 : 1);
    expect(await test.query('SELECT 1 FROM person WHERE mail_bounced_at IS NOT NULL')).toEqual([]);
  });

  it('is away gets the mail when it is back; pauses grow to a day, and later alerts join it', async () => {
    await mailbox.stop();
    const mail = await tell(bo, [alerts[0] as string]);
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      await send(mail);
      const { next_attempt_at, attempts, uncertain } = await row(mail);
      expect([attempts, uncertain, (next_attempt_at as Date).getTime() - now.getTime()]).toEqual([attempt, false, pauseAfter(attempt)]);
      now = next_attempt_at as Date;
    }
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => pauseAfter(n) / minute)).toEqual([1, 5, 15, 60, 180, 360, 720, 1440, 1440]);
    expect(await tell(bo, alerts)).toBe(mail);
    await mailbox.start();
    await send(mail);
    expect(mailbox.received.map(({ messageId }) => messageId)).toEqual([`<${mail}@caseboard.test>`]);
    expect(mailbox.received[0]?.subject).toMatch(/^3 case studies/);
  });

  it('may have a mail is sent it before any later digest of the person', async () => {
    mailbox.manner = 'breaks';
    const mail = await tell(bo, [alerts[0] as string]);
    await send(mail);
    mailbox.manner = 'takes';
    now = new Date('2026-11-24T08:00:00Z');
    const later = await tell(bo, alerts);
    expect(later).not.toBe(mail);
    await send(later);
    expect(mailbox.received).toEqual([]);
    await send(mail);
    now = new Date('2026-11-25T08:00:00Z');
    await send(later);
    expect(mailbox.received.map(({ messageId }) => messageId)).toEqual([`<${mail}@caseboard.test>`, `<${later}@caseboard.test>`]);
  });

  it('refuses a mail while the next was begun gets one mail with all of it', async () => {
    const mail = await tell(bo, [alerts[0] as string]);
    await test.query(`UPDATE outbox SET state = 'sending', attempts = 1 WHERE id = $1`, [mail]);
    const later = await tell(bo, alerts);
    await test.query(`UPDATE outbox SET state = 'waiting', attempts = 0, uncertain = true WHERE id = $1`, [mail]);
    await test.query(`UPDATE outbox SET state = 'sending', uncertain = false, attempts = 1 WHERE id = $1`, [mail]);
    const { recordFailed } = await import('./record.js');
    const failed = { error: '421', uncertain: false, refused: false, address: null };
    await recordFailed(test.database, { id: mail, attempts: 1 } as never, failed, now);
    expect([await row(mail), await row(later)]).toMatchObject([{ state: 'failed' }, { state: 'withdrawn' }]);
    passMinutes(1);
    await send(mail);
    expect(mailbox.received[0]?.subject).toMatch(/^3 case studies/);
  });
});

describe('The round over the outbox', () => {
  const round = async () => {
    await test.get(OutboxJob).run();
    await test.get(OutboxJob).run();
  };

  it('frees a mail whose process died, as one that the server may have', async () => {
    const mail = await tell(bo, [alerts[0] as string]);
    await test.query(`UPDATE outbox SET state = 'sending', attempts = 1, lease_until = $1`, [new Date(now.getTime() + minute)]);
    await round();
    expect(await row(mail)).toMatchObject({ state: 'sending' });
    passMinutes(2);
    await round();
    expect(await row(mail)).toMatchObject({ state: 'failed', uncertain: true, next_attempt_at: new Date(now.getTime() + minute) });
    passMinutes(1);
    await send(mail);
    expect(mailbox.received.map(({ messageId }) => messageId)).toEqual([`<${mail}@caseboard.test>`]);
  });

  it('rings for what is due, once, even when the queue was emptied', async () => {
    const mail = await tell(bo, alerts);
    await test.query('DELETE FROM bullmq.job');
    await round();
    expect(await test.query(`SELECT data FROM bullmq.job WHERE name = 'send-mail'`)).toEqual([{ data: { mail } }]);
  });

  it('settles an alert whose last two mails went out at the same moment', async () => {
    await tell(bo, [alerts[0] as string]);
    await tell(ada, [alerts[0] as string]);
    await test.query(`UPDATE alert_delivery SET sent_at = now()`);
    await round();
    expect(await statesOf([alerts[0] as string])).toEqual(['sent']);
  });
});
