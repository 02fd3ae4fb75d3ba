import { isWorkingDay, nextWorkingDay, addDays, type Day, type Partner, type Study } from '@caseboard/domain';
import { SendingService } from '../mails/sending.service.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { bringIn } from '../testing/bring-in.js';
import { useTestApp } from '../testing/test-app.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { SweepService } from './sweep.service.js';
import { aCompleteStudy, aDocument, anEntry } from './testing/a-document.js';

jest.setTimeout(120_000);
const test = useTestApp({ today: null });
const ladder = [90, 60, 30, 14, 7, 0];
const hourMs = 3600_000;

/** Every case has studies and people of its own. */
let cases = 0;
beforeEach(async () => {
  const { portfolio } = await test.get(PortfolioService).current();
  const studies = portfolio.studies.map((study): Study => ({ ...study, status: 'retired' }));
  await test.get(PortfolioWriter).write(null, ({ save }) => save({ studies }, 'retire'));
  await test.query('UPDATE person SET active = false');
  await test.query('DELETE FROM digest_round');
  cases += 1;
  await test.signIn('contributor', { email: addressOf('li') });
  await test.signIn('manager', { email: addressOf('mia') });
});
const addressOf = (person: string) => `${person}${cases}@example.com`;

/** Two studies of li that expire on the day; only with the second a specialization stops being ready. */
async function bring(day: string, timeZone: string): Promise<{ calm: string; costly: string }> {
  const { deployedOn, freshnessMonths } = deployedFor(day);
  const [calm, costly] = [`calm-${cases}`, `costly-${cases}`];
  const study = (id: string) => aCompleteStudy(id, { deployedOn, applications: [`of-${id}`], owner: addressOf('li') });
  const specializations = [anEntry(`of-${calm}`, { studies: 0, freshnessMonths }), anEntry(`of-${costly}`, { freshnessMonths })];
  await bringIn(test, aDocument({ timeZone, specializations, studies: [study(calm), study(costly)] }));
  return { calm, costly };
}

/** Eighteen months before the day, or seventeen where that month is too short. */
function deployedFor(day: string) {
  const [year, month, date] = addDays(day as Day, -1)
    .split('-')
    .map(Number) as [number, number, number];
  const before = (months: number) => new Date(Date.UTC(year, month - 1 - months, date));
  const freshnessMonths = before(18).getUTCDate() === date ? 18 : 17;
  return { deployedOn: before(freshnessMonths).toISOString().slice(0, 10), freshnessMonths };
}

/** Sweeps, and sends what it may, every four hours from the day before until the day after the next working day. */
async function liveThrough(day: Day, meanwhile: (now: string) => Promise<void> = async () => undefined): Promise<void> {
  const end = Date.parse(`${addDays(nextWorkingDay(day), 2)}T00:00:00Z`);
  for (let at = Date.parse(`${addDays(day, -1)}T01:00:00Z`); at < end; at += 4 * hourMs) {
    const now = new Date(at).toISOString();
    test.setTime(now);
    await meanwhile(now);
    await test.get(SweepService).sweep({ reason: 'morning' });
    const mails = await test.query<{ id: string }>(`SELECT id FROM outbox WHERE state = 'waiting'`);
    for (const { id } of mails) await test.get(SendingService).send(id);
  }
}

