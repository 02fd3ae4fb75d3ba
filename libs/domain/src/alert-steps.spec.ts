import fc from 'fast-check';
import {
  callsManagers,
  decideSteps,
  nextStepDay,
  usualLadder,
  type AlertState,
  type LadderStep,
  type StepQuestion,
  type StepRow,
} from './alert-steps.js';
import { addDays, type Day } from './day.js';
import { day } from './testing.js';

const expiry = day('2027-05-14');
const before = (days: number): Day => addDays(expiry, -days);
const question = (more: Partial<StepQuestion> = {}): StepQuestion => ({
  day: expiry,
  today: before(30),
  ladder: usualLadder,
  rows: [],
  wanted: true,
  broughtInOn: null,
  snoozedUntil: null,
  costsReadiness: false,
  ...more,
});

/** `30 due, 60 sent`: rows as a test writes them. */
const rows = (text: string): StepRow[] =>
  text === '' ? [] : text.split(', ').map((one) => ({ step: Number(one.split(' ')[0]), state: one.split(' ')[1] as AlertState }));
const written = (some: readonly StepRow[]): string =>
  [...some]
    .sort((a, b) => a.step - b.step)
    .map(({ step, state }) => `${step} ${state}`)
    .join(', ');
const decided = (more: Partial<StepQuestion>): string => written(decideSteps(question(more)));

describe('Steps fall due', () => {
  it.each([
    [91, '', ''],
    [90, '', '90 due'],
    [89, '90 sent', ''],
    [60, '90 sent', '60 due'],
    [30, '60 acknowledged, 90 sent', '30 due'],
    [31, '60 sent, 90 sent', ''],
    [7, '14 sent, 30 sent, 60 sent, 90 sent', '7 due'],
    [1, '7 sent, 14 sent, 30 sent, 60 sent, 90 sent', ''],
    [0, '7 sent, 14 sent, 30 sent, 60 sent, 90 sent', '0 due'],
    [-300, '0 sent, 7 sent, 14 sent, 30 sent, 60 sent, 90 sent', ''],
  ])('%i days before, with %j known: %j', (days, known, change) => {
    expect(decided({ today: before(days), rows: rows(known) })).toBe(change);
  });

  it.each([
    ['2024-03-01', 1, '2024-02-29'],
    ['2025-03-01', 1, '2025-02-28'],
    ['2027-03-01', 90, '2026-12-01'],
    ['2026-03-30', 7, '2026-03-23'], // Berlin's clocks change on the 29th
    ['2026-11-02', 1, '2026-11-01'], // New York's clocks change on the 1st
  ])('for %s the step of %i days falls due on %s, not the day before', (one, step, due) => {
    const ladder = [{ days: step, since: null }];
    const ask = (today: Day) => decideSteps(question({ day: day(one), ladder, today }));
    expect(ask(addDays(day(due), -1))).toEqual([]);
    expect(ask(day(due))).toEqual([{ step, state: 'due' }]);
  });

  it('several at once, after an outage or an import: only the most urgent is sent', () => {
    expect(decided({ today: before(20) })).toBe('30 due, 60 passed-over, 90 passed-over');
    expect(decided({ today: before(6), rows: rows('30 due, 60 failed, 90 sent') })).toBe(
      '7 due, 14 passed-over, 30 passed-over, 60 passed-over',
    );
  });

  it('the order of rows and steps does not matter', () => {
    expect(decided({ today: before(6), ladder: [...usualLadder].reverse(), rows: rows('90 sent, 30 due, 60 failed') })).toBe(
      '7 due, 14 passed-over, 30 passed-over, 60 passed-over',
    );
  });

  it.each([
    [90, '2027-02-14'],
    [89, '2027-03-15'],
    [14, '2027-05-07'],
    [1, '2027-05-14'],
    [0, null],
  ])('%i days before, the next is on %s', (days, next) => {
    expect(nextStepDay(expiry, usualLadder, addDays(before(days), days === 90 ? -1 : 0))).toBe(days === 90 ? before(90) : next);
  });
});

