import type { Role } from '@caseboard/contracts';
import type { Study } from '@caseboard/domain';
import { Clock } from '../platform/clock.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { bringIn } from '../testing/bring-in.js';
import { useTestApp } from '../testing/test-app.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { SweepJob } from './sweep.job.js';
import { SweepService, type SweepRequest } from './sweep.service.js';
import { aCompleteStudy, aDocument, anEntry } from './testing/a-document.js';

const test = useTestApp({ today: null });

/** A Friday, at nine in the morning of the organisation. */
const friday = '2026-11-20T09:00:00Z';
const at = (day: string, hour = '09:00') => test.setTime(`${day}T${hour}:00Z`);
const sweep = (reason: SweepRequest['reason'] = 'morning') => test.get(SweepService).sweep({ reason });

/** Every test has studies and people of its own. */
beforeEach(async () => {
  test.setTime(friday);
  const { portfolio } = await test.get(PortfolioService).current();
  const active = portfolio.studies.filter(({ status }) => status === 'active').map((study): Study => ({ ...study, status: 'retired' }));
  await test.get(PortfolioWriter).write(null, ({ save }) => save({ studies: active }, 'retire'));
  await test.query('UPDATE person SET active = false');
  await sweep();
  await test.query('DELETE FROM digest_round');
});

async function person(name: string, role: Role): Promise<string> {
  const { personId } = await test.signIn(role, { email: `${name}@example.com`, name });
  await test.query('UPDATE person SET active = true WHERE id = $1', [personId]);
  return personId;
}

/** Complete studies of li, that expire on the day and count for an entry that asks for so many. */
async function bring(expiries: Record<string, string>, facts: { asks?: number; owner?: string | null } = {}): Promise<void> {
  const code = `of-${Object.keys(expiries)[0]}`;
  await bringIn(
    test,
    aDocument({
      specializations: [anEntry(code, { studies: facts.asks ?? 0 })],
      studies: Object.entries(expiries).map(([id, day]) =>
        aCompleteStudy(id, {
          deployedOn: deployedFor(day),
          applications: [code],
          owner: facts.owner === undefined ? 'li@example.com' : facts.owner,
        }),
      ),
    }),
  );
}

/** The go-live of a study that counts for 18 months and expires on the day; for days that every month has. */
function deployedFor(expiry: string): string {
  const [year, month, date] = expiry.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1 - 18, date - 1)).toISOString().slice(0, 10);
}

async function change(id: string, edit: Partial<Study>, action: 'edit' | 'activate' | 'retire' = 'edit'): Promise<void> {
  await test.get(PortfolioWriter).write(null, async ({ before, save }) => {
    await save({ studies: [{ ...(before.study(id) as Study), ...edit }] }, action);
  });
}
const move = (id: string, expiry: string) => change(id, { deployedOn: deployedFor(expiry) as Study['deployedOn'] });

/** What stands of a study's steps, the largest first. */
async function steps(study: string): Promise<string[]> {
  const rows = await test.query<{ row: string }>(
    `SELECT step || ' ' || state AS row FROM alert WHERE subject_id = $1 ORDER BY day, step DESC`,
    [study],
  );
  return rows.map(({ row }) => row);
}
const events = async (study: string) =>
  (
    await test.query<{ event: string }>(
      `SELECT step || ' ' || event AS event FROM alert_event JOIN alert ON alert.id = alert_id WHERE subject_id = $1 ORDER BY alert_event.id`,
      [study],
    )
  ).map(({ event }) => event);

/** Who is told of a study's alerts, and in which kind of mail. */
async function told(study: string): Promise<string[]> {
  const rows = await test.query<{ told: string }>(
    `SELECT outbox.kind || ' ' || split_part(email, '@', 1) || ' ' || step AS told
     FROM alert_delivery JOIN outbox ON outbox.id = outbox_id JOIN person ON person.id = alert_delivery.person_id JOIN alert ON alert.id = alert_id
     WHERE subject_id = $1 ORDER BY step DESC, 1`,
    [study],
  );
  return rows.map((row) => row.told);
}

