import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Refusal } from '../platform/refusal.js';

/** Tries that cost nothing, before the pauses begin. One office shares an address of the net, so it has more. */
const freeTries = { address: 5, net: 30, link: 30, file: 60 } as const;
const firstPauseSeconds = 15;
const longestPauseSeconds = 15 * 60;
const forgottenAfterSeconds = 24 * 3600;

/** Slows down whoever guesses passwords. Counted in the database, so any number of processes count together. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a try before the password is looked at, so that a hundred at once count a hundred. Refuses while a pause
   * lasts; each further try after it doubles the next pause.
   */
  async begin(email: string, net: string): Promise<void> {
    await this.count(key('address', email), freeTries.address);
    await this.count(key('net', net), freeTries.net);
  }

  /** The try was good: the address starts afresh; the net only gets this one back, or one good account would free it. */
  async succeeded(email: string, net: string): Promise<void> {
    await this.database.manager.query('DELETE FROM sign_in_attempt WHERE key = $1', [key('address', email)]);
    await this.database.manager.query(
      "UPDATE sign_in_attempt SET failures = greatest(failures - 1, 0), blocked_until = '-infinity' WHERE key = $1",
      [key('net', net)],
    );
  }

  /** A net that asked for a link that is none, or a link that asked for a file: after many, each further one waits. */
  tried(kind: 'link' | 'file', who: string): Promise<void> {
    return this.count(key(kind, who), freeTries[kind]);
  }

  private async count(name: string, free: number): Promise<void> {
    const now = this.clock.now();
    const [row] = await this.database.manager.query<unknown[]>(
      `INSERT INTO sign_in_attempt AS a (key, failures, last_at, blocked_until) VALUES ($1, 1, $2, '-infinity')
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN a.last_at < $2::timestamptz - $3 * interval '1 second' THEN 1 ELSE a.failures + 1 END,
         last_at = $2,
         blocked_until = CASE WHEN a.failures + 1 < $4 OR a.last_at < $2::timestamptz - $3 * interval '1 second' THEN '-infinity'::timestamptz
           ELSE $2::timestamptz + least($5 * power(2, least(a.failures + 1 - $4, 20)), $6) * interval '1 second' END
       WHERE a.blocked_until <= $2
       RETURNING key`,
      [name, now, forgottenAfterSeconds, free, firstPauseSeconds, longestPauseSeconds],
    );
    if (row) return;
    const [blocked] = await this.database.manager.query<{ blocked_until: Date }[]>(
      'SELECT blocked_until FROM sign_in_attempt WHERE key = $1',
      [name],
    );
    const seconds = Math.max(1, Math.ceil(((blocked?.blocked_until.getTime() ?? now.getTime()) - now.getTime()) / 1000));
    throw new Refusal('too-many-attempts', { retryAfterSeconds: seconds });
  }
}

/** Hashed, because people type passwords into the wrong field. */
function key(kind: string, value: string): string {
  return `${kind}:${createHash('sha256').update(value).digest('hex')}`;
}
