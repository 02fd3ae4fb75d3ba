import { setImmediate } from 'node:timers/promises';

/** Lets other requests be answered during long work: call it often, it waits only when 12 ms have gone by. */
export function breathing(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < 12) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
