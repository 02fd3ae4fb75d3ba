import type { NotificationRules } from '@caseboard/contracts';
import type { Reader } from '@caseboard/domain';
import type { EntityManager } from 'typeorm';

/** Everybody who may be told, with their own rules or else the team's. */
export async function readReaders(manager: EntityManager, defaultRules: NotificationRules): Promise<Reader[]> {
  const rows: (Omit<Reader, 'rules'> & { rules: NotificationRules | null })[] = await manager.query(
    'SELECT id, role, email, rules FROM person LEFT JOIN notification_rule ON person_id = id WHERE active ORDER BY id',
  );
  return rows.map((row) => ({ ...row, rules: row.rules ?? defaultRules }));
}
