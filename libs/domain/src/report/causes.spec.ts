import type { Customer, Specialization, Study } from '../portfolio.js';
import { aCustomer, anApplication, aPortfolio, aSpecialization, aStudy, day, noValue } from '../testing.js';
import type { History, RecordChange, RecordedSettings } from './history.js';
import type { StatusChange, StudyEvent } from './report.js';
import { report } from './reporting.js';

const s1 = aStudy();
const s2 = aStudy({ id: 's2', customer: 'c2', deployedOn: day('2026-09-30') });
const draft: Study = { ...s2, status: 'draft' };
const portfolio = aPortfolio({ customers: [aCustomer(), aCustomer({ id: 'c2', legalName: 'Ostsee AG' })], studies: [s1, s2] });

const study = (before: Study | null, after: Study | null): RecordChange => ({
  kind: 'study',
  id: (after ?? before)?.id ?? '',
  action: 'edit',
  before,
  after,
});
const customer = (before: Customer | null, after: Customer | null): RecordChange => ({
  kind: 'customer',
  id: (after ?? before)?.id ?? '',
  action: 'edit',
  before,
  after,
});
const entry = (before: Specialization | null, after: Specialization | null): RecordChange => ({
  kind: 'specialization',
  id: (after ?? before)?.code ?? '',
  action: 'edit',
  before,
  after,
});
const settings = (more: Partial<RecordedSettings>): RecordChange => {
  const before = { ...portfolio.partner, warningDays: 90 };
  return { kind: 'settings', id: 'settings', action: 'edit', before, after: { ...before, ...more } };
};

function historyOf(studies: readonly Study[], writes: readonly (readonly [string, ...RecordChange[]])[], more: object = {}): History {
  return {
    startsOn: day('2026-10-01'),
    start: { portfolio: { ...portfolio, studies, ...more }, warningDays: 90 },
    revisions: writes.map(([on, ...changes], n) => ({ revision: n + 1, on: day(on), changes })),
  };
}

const changesOf = (history: History, from: string, to: string): readonly StatusChange[] =>
  report(history, { from: day(from), to: day(to), facts: noValue, daysPerPoint: 2 }).changes;

/** The day, the status before and after, and what was behind it. */
function told({ on, before, after, cause }: StatusChange) {
  const events = cause.code === 'studies' ? cause.events.map((event) => [event.study, event.event, ...(event.day ? [event.day] : [])]) : [];
  return [on, before, after, cause.code, ...events];
}

test('time alone: a study comes near its end, and ages out', () => {
  expect(changesOf(historyOf([s1, s2], []), '2027-09-01', '2028-01-05').map(told)).toEqual([
    ['2027-10-02', 'ready', 'at-risk', 'studies', ['s1', 'ages-out-soon', '2027-12-31']],
    ['2027-12-31', 'at-risk', 'not-ready', 'studies', ['s1', 'aged-out']],
  ]);
});

test('time alone: a planned go-live comes', () => {
  const planned = { ...s2, deployedOn: day('2026-11-15') };
  expect(changesOf(historyOf([s1, planned], []), '2026-10-01', '2026-12-01')).toEqual([
    {
      on: '2026-11-15',
      revision: null,
      specialization: 'ecs',
      before: 'not-ready',
      after: 'ready',
      wasTarget: false,
      isTarget: false,
      had: { studies: 1, public: 1, categories: 0 },
      has: { studies: 2, public: 2, categories: 0 },
      needs: { studies: 2, public: 0, categories: 0 },
      cause: { code: 'studies', events: [{ study: 's2', event: 'went-live', day: null }] },
    },
  ]);
});

test('time alone: an acceptance uses a study up on the day after it', () => {
  const used = { ...s2, applications: [anApplication({ history: [{ state: 'accepted', on: day('2027-02-14') }] })] };
  const history = historyOf([s1, used], [], { specializations: [aSpecialization({ requires: { unusedStudies: true } })] });
  expect(changesOf(history, '2026-10-01', '2027-03-01').map(told)).toEqual([
    ['2026-11-17', 'ready', 'at-risk', 'studies', ['s2', 'used-up-soon', '2027-02-15']],
    ['2027-02-15', 'at-risk', 'not-ready', 'studies', ['s2', 'used-up']],
  ]);
});

const broken: Study = { ...s2, urlState: 'broken' };
const losing: readonly (readonly [StudyEvent['event'], Study, Study | null])[] = [
  ['retired', s2, { ...s2, status: 'retired' }],
  ['back-to-draft', s2, draft],
  ['removed', s2, null],
  ['edited', s2, { ...s2, title: ' ' }],
  ['page-broken', s2, broken],
];
test.each(losing)('a write loses it: %s', (event, before, after) => {
  const history = historyOf([s1, s2], [['2026-10-05', study(before, after)]]);
  expect(changesOf(history, '2026-10-01', '2026-10-09').map(told)).toEqual([
    ['2026-10-05', 'ready', 'not-ready', 'studies', ['s2', event]],
  ]);
});

const winning: readonly (readonly [StudyEvent['event'], Study | null, Study])[] = [
  ['activated', draft, s2],
  ['activated', { ...s2, status: 'retired' }, s2],
  ['brought-in', null, s2],
  ['edited', { ...s2, title: '' }, s2],
  ['page-mended', broken, s2],
];
test.each(winning)('a write wins it: %s', (event, before, after) => {
  const history = historyOf(before ? [s1, before] : [s1], [['2026-10-05', study(before, after)]]);
  expect(changesOf(history, '2026-10-01', '2026-10-09').map(told)).toEqual([
    ['2026-10-05', 'not-ready', 'ready', 'studies', ['s2', event]],
  ]);
});

