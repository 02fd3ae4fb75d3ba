import { addDays, knownOn, writePortfolio, type Day, type Known, type Portfolio } from '@caseboard/domain';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { Clock } from '../platform/clock.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { useTestApp } from '../testing/test-app.js';
import type { Changes } from '../writing/changes.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { HistoryReader } from './history-reader.service.js';
import { anyChange, seeded } from '../testing/any-change.js';

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