describe('A day that came in late', () => {
  it.each([
    [6, '0 due, 7 passed-over, 14 passed-over, 30 passed-over, 60 passed-over, 90 passed-over'],
    [7, '0 due, 7 passed-over, 14 passed-over, 30 passed-over, 60 passed-over, 90 passed-over'],
    [8, '0 passed-over'],
    [400, '0 passed-over'],
  ])('activated or imported %i days after the expiry: %s', (days, change) => {
    const broughtInOn = addDays(expiry, days);
    expect(decided({ today: broughtInOn, broughtInOn })).toBe(change);
  });

  it('an outage, however long, never silences the last step', () => {
    expect(decided({ today: before(-200), broughtInOn: before(400), rows: rows('30 sent, 60 sent, 90 sent') })).toBe(
      '0 due, 7 passed-over, 14 passed-over',
    );
    expect(decided({ today: before(-200), broughtInOn: before(-7) })).toContain('0 due');
    expect(decided({ today: before(-200) })).toContain('0 due');
  });

  it('raises none, though people had been told of earlier steps', () => {
    expect(decided({ today: before(-20), broughtInOn: before(-20), rows: rows('7 sent, 14 sent') })).toBe('0 passed-over');
  });

  it('silences what waited, and says why', () => {
    const late = { today: before(-20), broughtInOn: before(-20) };
    expect(decided({ ...late, rows: rows('0 withdrawn, 7 withdrawn') })).toBe('0 passed-over');
    expect(decided({ ...late, rows: rows('0 due, 7 failed, 14 passed-over') })).toBe('0 passed-over, 7 passed-over');
    expect(decided({ ...late, rows: rows('0 passed-over') })).toBe('');
  });
});

describe('A day that no longer holds', () => {
  it('withdraws what is not sent, and nothing else', () => {
    const known = rows('0 due, 7 snoozed, 14 failed, 30 sent, 60 acknowledged, 90 passed-over, 120 withdrawn');
    expect(decided({ wanted: false, rows: known })).toBe('0 withdrawn, 7 withdrawn, 14 withdrawn');
  });

  it('going back revives the most urgent one', () => {
    expect(decided({ today: before(30), rows: rows('30 withdrawn, 60 passed-over, 90 sent') })).toBe('30 due');
    expect(decided({ today: before(10), rows: rows('30 withdrawn, 60 passed-over, 90 sent') })).toBe('14 due, 30 passed-over');
  });

  it('what was sent is not sent again', () => {
    expect(decided({ today: before(29), rows: rows('30 sent, 60 withdrawn, 90 sent') })).toBe('60 passed-over');
    expect(decided({ today: before(29), rows: rows('30 acknowledged, 60 sent, 90 sent') })).toBe('');
    expect(decided({ today: before(29), rows: rows('30 passed-over, 60 sent, 90 sent') })).toBe('');
  });
});

describe('A snooze', () => {
  const until = { snoozedUntil: before(10) };
  it.each<[string, Partial<StepQuestion>, string]>([
    ['holds a step that falls due', { today: before(14), rows: rows('30 sent, 60 sent, 90 sent') }, '14 snoozed'],
    ['holds one that waits to be sent', { today: before(20), rows: rows('30 due, 60 sent, 90 sent') }, '30 snoozed'],
    ['holds one that comes back', { today: before(20), rows: rows('30 withdrawn, 60 sent, 90 sent') }, '30 snoozed'],
    ['leaves one that failed to be tried again', { today: before(20), rows: rows('30 failed, 60 sent, 90 sent') }, ''],
    ['leaves one that was sent', { today: before(20), rows: rows('30 sent, 60 sent, 90 sent') }, ''],
    ['holds until the day before', { today: before(11), rows: rows('14 snoozed, 30 sent, 60 sent, 90 sent') }, ''],
    ['is over on the day', { today: before(10), rows: rows('14 snoozed, 30 sent, 60 sent, 90 sent') }, '14 due'],
    ['sends only the most urgent', { today: before(6), rows: rows('14 snoozed, 30 sent, 60 sent, 90 sent') }, '7 due, 14 passed-over'],
    [
      'does not hold what costs a readiness',
      { today: before(14), costsReadiness: true, rows: rows('30 sent, 60 sent, 90 sent') },
      '14 due',
    ],
    [
      'lets go of what comes to cost one',
      { today: before(12), costsReadiness: true, rows: rows('14 snoozed, 30 sent, 60 sent, 90 sent') },
      '14 due',
    ],
    ['ends without a mail where nothing new fell due', { today: before(10), rows: rows('14 sent, 30 sent, 60 sent, 90 sent') }, ''],
  ])('%s', (_title, more, change) => {
    expect(decided({ ...until, ...more })).toBe(change);
  });

  it('until the expiry lets the last step out on that day', () => {
    expect(decided({ today: expiry, snoozedUntil: expiry, rows: rows('7 snoozed, 14 sent, 30 sent, 60 sent, 90 sent') })).toBe(
      '0 due, 7 passed-over',
    );
  });

  it('taken back lets the step out', () => {
    expect(decided({ today: before(12), rows: rows('14 snoozed, 30 sent, 60 sent, 90 sent') })).toBe('14 due');
  });
});

