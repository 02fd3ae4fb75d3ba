import type { EntityManager } from 'typeorm';
import { dayNumber, fallsOn, prepareSpecialization, Timeline, type CountingStudy, type Day, type Fall } from '@caseboard/domain';
import { serviceIndex } from '../portfolio/engine-after.js';
import type { Ground } from './counting-cache.js';

/**
 * What the days cost (rules 8.3), from the cache. One specialization at a time, and only those that lose somebody on one of
 * the days.
 */
export async function fallsOnDays(manager: EntityManager, { catalog }: Ground, days: readonly Day[]): Promise<ReadonlyMap<Day, Fall[]>> {
  const falls = new Map<Day, Fall[]>(days.map((day) => [day, []]));
  if (days.length === 0) return falls;
  const numbers = days.map(dayNumber);
  for (const code of await losing(manager, numbers)) {
    const entry = catalog.get(code);
    if (!entry) continue;
    const { specialization, categories } = prepareSpecialization(entry, serviceIndex);
    const studies = await countingFrom(manager, code, Math.min(...numbers));
    const timeline = new Timeline(studies, specialization.requires, categories.length);
    for (const day of days) falls.get(day)?.push(...fallsOn(day, [[code, timeline]]));
  }
  return falls;
}

async function losing(manager: EntityManager, numbers: readonly number[]): Promise<string[]> {
  const rows: { code: string }[] = await manager.query(
    'SELECT DISTINCT specialization AS code FROM counting_cache WHERE counts_until = ANY ($1::integer[]) ORDER BY 1',
    [numbers],
  );
  return rows.map(({ code }) => code);
}

/** Who ceased to count before the first of the days is of no concern. */
function countingFrom(manager: EntityManager, code: string, first: number): Promise<CountingStudy[]> {
  return manager.query(
    `SELECT study_id AS id, counts_from AS "from", counts_until AS until, is_public AS "isPublic", category
     FROM counting_cache WHERE specialization = $1 AND counts_until >= $2 ORDER BY study_id`,
    [code, first],
  );
}
