import { type Timeline, warnedDaysOfStudy, type Customer, type Study } from '@caseboard/domain';
import { bringIn } from '../testing/bring-in.js';
import { useTestApp } from '../testing/test-app.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import type { Changes } from '../writing/changes.js';
import { updateCache } from './counting-cache.js';
import { SweepService } from './sweep.service.js';
import { aCompleteStudy, aDocument, anEntry } from './testing/a-document.js';

const test = useTestApp({ today: null });

const codes = ['own-1', 'own-2', 'own-3'];

/** The same numbers on every run (mulberry32). */
let seed = 7;
function random(): number {
  seed = (seed + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

beforeAll(async () => {
  test.setTime('2026-11-20T09:00:00Z');
  const studies = Array.from({ length: 40 }, (_, n) =>
    aCompleteStudy(`s${n}`, {
      deployedOn: `2025-${String(1 + (n % 12)).padStart(2, '0')}-15`,
      applications: codes.filter(() => random() < 0.5),
    }),
  );
  const specializations = codes.map((code, n) => anEntry(code, { categories: ['A', 'B'], freshnessMonths: [18, 12, null][n] }));
  await bringIn(test, aDocument({ specializations, studies }));
});

/** Something that moves what counts: of studies, of their customers, or of what is asked. */
const edits: readonly ((snapshot: Awaited<ReturnType<PortfolioService['current']>>) => Changes)[] = [
  ({ portfolio }) => ({ studies: [{ ...pick(portfolio.studies), status: 'draft' }] }),
  ({ portfolio }) => ({ studies: [{ ...pick(portfolio.studies), status: 'active' }] }),
  ({ portfolio }) => ({ studies: [{ ...pick(portfolio.studies), summary: pick(['', 'Text']) }] }),
  ({ portfolio }) => ({
    studies: [{ ...pick(portfolio.studies), deployedOn: pick(['2025-02-28', '2026-01-31', null]) as Study['deployedOn'] }],
  }),
  ({ portfolio }) => ({ studies: [{ ...pick(portfolio.studies), applications: pick(portfolio.studies).applications }] }),
  ({ portfolio }) => ({ studies: [{ ...pick(portfolio.studies), visibility: 'anonymous', title: 'How Customer of s1 ships' }] }),
  ({ portfolio }) => ({ studies: [{ ...pick(portfolio.studies), visibility: 'private', consent: { state: 'granted', until: null } }] }),
  ({ portfolio }) => ({ customers: [{ ...pick(portfolio.customers), relation: pick<Customer['relation']>(['external', 'internal']) }] }),
  ({ portfolio }) => ({ customers: [{ ...pick(portfolio.customers), kind: 'unit', partOf: null }] }),
  ({ portfolio }) => ({ customers: [{ ...pick(portfolio.customers), kind: 'legal-entity' }] }),
  ({ portfolio }) => {
    const [unit, above] = [pick(portfolio.customers), pick(portfolio.customers.filter(({ kind }) => kind === 'legal-entity'))];
    return { customers: unit.id === above.id ? [] : [{ ...unit, kind: 'unit', partOf: above.id }] };
  },
  (snapshot) => {
    const entry = snapshot.specialization(pick(codes))!;
    return {
      specializations: [
        { ...entry, requires: { ...entry.requires, freshnessMonths: pick([12, 18, null]), supportServices: random() < 0.3 } },
      ],
    };
  },
  ({ portfolio }) => {
    const drafts = portfolio.studies.filter(({ status }) => status === 'draft');
    return drafts.length === 0 ? {} : { removed: { studies: [pick(drafts).id] } };
  },
];

async function edit(): Promise<void> {
  await test
    .get(PortfolioWriter)
    .write(null, ({ before, save }) => save(pick(edits)(before), 'edit'))
    // Two active studies in one place, a circle of units: the product says no, and nothing changed.
    .catch(() => undefined);
}

const links = () =>
  test.query('SELECT study_id, specialization, counts_from, counts_until, is_public, category FROM counting_cache ORDER BY 1, 2');
const days = () => test.query('SELECT study_id, kind, day::text FROM warned_day_cache ORDER BY 1, 2, 3');

describe('The counting cache', () => {
  it('brought up to date after random edits, equals one made anew, and what the engine says', async () => {
    for (let round = 0; round < 10; round += 1) {
      for (let n = 0; n < 5; n += 1) await edit();
      await test.get(SweepService).sweep({ reason: 'change' });
      const [linksThen, daysThen] = [await links(), await days()];
      const { engine, catalog, portfolio } = await test.get(PortfolioService).current();
      const counting = codes.flatMap((code) =>
        (engine.timeline(code) as Timeline).studies.map(({ id, from, until, isPublic, category }) => ({
          study_id: id,
          specialization: code,
          counts_from: from,
          counts_until: until,
          is_public: isPublic,
          category,
        })),
      );
      const order = (a: { study_id: string; specialization: string }) => `${a.study_id}\0${a.specialization}`;
      const sorted = (rows: unknown[]) => [...(rows as typeof counting)].sort((a, b) => (order(a) < order(b) ? -1 : 1));
      expect(sorted(linksThen)).toEqual(sorted(counting));
      const warned = portfolio.studies.flatMap((study) => warnedDaysOfStudy(study, catalog));
      expect(daysThen.map((row) => Object.values(row).join(' ')).sort()).toEqual(
        warned.map(({ subject, kind, day }) => `${subject} ${kind} ${day}`).sort(),
      );
      await test.database.transaction((manager) => updateCache(manager, { partner: portfolio.partner, catalog }, -1));
      expect([await links(), await days()]).toEqual([linksThen, daysThen]);
    }
  }, 120_000);

  it.each([
    ['of a start keeps it as it is', 'start', 'those of the tests', 0],
    ['after another build of the rules makes it anew', 'start', 'others', 1],
    ['asked for by hand makes it anew', 'hand', 'those of the tests', 1],
  ] as const)('a sweep %s', async (_, reason, cachedBy, isMade) => {
    const all = (await links()).length;
    await test.query('DELETE FROM counting_cache');
    await test.query('UPDATE sweep_state SET cached_by = $1', [cachedBy]);
    await test.get(SweepService).sweep({ reason });
    expect(await links()).toHaveLength(isMade * all);
    await test.get(SweepService).sweep({ reason: 'hand' });
    expect(await links()).toHaveLength(all);
  });
});
