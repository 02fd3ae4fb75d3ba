import { plus, isWeekend } from '../testing/simulation/plain-days.js';
import { MailServer, type Arrived } from '../testing/simulation/mail-server.js';
import { queueLegs } from '../testing/queue-legs.js';
import { PlainReading, type MailWeather, type Told } from '../testing/simulation/plain-reading.js';
import { SimulatedProduct } from '../testing/simulation/product.js';
import { happen, happeningsOf, makeWorld, pick, randomOf, type PlainStudy, type Random } from '../testing/simulation/world.js';

const { CASEBOARD_SIMULATION_DAYS: days = '540', CASEBOARD_SIMULATION_SEED: seed = '20' } = process.env;
const legs = queueLegs('simulation').map(([where, url], n) => [where, url, Number(seed) + n] as const);

const firstDay = '2026-02-02';
const badWeather: readonly MailWeather[] = ['refused', '421', '450', '550', '554', 'lost', 'taken'];

/** An absence now and then: of the worker up to 9 days, of the mail server up to 3, with a kind for each. */
class Absences {
  private worker = 0;
  private mail = 0;
  weather: MailWeather = 'ok';
  private readonly emptied: ReadonlySet<number>;

  constructor(
    private readonly random: Random,
    length: number,
  ) {
    this.emptied = new Set([Math.floor(length * 0.3), Math.floor(length * 0.7)]);
  }

  next(n: number) {
    const { random } = this;
    this.worker = this.worker > 0 ? this.worker - 1 : random() < 0.02 ? 1 + Math.floor(random() * 9) : 0;
    this.mail = this.mail > 0 ? this.mail - 1 : random() < 0.04 ? 1 + Math.floor(random() * 3) : 0;
    if (this.mail === 0) this.weather = 'ok';
    else if (this.weather === 'ok') this.weather = pick(random, badWeather);
    return { isWorking: this.worker === 0, weather: this.weather, isEmptied: this.emptied.has(n) };
  }
}

/** What became of it: what arrived, what ought to have, and who was retired when. */
interface Outcome {
  readonly arrived: readonly Arrived[];
  readonly kinds: ReadonlyMap<string, string>;
  readonly arrivedAlerts: readonly (Told & { readonly messageId: string; readonly on: string; readonly wasRetired: boolean })[];
  readonly expected: readonly Told[];
}