describe('A changed ladder', () => {
  const with21 = (since: Day | null): LadderStep[] => [...usualLadder, { days: 21, since }];
  const known = rows('30 sent, 60 sent, 90 sent');

  it.each([
    ['made today, ahead', before(22), before(22), ''],
    ['made the day before, due now', before(22), before(21), '21 due'],
    ['made on the very day it falls due', before(21), before(21), '21 due'],
    ['made the day after it would have fallen due', before(20), before(20), ''],
  ])('a new step %s', (_title, since, today, change) => {
    expect(decided({ ladder: with21(since), today, rows: known })).toBe(change);
  });

  it('takes what was not sent of a step that left', () => {
    const ladder = usualLadder.filter(({ days }) => days !== 30);
    expect(decided({ ladder, today: before(30), rows: rows('30 due, 60 sent, 90 sent') })).toBe('30 withdrawn');
    expect(decided({ ladder, today: before(30), rows: rows('30 sent, 60 sent, 90 sent') })).toBe('');
  });

  it('makes no larger step due where a smaller one was told', () => {
    const ladder = [
      { days: 60, since: null },
      { days: 45, since: null },
      { days: 0, since: null },
    ];
    expect(decided({ ladder, today: before(29), rows: rows('30 sent, 60 sent') })).toBe('45 passed-over');
    expect(decided({ ladder, today: before(29), rows: rows('30 due, 60 sent') })).toBe('30 withdrawn, 45 due');
  });

  it('the next day leaves out steps that stood too late', () => {
    expect(nextStepDay(expiry, with21(before(20)), before(30))).toBe(before(14));
    expect(nextStepDay(expiry, with21(before(21)), before(30))).toBe(before(21));
  });
});

describe('A day that goes back, where the organisation moves west', () => {
  it('leaves the step that fell due yesterday, and makes no larger one due beside it', () => {
    expect(decided({ today: before(8), rows: rows('7 due, 14 passed-over, 30 sent, 60 sent, 90 sent') })).toBe('');
    expect(decided({ today: before(8), rows: rows('7 due, 30 sent, 60 sent, 90 sent') })).toBe('14 passed-over');
    expect(decided({ today: before(8), rows: rows('7 sent, 14 withdrawn, 30 sent, 60 sent, 90 sent') })).toBe('14 passed-over');
  });

  it('nothing happens again when the day comes again', () => {
    expect(decided({ today: before(7), rows: rows('7 sent, 14 passed-over, 30 sent, 60 sent, 90 sent') })).toBe('');
  });
});

