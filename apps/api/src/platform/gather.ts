import { setTimeout as sleep } from 'node:timers/promises';

interface Asked<Ask, Answer> {
  readonly ask: Ask;
  readonly resolve: (answer: Answer | Promise<Answer>) => void;
  readonly reject: (error: unknown) => void;
}

/** More than work at once in one process. */
const most = 100;
/** How long a statement waits for others to share it: far less than what it spares where thousands ask. */
const lingerMs = 5;

/**
 * Puts together what is asked for one by one: all that come within a few milliseconds, or while an answer is under way,
 * share the next one, so that thousands of small jobs share statements. `all` answers in the order of the asks. Where it
 * fails for several, each is asked alone, and fails alone.
 */
export function gather<Ask, Answer>(all: (asks: readonly Ask[]) => Promise<readonly Answer[]>): (ask: Ask) => Promise<Answer> {
  let waiting: Asked<Ask, Answer>[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      await sleep(lingerMs);
      const some = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await answer(some);
    }
    isRunning = false;
  }

  async function answer(some: readonly Asked<Ask, Answer>[]): Promise<void> {
    try {
      const answers = await all(some.map(({ ask }) => ask));
      some.forEach(({ resolve }, n) => resolve(answers[n] as Answer));
    } catch (error) {
      if (some.length === 1) some[0]?.reject(error);
      else for (const one of some) await answer([one]);
    }
  }

  return (ask) =>
    new Promise<Answer>((resolve, reject) => {
      waiting.push({ ask, resolve, reject });
      if (!isRunning) void run();
    });
}
