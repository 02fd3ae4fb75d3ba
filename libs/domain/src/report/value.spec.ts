import fc from 'fast-check';
import type { ReadinessStatus } from '../readiness.js';
import { noValue } from '../testing.js';
import { practiceCategories, type ValueFacts } from './business-value.js';
import { businessValueOf } from './value.js';

const nothing = { statuses: new Map<string, ReadinessStatus>(), heldSpecializations: [] };
const valueOf = (facts: Partial<ValueFacts>) => businessValueOf({ ...noValue, ...facts }, nothing);
const active = (count: number) => practiceCategories.slice(0, count);
const usd = (amount: number) => ({ amount, currency: 'USD' });

test.each([
  [0, null, null, 'focused', 1],
  [1, 'focused', 1.26, 'multi-category', 1],
  [2, 'multi-category', 3.26, 'progressive', 2],
  [3, 'multi-category', 3.26, 'progressive', 1],
  [4, 'progressive', 5.78, 'expert', 2],
  [5, 'progressive', 5.78, 'expert', 1],
  [6, 'expert', 7.13, null, null],
] as const)('%s active categories: %s (rules 9.1)', (count, partnerClass, multiplier, next, more) => {
  const value = valueOf({ activeCategories: active(count) });
  expect([value.partnerClass, value.multiplier, value.next?.partnerClass ?? null, value.next?.categories ?? null]).toEqual([
    partnerClass,
    multiplier,
    next,
    more,
  ]);
});

test('without a class there is no estimate, and without revenue neither', () => {
  expect(valueOf({ awsRevenue: usd(1_000_000) })).toMatchObject({ upTo: null, next: { upTo: 1_300_000 } });
  expect(valueOf({ activeCategories: active(6) })).toMatchObject({ upTo: null, next: null });
});

test('a class set by hand goes before our own reading', () => {
  expect(valueOf({ activeCategories: active(1), classByHand: 'progressive', awsRevenue: usd(100) })).toMatchObject({
    partnerClass: 'progressive',
    upTo: 580,
    next: { partnerClass: 'expert', categories: 5, upTo: 710 },
  });
  // More active ones than the next class takes: nothing is missing but the decision.
  expect(valueOf({ activeCategories: active(6), classByHand: 'focused' }).next).toMatchObject({ categories: 0 });
});

test.each([
  [1_250_000, 1_600_000], // 1,575,000
  [250, 320], // 315
  [1, 1.3],
  [0, 0],
  [7_900, 10_000], // 9,954
  [0.04, 0.05],
])('%s of AWS sold by a focused partner is up to %s, rounded to two figures', (amount, upTo) => {
  expect(valueOf({ activeCategories: active(1), awsRevenue: usd(amount) }).upTo).toBe(upTo);
});

test('rounding to two figures is never off by more than half of the second one', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e12, noNaN: true }), (amount) => {
      const exact = amount * 7.13;
      const { upTo } = valueOf({ activeCategories: active(6), awsRevenue: usd(amount) });
      expect(Math.abs((upTo ?? 0) - exact)).toBeLessThanOrEqual(exact * 0.0500001);
      expect(String(upTo?.toExponential()).replace(/e.*|\./g, '').length).toBeLessThanOrEqual(2);
    }),
  );
});

const statuses = new Map<string, ReadinessStatus>([
  ['ecs', 'ready'],
  ['eks', 'not-ready'],
  ['rds', 'at-risk'],
  ['msp', 'not-ready'],
  ['competency-devops-services', 'ready'],
]);
const gateOf = (...heldSpecializations: string[]) => businessValueOf(noValue, { statuses, heldSpecializations }).premier;

test('Premier asks for three, one of them MSP, DevOps or Cloud Operations (rules 9.4)', () => {
  expect(gateOf('ecs', 'eks')).toEqual({
    asked: 3,
    held: ['ecs', 'eks'],
    ready: ['rds', 'competency-devops-services'],
    oneOf: ['msp', 'competency-devops-services'],
    missing: 1,
    missesOneOf: true,
    isMet: false,
  });
  expect(gateOf('ecs', 'eks', 'rds')).toMatchObject({ missing: 0, missesOneOf: true, isMet: false });
  expect(gateOf('ecs', 'eks', 'msp')).toMatchObject({ missing: 0, missesOneOf: false, isMet: true });
  expect(gateOf('msp')).toMatchObject({ missing: 2, missesOneOf: false, isMet: false });
  expect(gateOf('unknown')).toMatchObject({ held: [], missing: 3 });
});