describe('A step that nobody acknowledged', () => {
  it.each([
    ['', 30, false],
    ['60 sent', 30, true],
    ['60 acknowledged', 30, false],
    ['60 acknowledged, 90 sent', 30, false],
    ['60 sent, 90 acknowledged', 30, true],
    ['60 passed-over, 90 sent', 30, true],
    ['60 passed-over, 90 acknowledged', 30, false],
    ['60 withdrawn, 90 passed-over', 30, false],
    ['60 failed', 30, false],
    ['30 sent, 14 sent', 30, false],
    ['90 sent', 0, true],
  ])('with %j, step %i takes the managers along: %s', (known, step, calls) => {
    expect(callsManagers(rows(known), step)).toBe(calls);
    expect(callsManagers(rows(known).reverse(), step)).toBe(calls);
  });
});

const states: readonly AlertState[] = ['due', 'sent', 'passed-over', 'snoozed', 'acknowledged', 'withdrawn', 'failed'];
const someDay = fc.integer({ min: -130, max: 60 }).map((days) => addDays(expiry, days));
const maybeDay = fc.option(someDay, { nil: null });
const someLadder = fc
  .uniqueArray(fc.record({ days: fc.integer({ min: 0, max: 120 }), since: maybeDay }), { selector: ({ days }) => days, maxLength: 8 })
  .map((steps) => [...steps.filter(({ days }) => days > 0), { days: 0, since: null }]);
const someQuestion: fc.Arbitrary<StepQuestion> = someLadder.chain((ladder) =>
  fc.record({
    day: fc.constant(expiry),
    today: someDay,
    ladder: fc.constant(ladder),
    rows: fc.uniqueArray(
      fc.record({
        step: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constantFrom(...ladder.map(({ days }) => days))),
        state: fc.constantFrom(...states),
      }),
      { selector: ({ step }) => step, maxLength: 8 },
    ),
    wanted: fc.boolean(),
    broughtInOn: maybeDay,
    snoozedUntil: maybeDay,
    costsReadiness: fc.boolean(),
  }),
);

function applied(known: readonly StepRow[], changes: readonly StepRow[]): StepRow[] {
  const changed = new Set(changes.map(({ step }) => step));
  return [...known.filter(({ step }) => !changed.has(step)), ...changes];
}

describe('Whatever the rows are', () => {
  const check = (holds: (asked: StepQuestion, changes: StepRow[]) => void): void =>
    fc.assert(
      fc.property(someQuestion, (asked) => holds(asked, decideSteps(asked))),
      { numRuns: 2_000 },
    );

  it('asking again changes nothing', () => {
    check((asked, changes) => expect(decideSteps({ ...asked, rows: applied(asked.rows, changes) })).toEqual([]));
  });

  it('what was told stays told, and each step is answered once', () => {
    check(({ rows: known }, changes) => {
      const told = new Set(known.filter(({ state }) => state === 'sent' || state === 'acknowledged').map(({ step }) => step));
      expect(changes.filter(({ step }) => told.has(step))).toEqual([]);
      expect(new Set(changes.map(({ step }) => step)).size).toBe(changes.length);
    });
  });

  it('at most one step is made due, none after a smaller one was told, none before its day', () => {
    check(({ rows: known, today, ladder }, changes) => {
      const due = changes.filter(({ state }) => state === 'due' || state === 'snoozed');
      expect(due.length).toBeLessThan(2);
      for (const { step } of due) {
        expect(before(step) <= today).toBe(true);
        expect(ladder.some(({ days, since }) => days === step && (since === null || since <= before(step)))).toBe(true);
        expect(known.filter((row) => row.step < step && (row.state === 'sent' || row.state === 'acknowledged'))).toEqual([]);
      }
    });
  });

  it('nothing is made due of a day that no longer holds', () => {
    check(({ wanted }, changes) => {
      if (!wanted) expect(changes.filter(({ state }) => state !== 'withdrawn')).toEqual([]);
    });
  });
});

