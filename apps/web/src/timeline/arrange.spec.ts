import { placeBetween } from '../platform/calendar';
import { lanesOf, lossesIn, monthsOf, rowsOf, spanOf, ticksOf } from './arrange';
import { aLoss, aRow } from './timeline-for-tests';

const asOf = '2026-11-23';
const span = spanOf(asOf, 18);
const everything = { search: '', owner: '', industry: '' };

test('the span begins a little before the day and ends so many months after it', () => {
  expect(span).toEqual({ asOf, from: '2026-11-01', to: '2028-05-23' });
  const place = placeBetween(span.from, span.to);
  expect([place(span.from), place(span.to), place('2030-01-01'), place('2020-01-01')]).toEqual([0, 1, 1, 0]);
});

describe('rows', () => {
  test('are the active studies by the day they age out, those without one and those gone last', () => {
    const studies = [
      aRow({ id: 'never', expiresOn: null }),
      aRow({ id: 'late', expiresOn: '2027-08-04' }),
      aRow({ id: 'draft', status: 'draft' }),
      aRow({ id: 'soon' }),
      aRow({ id: 'gone', expiresOn: asOf }),
    ];
    expect(rowsOf(studies, [], asOf, everything).map(({ study }) => study.id)).toEqual(['soon', 'late', 'never', 'gone']);
  });

  test.each([
    ['the last of 90 days', { expiresOn: '2027-02-21' }, 'soon', 89],
    ['a day more', { expiresOn: '2027-02-22' }, 'counts', 90],
    ['its last day', { expiresOn: '2026-11-24' }, 'soon', 0],
    ['the day after it', { expiresOn: asOf, cells: 'E.' }, 'expired', -1],
    ['no end', { expiresOn: null, cells: 'C.' }, 'counts', null],
    ['gaps wherever it is linked', { expiresOn: '2027-08-04', cells: 'B.' }, 'blocked', 253],
    ['a go-live day that is not known', { deployedOn: null, expiresOn: null, cells: 'B.' }, 'undated', null],
  ])('a study with %s is told as such', (_, part, state, daysLeft) => {
    expect(rowsOf([aRow(part)], [], asOf, everything)).toMatchObject([{ state, daysLeft }]);
  });

  test('carry the readiness that is lost with them, on their own day only', () => {
    const [own, other] = [aLoss(), aLoss({ on: '2027-01-01', code: 'other' })];
    expect(rowsOf([aRow()], [own, other], asOf, everything)[0]?.losses).toEqual([own]);
  });

  test('are those searched for, of the owners and industries chosen', () => {
    const studies = [aRow(), aRow({ id: 'CS-2', customer: null, title: 'Booking', owner: null, industry: null })];
    const ids = (filters: Partial<typeof everything>) =>
      rowsOf(studies, [], asOf, { ...everything, ...filters }).map(({ study }) => study.id);
    expect(ids({ search: ' anybank ' })).toEqual(['CS-1']);
    expect(ids({ search: 'book' })).toEqual(['CS-2']);
    expect(ids({ owner: 'none' })).toEqual(['CS-2']);
    expect(ids({ owner: 'none,jonas@example.com' })).toEqual(['CS-1', 'CS-2']);
    expect(ids({ industry: 'Financial Services' })).toEqual(['CS-1']);
  });
});

test('losses are of targets and held ones unless all are asked for, within the span and by day', () => {
  const flips = [
    aLoss({ code: 'later', on: '2027-03-01' }),
    aLoss(),
    aLoss({ code: 'linked', target: false }),
    aLoss({ code: 'held', target: false, held: true }),
    aLoss({ code: 'turns', from: 'ready', to: 'at-risk' }),
    aLoss({ code: 'today', on: asOf }),
    aLoss({ code: 'beyond', on: span.to }),
  ];
  expect(lossesIn(flips, span, false).map(({ code }) => code)).toEqual(['devops', 'held', 'later']);
  expect(lossesIn(flips, span, true).map(({ code }) => code)).toEqual(['devops', 'linked', 'held', 'later']);
});

describe('words of losses', () => {
  const at = (on: string, code = on) => aLoss({ on, code });
  const laid = (days: readonly string[], long: number, taken: number[] = []) =>
    lanesOf(
      days.map((on) => at(on)),
      placeBetween(span.from, span.to),
      570,
      () => long,
      taken,
    ).map(({ lane, isLeft, isBare }) => ({ lane, isLeft, isBare }));

  test('take another lane where they would touch', () => {
    expect(laid(['2026-12-13', '2026-12-20', '2027-08-01'], 100).map(({ lane }) => lane)).toEqual([0, 1, 0]);
    expect(laid(['2026-12-13'], 100, [80])).toEqual([{ lane: 1, isLeft: false, isBare: false }]);
  });

  test('stand before their day at the end, and are left out where they fit on neither side', () => {
    expect(laid(['2028-05-01'], 100)).toEqual([{ lane: 0, isLeft: true, isBare: false }]);
    expect(laid(['2027-08-01'], 400)).toEqual([{ lane: 0, isLeft: false, isBare: true }]);
  });

  test('are left out where five lanes are full', () => {
    const days = Array.from({ length: 7 }, (_, n) => `2027-01-0${n + 1}`);
    expect(laid(days, 100).map(({ isBare }) => isBare)).toEqual([false, false, false, false, false, true, true]);
  });

  test('never overlap another', () => {
    const days = Array.from(
      { length: 40 },
      (_, n) => `2027-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
    ).sort();
    const boxes = lanesOf(
      days.map((on) => at(on)),
      placeBetween(span.from, span.to),
      1200,
      () => 120,
    )
      .filter(({ isBare }) => !isBare)
      .map(({ x, lane, isLeft }) => ({ lane, left: isLeft ? x - 120 : x, right: isLeft ? x : x + 120 }));
    for (const one of boxes)
      for (const other of boxes)
        if (one !== other && one.lane === other.lane) expect(one.left >= other.right || other.left >= one.right).toBe(true);
  });
});

test('what ages out is counted once, by month or by quarter, from the day after the one asked about', () => {
  const rows = rowsOf(
    [asOf, '2026-11-24', '2026-11-30', '2026-12-01', '2027-01-31', '2028-05-22'].map((expiresOn, n) => aRow({ id: `s${n}`, expiresOn })),
    [],
    asOf,
    everything,
  );
  const months = monthsOf(rows, span);
  expect(months.slice(0, 3)).toEqual([
    { from: '2026-11-24', to: '2027-01-01', count: 3 },
    { from: '2027-01-01', to: '2027-02-01', count: 1 },
    { from: '2027-02-01', to: '2027-03-01', count: 0 },
  ]);
  const middle = monthsOf(rows, spanOf('2026-11-10', 18));
  expect(middle[0]).toEqual({ from: '2026-11-11', to: '2026-12-01', count: 3 });
  const sum = (of: readonly { count: number }[]) => of.reduce((all, { count }) => all + count, 0);
  expect([sum(months), sum(monthsOf(rows, span, 3))]).toEqual([5, 5]);
});

test('months have a name where there is room for it, else each third', () => {
  expect(ticksOf(span, 900)).toHaveLength(18);
  expect(ticksOf(span, 300)).toEqual(['2027-01-01', '2027-04-01', '2027-07-01', '2027-10-01', '2028-01-01', '2028-04-01']);
});
