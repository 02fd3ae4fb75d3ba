import { Clock } from '../platform/clock.js';
import type { TestApp } from './test-app.js';

/** Alert rows that are due, one a study named here; answers their ids. */
export async function givenAlerts(
  test: TestApp,
  subjects: readonly string[],
  facts: { step?: number; costs?: boolean; day?: string } = {},
) {
  const rows = await test.query<{ id: string }>(
    `INSERT INTO alert (kind, subject_id, day, step, state, costs_readiness, made_at)
     SELECT 'study-expiry', subject, $2, $3, 'due', $4, $5 FROM unnest($1::text[]) WITH ORDINALITY AS s (subject, place) ORDER BY place
     RETURNING id`,
    [subjects, facts.day ?? '2026-12-22', facts.step ?? 30, facts.costs ?? false, test.get(Clock).now()],
  );
  return rows.map(({ id }) => id);
}
