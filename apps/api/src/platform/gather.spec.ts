import { setTimeout as sleep } from 'node:timers/promises';
import { gather } from './gather.js';

describe('gather', () => {
  let asked: number[][];
  const double = gather(async (asks: readonly number[]) => {
    asked.push([...asks]);
    await sleep(5);
    if (asks.includes(13)) throw new Error('not 13');
    return asks.map((ask) => 2 * ask);
  });
  beforeEach(() => (asked = []));
  const begun = async (answers: number) => {
    while (asked.length < answers) await sleep(1);
  };

  it('answers each ask with its own answer, all of one moment together', async () => {
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
    expect(asked).toEqual([[1, 2, 3]]);
  });

  it('lets those that come meanwhile share the next answer', async () => {
    const first = double(1);
    await begun(1);
    expect(await Promise.all([first, double(2), double(3)])).toEqual([2, 4, 6]);
    expect(asked).toEqual([[1], [2, 3]]);
  });

  it('never asks for more than a hundred at once', async () => {
    await Promise.all(Array.from({ length: 250 }, (_, n) => double(n + 100)));
    expect(asked.map(({ length }) => length)).toEqual([100, 100, 50]);
  });

  it('fails only the ask that fails alone, and goes on', async () => {
    const answers = await Promise.allSettled([12, 13, 14].map(double));
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : String(answer.reason)))).toEqual([
      24,
      'Error: not 13',
      28,
    ]);
    expect(await double(1)).toBe(2);
  });
});