/** As if every mail had gone out. */
async function deliver(): Promise<void> {
  await test.query('UPDATE alert_delivery SET sent_at = $1 WHERE sent_at IS NULL', [test.get(Clock).now()]);
  await test.query(`UPDATE outbox SET state = 'kept' WHERE state = 'waiting'`);
  await test.query(`UPDATE alert SET state = 'sent' WHERE state IN ('due', 'failed') AND told_at IS NOT NULL`);
}

async function acknowledge(study: string): Promise<void> {
  const manager = await test.signIn('manager', { email: 'mia@example.com' });
  const { body } = await manager.get(`/api/alerts?subject=${study}&state=sent,due`);
  expect((await manager.post(`/api/alerts/${body.items[0].id}/acknowledge`)).status).toBe(200);
}

describe('Steps (rules 8.1, 8.2)', () => {
  beforeEach(() => person('li', 'contributor'));

  it('of several that are due the most urgent goes out, once, however often it is swept', async () => {
    await bring({ a1: '2026-12-10' });
    for (const reason of ['start', 'morning', 'change', 'hand'] as const) await sweep(reason);
    expect([await steps('a1'), await told('a1')]).toEqual([['90 passed-over', '60 passed-over', '30 due'], ['digest li 30']]);
    expect(await events('a1')).toEqual(['90 passed-over', '60 passed-over', '30 due']);
    await deliver();
    await sweep('start');
    expect([await steps('a1'), await told('a1')]).toEqual([['90 passed-over', '60 passed-over', '30 sent'], ['digest li 30']]);
  });

  it('after an outage the last step goes out however long it was', async () => {
    at('2026-10-01');
    await bring({ b1: '2026-11-05', b2: '2026-12-10' });
    at('2026-11-20');
    await sweep();
    expect(await steps('b1')).toEqual(['90 passed-over', '60 passed-over', '30 passed-over', '14 passed-over', '7 passed-over', '0 due']);
    await deliver();
    at('2026-11-30');
    await sweep();
    expect([await told('b1'), await told('b2')]).toEqual([['digest li 0'], ['digest li 30', 'digest li 14']]);
  });

  it('a flood of studies imported long expired raises nothing, and says why', async () => {
    await bring({ c1: '2021-05-10', c2: '2026-11-12', c3: '2026-11-13' });
    await sweep();
    expect([await steps('c1'), await events('c1'), await told('c1')]).toEqual([['0 passed-over'], ['0 too-late'], []]);
    expect([await told('c2'), await told('c3')]).toEqual([[], ['digest li 0']]);
  });

  it('activated too late it raises nothing; a day moved into the past by an edit does', async () => {
    at('2026-06-01');
    await bring({ d1: '2026-10-05', d2: '2027-12-10' });
    await change('d1', { status: 'draft' });
    at('2026-11-20');
    await change('d1', { status: 'active' }, 'activate');
    await move('d2', '2026-10-05');
    await sweep();
    expect([await steps('d1'), await told('d1')]).toEqual([['0 passed-over'], []]);
    expect(await told('d2')).toEqual(['digest li 0']);
  });

  it('a moved day or a retired study takes unsent rows back, going back revives them, what was sent is not sent again', async () => {
    await bring({ e1: '2026-12-10', e2: '2026-12-10' });
    await sweep();
    await move('e1', '2027-12-10');
    await change('e2', { status: 'retired' }, 'retire');
    await sweep('change');
    expect([await steps('e1'), await told('e1'), await told('e2')]).toEqual([['90 passed-over', '60 passed-over', '30 withdrawn'], [], []]);
    await move('e1', '2026-12-10');
    await sweep('change');
    expect((await events('e1')).slice(2)).toEqual(['30 due', '30 withdrawn', '30 revived']);
    expect(await told('e1')).toEqual([]);
    await test.query('DELETE FROM digest_round');
    await sweep();
    await deliver();
    await move('e1', '2027-12-10');
    await sweep('change');
    await move('e1', '2026-12-10');
    await test.query('DELETE FROM digest_round');
    await sweep();
    expect([(await steps('e1')).at(-1), await told('e1')]).toEqual(['30 sent', ['digest li 30']]);
  });

  it('a changed ladder makes rows only for steps still ahead', async () => {
    const manager = await test.signIn('manager', { email: 'mia@example.com' });
    await bring({ f1: '2026-12-10' });
    await sweep();
    await deliver();
    await manager.patch('/api/settings/alerts', { ladder: [90, 60, 30, 25, 18, 0] }, { 'if-match': '*' });
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']) {
      at(day);
      await sweep();
      await deliver();
    }
    expect((await steps('f1')).slice(2)).toEqual(['30 sent', '18 sent']);
    await manager.patch('/api/settings/alerts', { ladder: [90, 60, 30, 14, 7, 0] }, { 'if-match': '*' });
    await test.query(
      `UPDATE alert_settings SET ladder = (SELECT json_agg(json_build_object('days', days, 'since', NULL)) FROM unnest('{90,60,30,14,7,0}'::int[]) AS days)`,
    );
  });

  it('three workers that sweep twice each at once make nothing twice', async () => {
    await bring({ g1: '2026-12-10', g2: '2026-12-10', g3: '2026-11-25' });
    await Promise.all(Array.from({ length: 6 }, (_, n) => sweep((['start', 'morning', 'hand'] as const)[n % 3])));
    expect(await told('g1')).toEqual(['digest li 30']);
    expect(await steps('g3')).toEqual(['90 passed-over', '60 passed-over', '30 passed-over', '14 passed-over', '7 due']);
    expect(await events('g3')).toHaveLength(5);
    const mails = await test.query(
      `SELECT 1 FROM outbox JOIN person ON person.id = person_id WHERE email = 'li@example.com' AND state = 'waiting'`,
    );
    expect(mails).toHaveLength(1);
  });

  it('the job does the same when it runs twice, and a change that was swept today is left out', async () => {
    await bring({ h1: '2026-12-10' });
    for (let n = 0; n < 2; n += 1) await test.get(SweepJob).run({ reason: 'morning' });
    expect(await told('h1')).toEqual(['digest li 30']);
    const { revision } = await test.get(PortfolioService).current();
    expect(await test.get(SweepService).sweep({ reason: 'change', revision })).toBeNull();
    at('2026-11-21');
    expect(await test.get(SweepService).sweep({ reason: 'change', revision })).not.toBeNull();
  });
});

