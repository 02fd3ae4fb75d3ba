import { Injectable } from '@nestjs/common';
import { seesAnonymousNames, type CalendarFeed, type Language, type Role } from '@caseboard/contracts';
import { AlertCalendarService } from '../alerts/alert-calendar.service.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Refusal } from '../platform/refusal.js';
import { hashOf, newSecret } from '../platform/secrets.js';
import { icsOf } from './ics.js';

interface FeedOwner {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly language: Language;
  readonly seesAnonymousNames: boolean;
}

/** The address by which a person's own calendar program reads the days; whoever has it reads as that person. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly calendar: AlertCalendarService,
  ) {}

  async of(person: string): Promise<CalendarFeed> {
    const [row] = await this.database.manager.query<{ createdAt: Date; lastReadAt: Date | null }[]>(
      'SELECT created_at AS "createdAt", last_read_at AS "lastReadAt" FROM calendar_feed WHERE person_id = $1',
      [person],
    );
    return {
      exists: row !== undefined,
      createdAt: row?.createdAt.toISOString() ?? null,
      lastReadAt: row?.lastReadAt?.toISOString() ?? null,
      url: null,
    };
  }

  /** A new address; the earlier one stops working. */
  async make(person: string, origin: string): Promise<CalendarFeed> {
    const secret = newSecret();
    await this.database.manager.query(
      `INSERT INTO calendar_feed (person_id, secret_hash, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (person_id) DO UPDATE SET secret_hash = excluded.secret_hash, created_at = excluded.created_at, last_read_at = NULL`,
      [person, hashOf(secret), this.clock.now()],
    );
    return { ...(await this.of(person)), url: `${this.config.baseUrl ?? origin}/api/calendar/${secret}.ics` };
  }

  async remove(person: string): Promise<void> {
    await this.database.manager.query('DELETE FROM calendar_feed WHERE person_id = $1', [person]);
  }

  /** The calendar of whoever has this secret, with the names and in the language that person reads. */
  async read(secret: string, origin: string): Promise<string> {
    const now = this.clock.now();
    const [[owner]] = await this.database.manager.query<[FeedOwner[], number]>(
      `UPDATE calendar_feed SET last_read_at = $2 FROM person WHERE person.id = person_id AND active AND secret_hash = $1
       RETURNING person.id, email, role, language, sees_anonymous_names AS "seesAnonymousNames"`,
      [hashOf(secret), now],
    );
    if (!owner) throw new Refusal('not-found');
    const { entries } = await this.calendar.calendar({ ...owner, seesAnonymousNames: seesAnonymousNames(owner) }, {});
    return icsOf(entries, { language: owner.language, base: this.config.baseUrl ?? origin, now });
  }
}
