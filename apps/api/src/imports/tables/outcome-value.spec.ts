import fc from 'fast-check';
import { outcomeValue } from './outcome-value.js';

describe('The value of an outcome', () => {
  it.each([
    ['部署频率提升 7 倍', 7],
    ['提升7倍', 7],
    ['成本下降 32%', 32],
    ['成本下降３２％', 32],
    ['Spoilage fell 18%', 18],
    ['Reports 5x faster', 5],
    ['Losses down 1.2 MUSD', 1.2],
    ['报表从 2 天缩短到 3 小时', 2],
    ['1,200 users', 1200],
    ['1.200,5 Stück', 1200.5],
    ['1,200.5 pieces', 1200.5],
    ['1,200,300 rows', 1_200_300],
    ['1.200.300 Zeilen', 1_200_300],
    ['12,5 %', 12.5],
    ['1,00,000 rupees', 100_000],
    ["1'200 Franken", 1200],
    ['-12.5 points', -12.5],
    ['−12.5 points', -12.5],
    ['+7 points', 7],
    ['from 2-5 days', 2],
    ['moved to S3, 40% cheaper', 40],
    ['EC2 hours fell 15%', 15],
    ['p99 latency fell 60 %', 60],
    ['m5.2xlarge replaced, 3 fewer', 3],
    ['K8s v1.29 runs, 99.95% up', 99.95],
    ['answers in 30ms', 30],
    ['at 192.168.0.1, 4 times', 4],
    ['($3,000 saved)', 3000],
    ['0.5', 0.5],
    ['-0', 0],
  ])('%s is %d', (statement, value) => {
    expect(outcomeValue(statement)).toBe(value);
  });

  it.each(['', 'much faster', 'moved to S3', 'EC2 and RDS', '7x24 运维', '3D models', 'v2.1.3'])('%s has none', (statement) => {
    expect(outcomeValue(statement)).toBeNull();
  });

  it('is the number however it is grouped, signed and surrounded', () => {
    const before = fc.constantFrom('', 'cost fell ', '下降', 'S3 and EC2: ', '(');
    const after = fc.constantFrom('', '%', ' %', '倍', ' times', ')', '。');
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 999_999_999 }),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom('', '-', '−', '+'),
        before,
        after,
        (whole, cents, sign, words, unit) => {
          const grouped = whole.toLocaleString('en-US');
          const fraction = String(cents).padStart(2, '0');
          const value = Number(`${whole}.${fraction}`) * (sign === '-' || sign === '−' ? -1 : 1);
          // A sign that touches a closing mark or a word before it would be a dash.
          expect(outcomeValue(`${words}${sign === '' || words === '下降' ? '' : sign}${grouped}.${fraction}${unit}`)).toBe(
            words === '下降' ? Math.abs(value) : value,
          );
          expect(outcomeValue(`${words}${grouped.replaceAll(',', '.')},${fraction}${unit}`)).toBe(Math.abs(value));
        },
      ),
    );
  });

  it('never fails, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => Number.isFinite(outcomeValue(text) ?? 0)));
  });
});
