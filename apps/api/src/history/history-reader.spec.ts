import { aCustomer, aStudy } from '@caseboard/domain/testing';
import {
  addDays,
  addMonths,
  knownOn,
  writePortfolio,
  type Day,
  type Known,
  type Portfolio,
  type Specialization,
  type Study,
} from '@caseboard/domain';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { Clock } from '../platform/clock.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { useTestApp } from '../testing/test-app.js';
import type { Changes } from '../writing/changes.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { HistoryReader } from './history-reader.service.js';

const test = useTestApp({ today: null });
const everything = 2 ** 31 - 1;

const present = () => test.get(PortfolioService).current();
const write = (change: (before: Snapshot) => Changes) =>
  test.get(PortfolioWriter).write(null, ({ before, save }) => save(change(before), 'edit'));
const written = ({ portfolio, warningDays }: { portfolio: Portfolio; warningDays: number }) => ({
  document: writePortfolio(portfolio),
  warningDays,
});

/** Eighteen months of writes of every kind, with what stood at the end of each day as the test itself saw it. */
describe('what was known when', () => {
  const seen = new Map<Day, { known: ReturnType<typeof written>; readiness: unknown; zone: string }>();
  let today: Day;
  beforeAll(async () => {
    test.setTime('2025-05-01T10:00:00Z');
    // About eighteen months in all.
    const random = seeded(5);
    for (let step = 0; step < 150; step += 1) {
      test.passTime(Math.floor(random() * 7 * 24 * 3600_000));
      await write((before) => anyChange(before, random, step));
      const snapshot = await present();
      const zone = snapshot.portfolio.partner.timeZone ?? 'UTC';
      today = test.get(Clock).today(zone);
      // A move to the west begins the day anew: what was the next day's is then this one's.
      for (const day of seen.keys()) if (day > today) seen.delete(day);
      const readiness = snapshot.engine.readiness(today, snapshot.warningDays);
      seen.set(today, { known: written(snapshot), readiness, zone });
    }
  });

  it('is rebuilt for the end of every day out of the record alone, readiness included', async () => {
    const reader = test.get(HistoryReader);
    let days = 0;
    for (const [day, { known, readiness }] of seen) {
      const past = await reader.knownOn(day, today);
      expect({ day, known: written(past) }).toEqual({ day, known });
      expect({ day, readiness: past.engine.readiness(day, past.warningDays) }).toEqual({ day, readiness });
      days += 1;
    }
    expect(days).toBeGreaterThan(80);
  }, 120_000);

  it('is told change by change from any day on', async () => {
    const days = [...seen.keys()].sort();
    for (const startsOn of [days[0], days[30], days.at(-1)] as Day[]) {
      const history = await test.get(HistoryReader).read({ startsOn, until: today, upTo: everything, today });
      for (const day of days.filter((each) => each >= startsOn))
        expect({ day, known: written(knownOn(history, day)) }).toEqual({ day, known: seen.get(day)?.known });
      const ons = [...history.revisions].map(({ on }) => on);
      expect(ons).toEqual([...ons].sort());
    }
  });

  it('ends where it is asked to end: at a day, and at a revision', async () => {
    const reader = test.get(HistoryReader);
    const all = [...(await reader.read({ startsOn: '2025-05-01' as Day, until: today, upTo: everything, today })).revisions];
    const middle = all[70] as (typeof all)[number];
    const toDay = [...(await reader.read({ startsOn: '2025-05-01' as Day, until: middle.on, upTo: everything, today })).revisions];
    expect(toDay).toEqual(all.filter(({ on }) => on <= middle.on));
    const some = await reader.read({ startsOn: '2025-05-01' as Day, until: today, upTo: middle.revision, today });
    expect([...some.revisions].at(-1)?.revision).toBe(middle.revision);
  });

  it('is nothing but the shipped catalog before anybody wrote anything', async () => {
    const day = addDays('2025-05-01' as Day, -1);
    const { start } = await test.get(HistoryReader).read({ startsOn: day, until: day, upTo: everything, today });
    expect(start).toEqual<Known>({
      warningDays: 90,
      portfolio: {
        partner: { legalName: '', timeZone: null, heldSpecializations: [], targets: [] },
        specializations: builtInSpecializations,
        customers: [],
        studies: [],
      },
    });
  });

  it('says what a change was: a catalog entry that is reset goes back to the shipped one', async () => {
    const { revisions } = await test.get(HistoryReader).read({ startsOn: '2025-04-30' as Day, until: today, upTo: everything, today });
    const changes = [...revisions].flatMap((revision) => revision.changes);
    const entries = changes.filter((change) => change.kind === 'specialization' && change.id === 'msp');
    const shipped = builtInSpecializations.find(({ code }) => code === 'msp');
    expect(entries[0]?.before).toEqual(shipped);
    expect(entries.some(({ after }) => JSON.stringify(after) === JSON.stringify(shipped))).toBe(true);
    const kinds = new Set(changes.map(({ kind, before, after }) => `${kind} ${before ? 'was' : 'new'} ${after ? 'is' : 'gone'}`));
    expect([...kinds].sort()).toEqual([
      'customer new is',
      'customer was is',
      'settings was is',
      'specialization new is',
      'specialization was gone',
      'specialization was is',
      'study new is',
      'study was gone',
      'study was is',
    ]);
  });
});