describe('Who is told, and when (rules 8.4)', () => {
  it('owner and followers; managers where none of them takes mail; administrators where there is no manager', async () => {
    const [li, ana] = [await person('li', 'contributor'), await person('ana', 'leader')];
    await person('root', 'administrator');
    await bring({ i1: '2026-12-10', i2: '2026-12-10' });
    await bring({ i3: '2026-12-10' }, { owner: 'gone@example.com' });
    await test.query('INSERT INTO study_follower VALUES ($1, $2, now())', ['i1', ana]);
    await sweep();
    expect([await told('i1'), await told('i2'), await told('i3')]).toEqual([
      ['digest ana 30', 'digest li 30'],
      ['digest li 30'],
      ['digest root 30'],
    ]);
    await deliver();
    await person('mia', 'manager');
    await test.query(
      `INSERT INTO notification_rule VALUES ($1, '{"mail":false,"kinds":[],"earliest":0,"losses":false}', 'secret')
      ON CONFLICT (person_id) DO UPDATE SET rules = excluded.rules`,
      [li],
    );
    at('2026-11-26');
    await sweep();
    expect((await told('i2')).at(-1)).toBe('digest mia 14');
    await test.query('DELETE FROM notification_rule WHERE person_id = $1', [li]);
  });

  it('digests are made once a day, from the morning hour on; what falls due later waits for the next', async () => {
    await person('li', 'contributor');
    at('2026-11-20', '07:30');
    await bring({ j1: '2026-12-10', j2: '2027-12-10' });
    await sweep();
    expect([await steps('j1'), await told('j1')]).toEqual([['90 passed-over', '60 passed-over', '30 due'], []]);
    at('2026-11-20', '08:00');
    await sweep();
    expect(await told('j1')).toEqual(['digest li 30']);
    await move('j2', '2026-12-10');
    at('2026-11-20', '11:00');
    await sweep('change');
    expect(await told('j2')).toEqual([]);
    at('2026-11-23');
    await sweep();
    expect(await told('j2')).toEqual(['digest li 30']);
  });

  it('on a weekend only the last step goes out, the rest on Monday', async () => {
    await person('li', 'contributor');
    await bring({ k1: '2026-12-21', k2: '2026-11-21' });
    at('2026-11-21');
    await sweep();
    expect([await told('k1'), await told('k2')]).toEqual([[], ['digest li 0']]);
    at('2026-11-22');
    await sweep();
    expect(await told('k1')).toEqual([]);
    at('2026-11-23');
    await sweep();
    expect(await told('k1')).toEqual(['digest li 30']);
  });

  it('a loss of readiness goes to the managers in the sweep that finds it, in one mail, and to the owner in the next digest', async () => {
    await person('mia', 'manager');
    await person('li', 'contributor');
    await bring({ l1: '2027-12-10', l2: '2027-12-10', l3: '2027-12-10' }, { asks: 2 });
    await sweep();
    at('2026-11-20', '15:00');
    await move('l1', '2026-12-10');
    await move('l2', '2026-12-10');
    await sweep('change');
    expect([await told('l1'), await told('l2')]).toEqual([['loss mia 30'], ['loss mia 30']]);
    expect(
      await test.query(`SELECT 1 FROM outbox JOIN person ON person.id = person_id WHERE email = 'mia@example.com' AND state = 'waiting'`),
    ).toHaveLength(1);
    await deliver();
    expect((await steps('l1')).at(-1)).toBe('30 due');
    at('2026-11-21');
    await sweep();
    expect(await told('l1')).toEqual(['digest li 30', 'loss mia 30']);
    await deliver();
    expect((await steps('l1')).at(-1)).toBe('30 sent');
  });

  it('the owner of now is told, not the one of when the mail was made; what nobody takes stands in the product only', async () => {
    await person('li', 'contributor');
    await person('ana', 'contributor');
    await bring({ m1: '2026-12-10' });
    await bring({ m2: '2026-12-10' }, { owner: null });
    await sweep();
    expect([await steps('m2'), (await events('m2')).at(-1)]).toEqual([['90 passed-over', '60 passed-over', '30 passed-over'], '30 nobody']);
    await change('m1', { owner: 'ana@example.com' });
    await sweep('change');
    expect(await told('m1')).toEqual([]);
    at('2026-11-23');
    await sweep();
    expect(await told('m1')).toEqual(['digest ana 30']);
  });
});

