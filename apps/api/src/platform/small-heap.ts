import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let running = 0;

/**
 * Does large work in little memory: the engine collects garbage whenever the heap has grown by a third, where it would
 * rather let it grow to a multiple of its size first, which a small server does not have.
 */
export async function withSmallHeap<T>(work: () => Promise<T>): Promise<T> {
  running += 1;
  setFlagsFromString('--heap-growing-percent=20');
  try {
    return await work();
  } finally {
    running -= 1;
    if (running === 0) setFlagsFromString('--heap-growing-percent=0');
  }
}

/**
 * Takes away what earlier work left behind, so that large work does not come on top of it. Stands still for some 70 ms
 * with a portfolio of thousands in memory.
 */
export function collectGarbage(): void {
  collector ??= exposedCollector();
  collector();
}

let collector: (() => void) | undefined;

/** The engine shows its collector to contexts that are made after this. */
function exposedCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
