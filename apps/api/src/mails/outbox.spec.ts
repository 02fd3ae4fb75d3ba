import { Clock } from '../platform/clock.js';
import { givenAlerts } from '../testing/given-alerts.js';
import { useTestApp } from '../testing/test-app.js';
import { OutboxService, type Told } from './outbox.service.js';

const test = useTestApp();
let ada: string;
let bo: string;
let a: string, b: string, c: string;

beforeEach(async () => {
  await test.query('DELETE FROM alert_delivery');
  await test.query('DELETE FROM outbox');
  await test.query('DELETE FROM alert');
  ada = (await test.signIn('manager')).personId;
  bo = (await test.signIn('contributor')).personId;
  [a, b, c] = (await givenAlerts(test, ['a', 'b', 'c'])) as [string, string, string];
});

const outbox = () => test.get(OutboxService);
const tell = (told: Told[], kind: 'digest' | 'loss' = 'digest') =>
  test.database.transaction((manager) => outbox().tell(manager, kind, told, { now: test.get(Clock).now() }));
const untell = (alerts: string[], keep?: string[]) => test.database.transaction((manager) => outbox().untell(manager, alerts, keep));
const delivered = async (person: string) =>
  (
    await test.query<{ alert_id: string; outbox_id: string }>(
      'SELECT alert_id, outbox_id FROM alert_delivery WHERE person_id = $1 ORDER BY alert_id',
      [person],
    )
  ).map(({ alert_id, outbox_id }) => [alert_id, outbox_id]);
const set = (mail: string | undefined, facts: string) => test.query(`UPDATE outbox SET ${facts} WHERE id = $1`, [mail]);
const stateOf = async (mail: string | undefined) =>
  (await test.query<{ state: string }>('SELECT state FROM outbox WHERE id = $1', [mail]))[0]?.state;

describe('Telling people of alerts', () => {
  it('gives each of them one open mail with its Message-ID', async () => {
    const mails = await tell([
      { person: ada, alerts: [a, b] },
      { person: bo, alerts: [b] },
    ]);
    expect(mails).toHaveLength(2);
    expect((await delivered(ada)).map(([alert]) => alert)).toEqual([a, b]);
    const rows = await test.query<{ id: string; message_id: string }>('SELECT id, message_id FROM outbox');
    expect(rows.every(({ id, message_id }) => message_id === `<${id}@caseboard.test>`)).toBe(true);
  });

  it('twice changes nothing, and later alerts join the open mail', async () => {
    const [mail] = await tell([{ person: ada, alerts: [a] }]);
    expect(await tell([{ person: ada, alerts: [a] }])).toEqual([]);
    await set(mail, `state = 'failed', attempts = 3`);
    expect(await tell([{ person: ada, alerts: [a, b] }])).toEqual([mail]);
    expect(await delivered(ada)).toEqual([
      [a, mail],
      [b, mail],
    ]);
  });

  it('by two sweeps at once puts no alert into two mails', async () => {
    await Promise.all(Array.from({ length: 6 }, () => tell([{ person: ada, alerts: [a, b, c] }])));
    expect(new Set((await delivered(ada)).map(([, mail]) => mail)).size).toBe(1);
    expect(await test.query('SELECT id FROM outbox')).toHaveLength(1);
  });

  it.each([
    ['is being sent', `state = 'sending'`],
    ['may have reached the server', `state = 'failed', uncertain = true`],
    ['was sent', `state = 'sent'`],
  ])('puts nothing into a mail that %s', async (_, facts) => {
    const [mail] = await tell([{ person: ada, alerts: [a] }]);
    await set(mail, facts);
    await test.query('UPDATE alert_delivery SET sent_at = now()');
    const [next] = await tell([{ person: ada, alerts: [a, b] }]);
    expect(next).not.toBe(mail);
    expect(await delivered(ada)).toEqual([
      [a, mail],
      [b, next],
    ]);
  });

  it('keeps the mail on losses apart from the digest', async () => {
    const [digest] = await tell([{ person: ada, alerts: [a] }]);
    const [loss] = await tell([{ person: ada, alerts: [b] }], 'loss');
    expect(loss).not.toBe(digest);
  });

  it('sends a mail once more, under its Message-ID, that may have carried the alert before it was left out', async () => {
    const [mail] = await tell([{ person: ada, alerts: [a] }]);
    await set(mail, `state = 'sent', sent_at = now()`);
    expect(await tell([{ person: ada, alerts: [a] }])).toEqual([mail]);
    expect(await test.query('SELECT state, uncertain FROM outbox')).toEqual([{ state: 'waiting', uncertain: true }]);
  });
});

describe('Taking alerts back', () => {
  it('leaves the others in the mail, and withdraws one with nothing left', async () => {
    const [adas = '', bos = ''] = [...(await tell([{ person: ada, alerts: [a, b] }])), ...(await tell([{ person: bo, alerts: [a] }]))];
    await untell([a]);
    expect(await delivered(ada)).toEqual([[b, adas]]);
    expect([await stateOf(adas), await stateOf(bos)]).toEqual(['waiting', 'withdrawn']);
  });

  it('may spare some people', async () => {
    await tell([
      { person: ada, alerts: [a] },
      { person: bo, alerts: [a] },
    ]);
    await untell([a], [bo]);
    expect([(await delivered(ada)).length, (await delivered(bo)).length]).toEqual([0, 1]);
  });

  it('cannot reach a mail that is with the server', async () => {
    const [mail] = await tell([{ person: ada, alerts: [a] }]);
    await set(mail, `state = 'sending'`);
    await untell([a]);
    expect(await delivered(ada)).toEqual([[a, mail]]);
  });
});

describe('A webhook', () => {
  it('gets newly due alerts as a mail of its own, unless it rests', async () => {
    await test.query(`INSERT INTO webhook (name, url, secret, active, created_at) VALUES
      ('chat', 'https://chat.example.com', 's', true, now()), ('old', 'https://old.example.com', 's', false, now())`);
    const mails = await test.database.transaction((manager) => outbox().post(manager, [a, b], { now: test.get(Clock).now() }));
    expect(mails).toHaveLength(1);
    expect(await test.query('SELECT kind, alert_ids FROM outbox')).toEqual([{ kind: 'webhook', alert_ids: [a, b] }]);
  });
});

describe('Ringing', () => {
  it('for the same mail again and again leaves one job', async () => {
    const mails = await tell([{ person: ada, alerts: [a] }]);
    for (const _ of [1, 2, 3]) await outbox().ring(mails);
    expect(await test.query(`SELECT data FROM bullmq.job WHERE name = 'send-mail'`)).toEqual([{ data: { mail: mails[0] } }]);
  });
});