describe('Acknowledging, snoozing, escalating (rules 8.6)', () => {
  beforeEach(async () => {
    await person('mia', 'manager');
    await person('li', 'contributor');
  });

  it('an acknowledged step is settled for all, later ones still come; one that nobody acknowledged takes the managers along', async () => {
    await bring({ n1: '2026-12-10', n2: '2026-12-10' });
    await sweep();
    await deliver();
    await acknowledge('n1');
    at('2026-11-26');
    await sweep();
    expect([await told('n1'), await told('n2')]).toEqual([
      ['digest li 30', 'digest li 14'],
      ['digest li 30', 'digest li 14', 'digest mia 14'],
    ]);
    expect([(await events('n1')).at(-1), (await events('n2')).at(-1)]).toEqual(['14 due', '14 managers-called']);
  });

  it('a snooze holds every step until its day, on which the most urgent goes out; it does not hold a loss', async () => {
    await bring({ o1: '2026-12-10', o2: '2026-12-10' });
    await bring({ p1: '2026-12-10' }, { asks: 1 });
    const manager = await test.signIn('manager', { email: 'mia@example.com' });
    await sweep();
    await deliver();
    for (const study of ['o1', 'p1']) {
      const [alert] = (await manager.get(`/api/alerts?subject=${study}&state=sent`)).body.items;
      expect((await manager.post(`/api/alerts/${alert.id}/snooze`, { until: '2026-12-04', reason: 'A new one comes' })).status).toBe(200);
    }
    at('2026-11-26');
    await sweep();
    expect([await told('o1'), await told('p1')]).toEqual([
      ['digest li 30'],
      ['digest li 30', 'loss mia 30', 'digest li 14', 'loss mia 14'],
    ]);
    at('2026-12-03');
    await sweep();
    expect((await steps('o1')).slice(3)).toEqual(['14 passed-over', '7 snoozed']);
    at('2026-12-04');
    await sweep();
    expect((await steps('o1')).at(-1)).toBe('7 due');
    expect((await told('o1')).filter((mail) => mail.startsWith('digest li'))).toEqual(['digest li 30', 'digest li 7']);
  });
});
