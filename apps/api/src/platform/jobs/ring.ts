/** How long the queue's own memory of a ring may keep another one for the same thing out. */
const ringMs = 10 * 60_000;

/**
 * The `jobId` of a ring: those of ten minutes are one, and a job that failed, which the queue remembers, keeps no later one
 * out. Without `:`, as a queue asks.
 */
export const ringId = (what: string, now: Date): string => `${what}-${Math.floor(now.getTime() / ringMs)}`;
