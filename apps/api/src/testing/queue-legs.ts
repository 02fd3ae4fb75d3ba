/** Specs run side by side, and a worker takes whatever stands in its queue: each spec has a database of Redis for itself. */
const databases = { jobs: 1, kills: 2, simulation: 3 } as const;

/** Where the queue of a spec may live: in PostgreSQL and, where there is a Redis for tests, there. */
export function queueLegs(spec: keyof typeof databases): (readonly [where: string, redisUrl: string | null])[] {
  const redis = process.env['CASEBOARD_TEST_REDIS_URL'];
  return [['PostgreSQL', null], ...(redis ? [['Redis', new URL(`/${databases[spec]}`, redis).href] as const] : [])];
}