const zones = ['Asia/Shanghai', 'America/Los_Angeles', 'UTC', 'Pacific/Auckland'];
const titles = ['One', 'Two', 'Three', ''];

/** One of everything that can be written, taken by chance; the first ones make something to write about. */
function anyChange(before: Snapshot, random: () => number, step: number): Changes {
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { portfolio, today } = before;
  const { partner, studies, customers } = portfolio;
  const applications = [{ specialization: 'msp', relevance: `${step}`, category: null, history: [] }];
  const newStudy = (): Changes => {
    const customer = aCustomer({ id: `c${step}`, legalName: `Customer ${step}` });
    const study = aStudy({ id: `s${step}`, customer: customer.id, deployedOn: addMonths(today, -Math.floor(random() * 20)), applications });
    return { customers: [customer], studies: [study] };
  };
  if (studies.length < 6) return newStudy();
  const study = any(studies);
  const edited = (facts: Partial<Study>): Changes => ({ studies: [{ ...study, ...facts }] });
  const msp = before.specialization('msp') as Specialization;
  const own = { ...msp, code: 'own', name: `Own ${step}` };
  const kinds: readonly (() => Changes)[] = [
    newStudy,
    () => edited({ title: any(titles), sections: { ...study.sections, results: [`Saves ${step} %`] } }),
    () => edited({ deployedOn: addMonths(today, -Math.floor(random() * 20)), consent: { state: 'granted', until: null } }),
    () => edited({ status: any(['draft', 'active', 'retired'] as const) }),
    () => edited({ applications: random() < 0.5 ? [] : applications }),
    () => ({ removed: { studies: [study.id] } }),
    () => ({ customers: [{ ...any(customers), industry: any(['Retail', null]), aliases: [`A${step}`] }] }),
    () => ({ specializations: [{ ...msp, requires: { ...msp.requires, studies: 1 + Math.floor(random() * 4) } }] }),
    () => (before.meta('specialization', 'msp') ? { removed: { specializations: ['msp'] } } : { specializations: [own] }),
    () => (before.meta('specialization', 'own') ? { removed: { specializations: ['own'] } } : { specializations: [own] }),
    () => ({ partner: { ...partner, timeZone: any(zones) } }),
    () => ({ partner: { ...partner, targets: [{ specialization: 'msp', weight: 1 + (step % 9), submitOn: null }] }, warningDays: step }),
  ];
  return any(kinds)();
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