const forward = 'the clocks go forward';
const back = 'the clocks go back';
it.each([
  ['Europe/Berlin', '2026-03-29', forward],
  ['Europe/Berlin', '2026-10-25', back],
  ['Europe/Berlin', '2027-03-28', forward],
  ['Europe/Berlin', '2027-10-31', back],
  ['America/New_York', '2026-03-08', forward],
  ['America/New_York', '2026-11-01', back],
  ['America/New_York', '2027-03-14', forward],
  ['America/New_York', '2027-11-07', back],
  ['Europe/Berlin', '2028-02-29', 'it is the leap day'],
  ['America/New_York', '2027-03-01', 'February was short'],
  ['Europe/Berlin', '2026-12-31', 'the year ends'],
])('in %s each step of %s falls due once on its day and is told on its working morning: %s', async (timeZone, day) => {
  test.setTime(`${addDays(day as Day, -100)}T12:00:00Z`);
  const { calm, costly } = await bring(day, timeZone);
  const steps = ladder.map((step) => ({ step, on: addDays(day as Day, -step) }));
  for (const { on } of steps) await liveThrough(on);
  const due = steps.map(({ step, on }) => `${step} due ${on}`);
  expect([await dueDays(calm, timeZone), await dueDays(costly, timeZone)]).toEqual([due, due]);
  const anyDay = steps.map(({ step, on }) => `${step} ${on}`);
  const workingMornings = steps.map(({ step, on }) => `${step} ${step === 0 || isWorkingDay(on) ? on : nextWorkingDay(on)}`);
  expect(await told(calm, 'li', timeZone)).toMatchObject({ kinds: ['digest'], days: workingMornings });
  expect(await told(costly, 'li', timeZone)).toMatchObject({ kinds: ['digest'], days: anyDay });
  expect(await told(costly, 'mia', timeZone)).toMatchObject({ kinds: ['loss'], days: anyDay });
  for (const study of [calm, costly]) expect((await told(study, 'li', timeZone)).earliest).toBeGreaterThanOrEqual(8);
});

it.each([
  ['Asia/Shanghai', 'America/New_York', 'its day begins, and begins again', '2026-12-09T21:00:00.000Z'],
  ['America/New_York', 'Asia/Shanghai', 'its day comes while the day before is not over', '2026-12-10T01:00:00.000Z'],
])('an organisation that moves from %s to %s is told of each step once: %s', async (from, to, _why, at) => {
  const day = '2026-12-10' as Day;
  test.setTime(`${addDays(day, -100)}T12:00:00Z`);
  const { calm, costly } = await bring(day, from);
  const move = async (now: string) => {
    if (now !== at) return;
    await test.get(PortfolioWriter).write(null, ({ before, save }) => {
      const partner: Partner = { ...before.portfolio.partner, timeZone: to };
      return save({ partner }, 'edit');
    });
  };
  for (const step of ladder) await liveThrough(addDays(day, -step), move);
  for (const study of [calm, costly]) {
    expect((await dueDays(study, to)).map((text) => text.split(' ')[0])).toEqual(ladder.map(String));
    expect((await told(study, 'li', to)).days.at(-1)).toBe('0 2026-12-10');
    expect((await told(study, 'li', to)).days).toHaveLength(ladder.length);
  }
});

/** On which local day each step fell due, from its history. */
async function dueDays(study: string, timeZone: string): Promise<string[]> {
  const rows = await test.query<{ text: string }>(
    `SELECT concat_ws(' ', step, event, (at AT TIME ZONE $2)::date) AS text
     FROM alert_event JOIN alert ON alert.id = alert_id WHERE subject_id = $1 AND event IN ('due', 'revived') ORDER BY alert_event.id`,
    [study, timeZone],
  );
  return rows.map(({ text }) => text);
}

/** In which kinds of mail and on which local days the person was told, and at what hour at the earliest. */
async function told(study: string, person: string, timeZone: string) {
  const rows = await test.query<{ kind: string; step: number; day: string; hour: number }>(
    `SELECT outbox.kind, step, (d.sent_at AT TIME ZONE $3)::date::text AS day, extract(hour FROM d.sent_at AT TIME ZONE $3)::integer AS hour
     FROM alert_delivery AS d JOIN outbox ON outbox.id = outbox_id JOIN alert ON alert.id = alert_id JOIN person ON person.id = d.person_id
     WHERE subject_id = $1 AND email = $2 ORDER BY step DESC`,
    [study, addressOf(person), timeZone],
  );
  return {
    kinds: [...new Set(rows.map(({ kind }) => kind))],
    days: rows.map(({ step, day }) => `${step} ${day}`),
    earliest: Math.min(...rows.map(({ hour }) => hour)),
  };
}
