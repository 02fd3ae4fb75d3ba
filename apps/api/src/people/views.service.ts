import { Injectable } from '@nestjs/common';
import type { SavedView, saveView } from '@caseboard/contracts';
import type { z } from 'zod';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Refusal } from '../platform/refusal.js';

/** More than anybody finds again. */
const mostViews = 200;

@Injectable()
export class ViewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  of(person: string): Promise<SavedView[]> {
    return this.database.manager.query('SELECT id, list, name, search FROM saved_view WHERE person_id = $1 ORDER BY created_at, id', [
      person,
    ]);
  }

  /** One name stands for one view of a list: the later takes the place of the earlier. */
  async save(person: string, { list, name, search }: z.infer<typeof saveView>): Promise<SavedView> {
    const [saved] = await this.database.manager.query<SavedView[]>(
      `INSERT INTO saved_view (person_id, list, name, search, created_at)
       SELECT $1, $2, $3, $4, $5 WHERE (SELECT count(*) FROM saved_view WHERE person_id = $1 AND (list, name) <> ($2, $3)) < $6
       ON CONFLICT ON CONSTRAINT one_view_of_a_name DO UPDATE SET search = excluded.search
       RETURNING id, list, name, search`,
      [person, list, name, search, this.clock.now(), mostViews],
    );
    if (!saved) throw new Refusal('invalid-fields', {}, [{ path: 'name', reason: 'too-many-entries', params: { limit: mostViews } }]);
    return saved;
  }

  async remove(person: string, id: string): Promise<void> {
    const [, removed] = await this.database.manager.query<[unknown[], number]>('DELETE FROM saved_view WHERE person_id = $1 AND id = $2', [
      person,
      id,
    ]);
    if (removed === 0) throw new Refusal('not-found');
  }
}
