import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Refusal } from '../platform/refusal.js';
import { hashOf, newSecret } from '../platform/secrets.js';

const hour = 3600_000;
const validity = { setup: 24 * hour, person: 7 * 24 * hour };

/** One-time links: to make the first administrator (without a person), to join, to choose a new password. */
@Injectable()
export class LinksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A new link; the person's earlier ones stop working. */
  async create(manager: EntityManager, personId: string | null): Promise<{ secret: string; expiresAt: Date }> {
    const now = this.clock.now();
    const secret = newSecret();
    const expiresAt = new Date(now.getTime() + (personId ? validity.person : validity.setup));
    await manager.query('DELETE FROM one_time_link WHERE person_id = $1 OR expires_at <= $2', [personId, now]);
    await manager.query('INSERT INTO one_time_link (person_id, secret_hash, created_at, expires_at) VALUES ($1, $2, $3, $4)', [
      personId,
      hashOf(secret),
      now,
      expiresAt,
    ]);
    return { secret, expiresAt };
  }

  /** Whom the link is for, without using it up. */
  async look(secret: string): Promise<{ personId: string | null }> {
    return this.found(
      await this.database.manager.query('SELECT person_id FROM one_time_link WHERE secret_hash = $1 AND expires_at > $2', [
        hashOf(secret),
        this.clock.now(),
      ]),
    );
  }

  /** Uses the link up; the second of two at once is refused. */
  async use(manager: EntityManager, secret: string): Promise<{ personId: string | null }> {
    const [rows] = await manager.query<[{ person_id: string | null }[], number]>(
      'DELETE FROM one_time_link WHERE secret_hash = $1 AND expires_at > $2 RETURNING person_id',
      [hashOf(secret), this.clock.now()],
    );
    return this.found(rows);
  }

  private found(rows: { person_id: string | null }[]): { personId: string | null } {
    const [row] = rows;
    if (!row) throw new Refusal('link-used-or-expired');
    return { personId: row.person_id };
  }
}
