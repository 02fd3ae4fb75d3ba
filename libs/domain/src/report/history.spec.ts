import { Engine } from '../engine.js';
import type { Study } from '../portfolio.js';
import { aPortfolio, aSpecialization, aStudy, day } from '../testing.js';
import type { History, RecordChange } from './history.js';
import { knownOn } from './records.js';

const study = (id: string, before: Study | null, after: Study | null): RecordChange => ({
  kind: 'study',
  id,
  action: 'edit',
  before,
  after,
});
const s1 = aStudy();
const s2 = aStudy({ id: 's2', deployedOn: day('2026-09-30') });

function historyOf(...writes: readonly (readonly [string, ...RecordChange[]])[]): History {
  return {
    startsOn: day('2026-10-01'),
    start: { portfolio: aPortfolio({ studies: [s1, s2] }), warningDays: 90 },
    revisions: writes.map(([on, ...changes], n) => ({ revision: n + 1, on: day(on), changes })),
  };
}

const titlesOn = (history: History, on: string) => knownOn(history, day(on)).portfolio.studies.map(({ id, title }) => [id, title]);

test('what was known on a day is what stands after its last write', () => {
  const [first, second] = [
    { ...s1, title: 'First' },
    { ...s1, title: 'Second' },
  ];
  const history = historyOf(['2026-10-05', study('s1', s1, first)], ['2026-10-05', study('s1', first, second)]);
  expect(titlesOn(history, '2026-10-04')).toEqual([
    ['s1', s1.title],
    ['s2', s2.title],
  ]);
  expect(titlesOn(history, '2026-10-05')).toEqual([
    ['s1', 'Second'],
    ['s2', s2.title],
  ]);
});

test('before the record begins, what it begins with is all that can be told', () => {
  const history = historyOf(['2026-10-05', study('s1', s1, null)]);
  expect(knownOn(history, day('2020-01-01'))).toEqual(history.start);
});

test('a changed study keeps its place, one that comes back is the last', () => {
  const history = historyOf(
    ['2026-10-05', study('s1', s1, { ...s1, title: 'Edited' })],
    ['2026-10-06', study('s1', s1, null)],
    ['2026-10-07', study('s1', null, s1)],
  );
  expect(titlesOn(history, '2026-10-05').map(([id]) => id)).toEqual(['s1', 's2']);
  expect(titlesOn(history, '2026-10-06').map(([id]) => id)).toEqual(['s2']);
  expect(titlesOn(history, '2026-10-07').map(([id]) => id)).toEqual(['s2', 's1']);
});

test('settings, customers and catalog entries are known as of a day too', () => {
  const { portfolio } = historyOf().start;
  const partner = { ...portfolio.partner, legalName: 'Harbor' };
  const history = historyOf(
    [
      '2026-10-05',
      {
        kind: 'settings',
        id: 'settings',
        action: 'edit',
        before: { ...portfolio.partner, warningDays: 90 },
        after: { ...partner, warningDays: 30 },
      },
      { kind: 'customer', id: 'c1', action: 'remove', before: portfolio.customers[0] ?? null, after: null },
    ],
    ['2026-10-06', { kind: 'specialization', id: 'eks', action: 'create', before: null, after: aSpecialization({ code: 'eks' }) }],
  );
  expect(knownOn(history, day('2026-10-05'))).toMatchObject({ portfolio: { partner, customers: [] }, warningDays: 30 });
  expect(knownOn(history, day('2026-10-06')).portfolio.specializations.map(({ code }) => code)).toEqual(['ecs', 'eks']);
});

test('a date corrected later changes how that day looks with the data of today, never what was known on it', () => {
  const march = day('2027-03-03');
  // It had gone live half a year before it was thought, and so had aged out by then.
  const corrected = { ...s2, deployedOn: day('2025-08-30') };
  const history = historyOf(['2027-06-01', study('s2', s2, corrected)]);
  const statusOn = (on: string) => new Engine(knownOn(history, day(on)).portfolio).readinessOf('ecs', march)?.status;
  expect(statusOn('2027-03-03')).toBe('ready');
  expect(statusOn('2027-06-01')).toBe('not-ready');
});