async function simulate(url: string | null, from: number, length: number): Promise<Outcome> {
  const random = randomOf(from);
  const world = makeWorld(random, { studies: 400, today: firstDay });
  const reading = new PlainReading(world);
  const mail = new MailServer();
  await mail.start();
  const product = new SimulatedProduct(url, mail.url);
  const retired = new Map<Arrived, ReadonlySet<string>>();
  try {
    await product.start(world, firstDay);
    const absences = new Absences(random, length);
    for (let n = 0; n < length; n += 1) await oneDay(n);
    const alerts = await product.alerts();
    return {
      arrived: mail.arrived,
      kinds: await product.kinds(),
      arrivedAlerts: mail.arrived.flatMap((each) => alertsIn(each, alerts)),
      expected: reading.told,
    };

    async function oneDay(n: number): Promise<void> {
      const day = plus(firstDay, n);
      const { isWorking, weather, isEmptied } = absences.next(n);
      mail.day = day;
      await mail.turn(weather);
      if (!isWorking) await product.workerDown();
      if (isEmptied) await product.emptyQueue();
      product.at(day, 8);
      if (isWorking) await morning(day, weather);
      product.at(day, 13);
      for (const happening of happeningsOf(random, world, day)) {
        await product.happen(happening);
        happen(world, happening, day);
        if (isWorking) await afterwards(day, weather);
      }
      await answers(day, isWorking, weather);
    }
  } finally {
    await product.stop();
    await mail.stop();
  }

  async function morning(day: string, weather: MailWeather): Promise<void> {
    const before = mail.arrived.length;
    await product.workerUp();
    await product.work('morning');
    reading.sweep(day);
    reading.morning(day, weather);
    noteRetired(before);
  }

  async function afterwards(day: string, weather: MailWeather): Promise<void> {
    const before = mail.arrived.length;
    await product.work('change');
    reading.sweep(day);
    reading.later(weather);
    noteRetired(before);
  }

  /** People acknowledge some of what they were sent, and snooze some. */
  async function answers(day: string, isWorking: boolean, weather: MailWeather): Promise<void> {
    const waiting = weather === 'ok' ? reading.waitingForAnswer.filter((alert) => plus(alert.day, 30) > day) : [];
    if (waiting.length > 0 && random() < 0.5) {
      const alert = pick(random, waiting);
      await product.acknowledge(alert);
      reading.acknowledge(alert);
    }
    const snoozable = reading.waitingForAnswer.filter(
      (alert) => alert.day > plus(day, 2) && world.studies.get(alert.study)?.status === 'active',
    );
    if (weather === 'ok' && snoozable.length > 0 && random() < 0.15) {
      const alert = pick(random, snoozable);
      const until = plus(day, 1 + Math.floor(random() * 40));
      await product.snooze(alert, until < alert.day ? until : alert.day);
      reading.snooze(alert, until < alert.day ? until : alert.day);
      if (isWorking) await afterwards(day, weather);
    }
  }

  function noteRetired(from: number): void {
    const gone = new Set([...world.studies.values()].filter(({ status }: PlainStudy) => status !== 'active').map(({ id }) => id));
    for (const each of mail.arrived.slice(from)) retired.set(each, gone);
  }

  function alertsIn(each: Arrived, alerts: ReadonlyMap<string, { study: string; day: string; step: number }>) {
    const ids = new Set([...each.text.matchAll(/\/alerts\/(\d+)/g)].map((match) => match[1] as string));
    return [...ids].flatMap((id) => {
      const alert = alerts.get(id);
      const wasRetired = alert !== undefined && (retired.get(each)?.has(alert.study) ?? false);
      return alert ? [{ ...alert, person: each.to, messageId: each.messageId, on: each.day, wasRetired }] : [];
    });
  }
}

const nameOf = ({ person, study, day, step }: Told) => `${person} ${study} ${day} ${step}`;

describe.each(legs)(`${days} days, 400 studies, 12 people, with the queue on %s`, (_, url, from) => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await simulate(url, from, Number(days));
  }, 1_200_000);

  it('every alert that the rules ask for arrives, and no other', () => {
    const arrived = [...new Set(outcome.arrivedAlerts.map(nameOf))].sort();
    const expected = outcome.expected.map(nameOf).sort();
    expect({
      missing: expected.filter((each) => !arrived.includes(each)),
      unasked: arrived.filter((each) => !expected.includes(each)),
    }).toEqual({
      missing: [],
      unasked: [],
    });
    expect(arrived.length).toBeGreaterThan(Number(days));
  });

  it('none arrives under two Message-IDs', () => {
    const ids = new Map<string, Set<string>>();
    for (const each of outcome.arrivedAlerts) ids.set(nameOf(each), (ids.get(nameOf(each)) ?? new Set()).add(each.messageId));
    expect([...ids].filter(([, several]) => several.size > 1)).toEqual([]);
  });

  it('nobody gets more than one digest a day', () => {
    const digests = new Map<string, Set<string>>();
    for (const { to, day, messageId } of outcome.arrived.filter(({ messageId: id }) => outcome.kinds.get(id) === 'digest')) {
      const key = `${to} ${day}`;
      digests.set(key, (digests.get(key) ?? new Set()).add(messageId));
    }
    expect([...digests].filter(([, several]) => several.size > 1)).toEqual([]);
  });

  it('no mail is about a study that was retired by then', () => {
    expect(outcome.arrivedAlerts.filter(({ wasRetired }) => wasRetired)).toEqual([]);
  });

  it('what arrives on a weekend is a last step, or a loss', () => {
    const digests = outcome.arrivedAlerts.filter(({ on, messageId }) => isWeekend(on) && outcome.kinds.get(messageId) === 'digest');
    const losses = new Set(
      outcome.arrivedAlerts.filter(({ messageId }) => outcome.kinds.get(messageId) === 'loss').map(({ study, day }) => `${study} ${day}`),
    );
    expect(digests.filter(({ step, study, day }) => step !== 0 && !losses.has(`${study} ${day}`))).toEqual([]);
  });
});
