const minute = 60_000;
const growing = [1, 5, 15, 60, 3 * 60, 6 * 60, 12 * 60, 24 * 60];

/** How long to wait after so many failed attempts, in milliseconds; from the eighth on it is a day. */
export function pauseAfter(attempts: number): number {
  return (growing[Math.min(Math.max(attempts, 1), growing.length) - 1] as number) * minute;
}
