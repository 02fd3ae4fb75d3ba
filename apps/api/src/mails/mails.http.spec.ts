import { Clock } from '../platform/clock.js';
import { bringIn } from '../testing/bring-in.js';
import { givenAlerts } from '../testing/given-alerts.js';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { OutboxService } from './outbox.service.js';
import { SendMailJob } from './send-mail.job.js';

// Without SMTP_URL, on a Monday.
const test = useTestApp({ today: '2026-11-23' });
let administrator: TestClient;
let manager: TestClient;
let bo: TestClient;
let leader: TestClient;
let alerts: string[];

const study = (id: string, visibility: string) => ({
  id,
  customer: `c-${id}`,
  status: 'active',
  visibility,
  title: `How Canary ${id} ships`,
  summary: 'It moved.',
  stage: 'production',
  deployedOn: '2025-06-21',
  applications: [{ specialization: 'msp', relevance: 'It shows it.' }],
  owner: 'bo@example.com',
});
beforeAll(async () => {
  await test.query(`INSERT INTO digest_round VALUES ('2026-11-23', now())`);
  await bringIn(test, {
    format: 'caseboard-portfolio',
    version: 1,
    partner: { legalName: 'Harbor Cloud', timeZone: 'UTC', heldSpecializations: [], targets: [] },
    customers: ['open', 'hidden'].map((id) => ({ id: `c-${id}`, legalName: `Canary ${id}`, kind: 'legal-entity', industry: 'Retail' })),
    studies: [study('open', 'public'), study('hidden', 'anonymous')],
  });
  administrator = await test.signIn('administrator');
  manager = await test.signIn('manager');
  bo = await test.signIn('contributor', { email: 'bo@example.com', name: 'Bo' });
  leader = await test.signIn('leader', { email: 'lea@example.com', name: 'Lea', seesAnonymousNames: true });
});
beforeEach(async () => {
  await test.query('DELETE FROM alert_delivery');
  await test.query('DELETE FROM outbox');
  await test.query(`UPDATE alert SET state = 'withdrawn', subject_id = subject_id || id || '-old'`);
  await test.query('UPDATE notification_rule SET rules = NULL');
  alerts = await givenAlerts(test, ['hidden', 'open'], { day: '2026-12-22' });
});

async function aMailTo(person: TestClient): Promise<string> {
  const told = [{ person: person.personId, alerts }];
  const [mail = ''] = await test.database.transaction((entities) =>
    test.get(OutboxService).tell(entities, 'digest', told, { now: test.get(Clock).now() }),
  );
  for (const _ of [1, 2]) await test.get(SendMailJob).run({ mail });
  return mail;
}

describe('Without a mail server', () => {
  it('a mail is made and kept, and its person reads it in the product', async () => {
    const mail = await aMailTo(bo);
    const { body } = await bo.get('/api/mails');
    expect(body).toMatchObject({
      total: 1,
      items: [{ id: mail, kind: 'digest', state: 'kept', to: 'bo@example.com', toName: 'Bo', alerts: 2 }],
    });
    const { body: whole } = await bo.get(`/api/mails/${mail}`);
    expect(whole.html).toContain('Canary hidden');
    expect(whole.text).toContain('Hello Bo,');
    expect((await administrator.get('/api/mails/server')).body).toMatchObject({ configured: false, server: null, unsent: 0 });
  });
});

describe('The list of mails', () => {
  it('holds only own ones, but all of them for those who may', async () => {
    const [bos, leas] = [await aMailTo(bo), await aMailTo(leader)];
    const listed = async (who: TestClient, query = '') =>
      (await who.get(`/api/mails${query}`)).body.items.map(({ id }: { id: string }) => id).sort();
    expect(await listed(bo)).toEqual([bos]);
    expect(await listed(manager)).toEqual([bos, leas].sort());
    expect(await listed(manager, '?mine=true')).toEqual([]);
    expect(await listed(manager, '?search=lea&state=kept,failed&kind=digest&sort=-to')).toEqual([leas]);
    expect((await bo.get(`/api/mails/${leas}`)).status).toBe(404);
    expect((await manager.get(`/api/mails/${leas}`)).status).toBe(200);
    expect((await bo.get('/api/mails?sort=subject')).status).toBe(400);
  });

  it('does not give a person’s address for stopping mails to anybody else', async () => {
    const mail = await aMailTo(bo);
    const own = (await bo.get(`/api/mails/${mail}`)).body;
    const others = (await manager.get(`/api/mails/${mail}`)).body;
    expect([own.html, own.text].every((part) => /\/unsubscribe\/\w{64}/.test(part))).toBe(true);
    expect([others.html, others.text].some((part) => /\/unsubscribe\/\w/.test(part))).toBe(false);
  });

  it('shows a mail of earlier days as it would be sent now to somebody who no longer meets every name', async () => {
    const mail = await aMailTo(leader);
    expect((await leader.get(`/api/mails/${mail}`)).body.html).toContain('Canary hidden');
    await test.query('UPDATE person SET sees_anonymous_names = false WHERE id = $1', [leader.personId]);
    const now = (await leader.get(`/api/mails/${mail}`)).body;
    const listed = (await leader.get('/api/mails?search=hidden')).body;
    expect(JSON.stringify([now, listed])).not.toContain('Canary hidden');
    expect(now.html).toContain('Canary open');
    expect(listed).toMatchObject({ total: 0 });
    await test.query('UPDATE person SET sees_anonymous_names = true WHERE id = $1', [leader.personId]);
  });

  it('withholds names in a leader’s mail from the first', async () => {
    const other = await test.signIn('leader', { email: 'leo@example.com' });
    const mail = await aMailTo(other);
    const [stored] = await test.query('SELECT subject, html, text FROM outbox WHERE id = $1', [mail]);
    expect(JSON.stringify(stored)).not.toContain('Canary hidden');
    expect(JSON.stringify(stored)).toContain('Canary open');
  });
});