describe('Day by day, with outages', () => {
  /** Sweeps on the days given; each due step is told at once, or its mail fails. */
  function run(sweeps: readonly number[], more: Partial<StepQuestion>, isTold: (step: number) => boolean): StepRow[] {
    let known: StepRow[] = [];
    for (const days of sweeps) {
      known = applied(known, decideSteps(question({ ...more, today: before(days), rows: known })));
      expect(known.filter(({ state }) => state === 'due' || state === 'failed').length).toBeLessThan(2);
      known = known.map(({ step, state }) =>
        state === 'due' || state === 'failed' ? { step, state: isTold(step) ? 'sent' : 'failed' } : { step, state },
      );
    }
    return known;
  }
  const outages = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 40, maxLength: 60 }).map((gaps) => {
    let left = 130;
    return gaps.map((gap) => (left -= gap)).filter((days) => days > -40);
  });

  it('step 0 is always told, at the first sweep from its day on, unless it came in too late', () => {
    fc.assert(
      fc.property(outages, fc.integer({ min: -30, max: 130 }), someLadder, maybeDay, (sweeps, begin, ladder, snoozedUntil) => {
        const from = sweeps.filter((days) => days <= begin);
        const broughtInOn = before(begin);
        const until = snoozedUntil !== null && snoozedUntil <= expiry ? snoozedUntil : null;
        const known = run(from, { ladder, broughtInOn, snoozedUntil: until }, () => true);
        const last = known.find(({ step }) => step === 0)?.state;
        if (from.some((days) => days <= 0)) expect(last).toBe(begin < -7 ? 'passed-over' : 'sent');
        else expect(last).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('each step is told on its day where nothing is amiss', () => {
    const known = run(
      Array.from({ length: 140 }, (_, n) => 130 - n),
      {},
      () => true,
    );
    expect(written(known)).toBe('0 sent, 7 sent, 14 sent, 30 sent, 60 sent, 90 sent');
  });

  it('a mail that failed gives way to the next step', () => {
    const known = run(
      Array.from({ length: 140 }, (_, n) => 130 - n),
      {},
      (step) => step !== 14,
    );
    expect(written(known)).toBe('0 sent, 7 sent, 14 passed-over, 30 sent, 60 sent, 90 sent');
  });

  it('sweeps that were missed and sweeps that run twice end alike', () => {
    fc.assert(
      fc.property(outages, (sweeps) => {
        expect(
          run(
            sweeps.flatMap((days) => [days, days]),
            {},
            () => true,
          ),
        ).toEqual(run(sweeps, {}, () => true));
      }),
    );
  });

  it('retired, revived, snoozed, handled late: no step is told twice, none after a smaller one, and the last one is told', () => {
    const life = fc.array(fc.constantFrom('sweep', 'sweep', 'sweep', 'outage', 'retire', 'activate', 'snooze', 'fail', 'loss'), {
      minLength: 150,
      maxLength: 150,
    });
    fc.assert(
      fc.property(life, (events) => {
        let known: StepRow[] = [];
        let now = { wanted: true, broughtInOn: before(120), snoozedUntil: null as Day | null, costsReadiness: false };
        const told: number[] = [];
        events.forEach((event, n) => {
          const today = before(120 - n);
          if (event === 'retire') now = { ...now, wanted: false };
          if (event === 'activate' && !now.wanted) now = { ...now, wanted: true, broughtInOn: today };
          if (event === 'snooze' && today < expiry) now = { ...now, snoozedUntil: addDays(today, Math.min(10, 120 - n)) };
          if (event === 'loss') now = { ...now, costsReadiness: !now.costsReadiness };
          if (event === 'outage') return;
          known = applied(known, decideSteps(question({ ...now, today, rows: known })));
          const state: AlertState = event === 'fail' ? 'failed' : 'sent';
          const going = known.filter((row) => row.state === 'due' || row.state === 'failed');
          if (state === 'sent') told.push(...going.map(({ step }) => step));
          known = applied(
            known,
            going.map(({ step }) => ({ step, state })),
          );
        });
        expect(told).toEqual([...new Set(told)].sort((a, b) => b - a));
        const isLate = now.broughtInOn > addDays(expiry, 7);
        const last = decideSteps(question({ ...now, wanted: true, today: before(-60), rows: known }));
        if (!told.includes(0) && !isLate)
          expect(applied(known, last)).toContainEqual(expect.objectContaining({ step: 0, state: expect.stringMatching(/due|failed/) }));
      }),
      { numRuns: 300 },
    );
  });
});