test('a go-live day that is moved is told with the day it is on now', () => {
  const moved = { ...s2, deployedOn: day('2026-12-01') };
  const history = historyOf([s1, s2], [['2026-10-05', study(s2, moved)]]);
  expect(changesOf(history, '2026-10-01', '2026-10-09').map(told)).toEqual([
    ['2026-10-05', 'ready', 'not-ready', 'studies', ['s2', 'go-live-moved', '2026-12-01']],
  ]);
});

test('a customer that becomes a unit of none takes its study along', () => {
  const unit = aCustomer({ id: 'c2', legalName: 'Ostsee AG', kind: 'unit' });
  const history = historyOf([s1, s2], [['2026-10-05', customer(portfolio.customers[1] as Customer, unit)]]);
  expect(changesOf(history, '2026-10-01', '2026-10-09').map(told)).toEqual([
    ['2026-10-05', 'ready', 'not-ready', 'studies', ['s2', 'customer-changed']],
  ]);
});

test('a spare one that is retired brings the end near, and is told as what did it', () => {
  const s3 = aStudy({ id: 's3', deployedOn: day('2025-06-15') });
  const history = historyOf([s1, s3, s2], [['2026-10-05', study(s2, { ...s2, status: 'retired' })]]);
  expect(changesOf(history, '2026-10-01', '2026-10-09').map(told)).toEqual([
    ['2026-10-05', 'ready', 'at-risk', 'studies', ['s2', 'retired']],
  ]);
});

test('a write is one step: who gives up the place and who takes it are never seen apart', () => {
  const swap = [study(s2, { ...s2, status: 'retired' }), study(null, { ...s2, id: 's3' })] as const;
  expect(changesOf(historyOf([s1, s2], [['2026-10-05', ...swap]]), '2026-10-01', '2026-10-09')).toEqual([]);
});

test('first the day itself, then what was written on it', () => {
  const history = historyOf([s1, s2], [['2027-12-31', study(null, { ...s2, id: 's3' })]]);
  expect(changesOf(history, '2027-12-01', '2027-12-31').map(told)).toEqual([
    ['2027-12-31', 'at-risk', 'not-ready', 'studies', ['s1', 'aged-out']],
    ['2027-12-31', 'not-ready', 'ready', 'studies', ['s3', 'brought-in']],
  ]);
});

test('what the catalog asks, and its entries', () => {
  const ecs = aSpecialization();
  const more = aSpecialization({ requires: { studies: 3 } });
  const other = aSpecialization({ code: 'eks' });
  const history = historyOf(
    [s1, s2],
    [
      ['2026-10-05', entry(ecs, more)],
      ['2026-10-06', entry(more, { ...ecs, name: 'ECS' })],
      ['2026-10-07', entry(null, other)],
      ['2026-10-08', entry(other, null)],
    ],
  );
  expect(changesOf(history, '2026-10-01', '2026-10-09').map(told)).toEqual([
    ['2026-10-05', 'ready', 'not-ready', 'requirements'],
    ['2026-10-06', 'not-ready', 'ready', 'requirements'],
    ['2026-10-07', null, 'not-ready', 'entry-added'],
    ['2026-10-08', 'not-ready', null, 'entry-removed'],
  ]);
});

test('targets and the warning window', () => {
  const targets = [{ specialization: 'ecs', weight: 1, submitOn: null }];
  const history = historyOf(
    [s1, s2],
    [
      ['2026-10-05', settings({ targets })],
      ['2026-10-06', settings({ targets, warningDays: 600 })],
      ['2026-10-07', settings({ targets: [], warningDays: 600 })],
    ],
  );
  const changes = changesOf(history, '2026-10-01', '2026-10-09');
  expect(changes.map((change) => [...told(change), change.wasTarget, change.isTarget])).toEqual([
    ['2026-10-05', 'ready', 'ready', 'target-added', false, true],
    ['2026-10-06', 'ready', 'at-risk', 'warning-window', true, true],
    ['2026-10-07', 'at-risk', 'at-risk', 'target-removed', true, false],
  ]);
});

test('an undo takes back what an import brought, and both are told', () => {
  const [s3, s4] = ['s3', 's4'].map((id) => ({ ...s2, id })) as [Study, Study];
  const history = historyOf(
    [],
    [
      ['2026-10-05', study(null, s3), study(null, s4)],
      ['2026-10-06', study(s3, null), study(s4, null)],
    ],
  );
  expect(changesOf(history, '2026-10-01', '2026-10-09').map(told)).toEqual([
    ['2026-10-05', 'not-ready', 'ready', 'studies', ['s3', 'brought-in'], ['s4', 'brought-in']],
    ['2026-10-06', 'ready', 'not-ready', 'studies', ['s3', 'removed'], ['s4', 'removed']],
  ]);
  const made = report(history, { from: day('2026-10-05'), to: day('2026-10-09'), facts: noValue, daysPerPoint: 2 });
  expect(made.studies.map(({ id }) => id)).toEqual(['s3', 's4']);
});