describe('A person', () => {
  it('gives a mail up, which ends its attempts, and has it sent after all', async () => {
    const mail = await aMailTo(bo);
    await test.query(`UPDATE outbox SET state = 'failed', attempts = 3, next_attempt_at = now() + interval '1 day', last_error = 'no'`);
    expect((await administrator.post(`/api/mails/${mail}/give-up`)).body).toMatchObject({ state: 'given-up', nextAttemptAt: null });
    await test.get(SendMailJob).run({ mail });
    expect((await administrator.get(`/api/mails/${mail}`)).body.state).toBe('given-up');
    expect((await administrator.post(`/api/mails/${mail}/give-up`)).status).toBe(409);
    const { messageId } = (await administrator.post(`/api/mails/${mail}/resend`)).body;
    await test.get(SendMailJob).run({ mail });
    expect((await administrator.get(`/api/mails/${mail}`)).body).toMatchObject({ state: 'kept', messageId });
    const events = await test.query(
      `SELECT DISTINCT event, who FROM alert_event WHERE detail->>'mail' = $1 AND event IN ('given-up', 'sent-again') ORDER BY 1`,
      [mail],
    );
    expect(events).toEqual(['given-up', 'sent-again'].map((event) => ({ event, who: administrator.personId })));
  });

  it('sends one again that went out, under its Message-ID; one that was withdrawn cannot be', async () => {
    const mail = await aMailTo(bo);
    const before = (await administrator.get(`/api/mails/${mail}`)).body;
    expect((await administrator.post(`/api/mails/${mail}/resend`)).body).toMatchObject({ state: 'waiting', uncertain: true });
    await test.get(SendMailJob).run({ mail });
    expect((await administrator.get(`/api/mails/${mail}`)).body).toMatchObject({ state: 'kept', attempts: 2, messageId: before.messageId });
    await test.query(`UPDATE outbox SET state = 'withdrawn'`);
    expect((await administrator.post(`/api/mails/${mail}/resend`)).status).toBe(409);
  });

  it('who manages mail sends themselves a test', async () => {
    const { status, body } = await administrator.post('/api/mails/test');
    expect([status, body.state, body.kind]).toEqual([201, 'waiting', 'test']);
    await test.get(SendMailJob).run({ mail: body.id });
    expect((await administrator.get(`/api/mails/${body.id}`)).body).toMatchObject({
      state: 'kept',
      subject: 'A test mail from Caseboard',
      text: expect.stringContaining('Nothing needs to be done'),
    });
  });
});

describe('Stopping mails by one click', () => {
  const secretOf = async (person: TestClient) =>
    (
      await test.query<{ unsubscribe_secret: string }>('SELECT unsubscribe_secret FROM notification_rule WHERE person_id = $1', [
        person.personId,
      ])
    )[0]?.unsubscribe_secret;

  it('needs no sign-in, changes only that person’s rules, and may be done twice', async () => {
    await aMailTo(bo);
    await aMailTo(leader);
    const address = `/api/mail/unsubscribe/${await secretOf(bo)}`;
    const asked = await test.stranger.get(address);
    expect([asked.status, asked.headers['location']]).toEqual([303, `/unsubscribe/${await secretOf(bo)}`]);
    expect((await bo.get('/api/notifications')).body.rules).toBeNull();
    for (const [type, form] of [
      ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
      ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'],
    ] as const) {
      const answer = await test.stranger.post(address, form, { 'content-type': type });
      expect([type, answer.status]).toEqual([type, 200]);
    }
    const { body } = await bo.get('/api/notifications');
    expect(body.rules).toEqual({ ...body.teamDefault, mail: false });
    expect((await leader.get('/api/notifications')).body.rules).toBeNull();
  });

  it.each(['nobody', 'x'.repeat(64), '%00'])('with the secret %s is not found', async (secret) => {
    expect((await test.stranger.post(`/api/mail/unsubscribe/${secret}`)).status).toBe(404);
  });
});
