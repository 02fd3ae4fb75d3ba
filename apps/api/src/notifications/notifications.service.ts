import { Injectable } from '@nestjs/common';
import type { MyNotifications, NotificationRules } from '@caseboard/contracts';
import { Database } from '../platform/database/database.js';

interface Stored {
  readonly rules: NotificationRules | null;
  readonly teamDefault: NotificationRules;
  readonly ladder: readonly { readonly days: number }[];
  readonly bouncedAt: Date | null;
  readonly bounce: string | null;
}

/** What one person wants to be told. */
@Injectable()
export class NotificationsService {
  constructor(private readonly database: Database) {}

  async of(person: string): Promise<MyNotifications> {
    const [row] = await this.database.manager.query<Stored[]>(
      `SELECT rules, default_rules AS "teamDefault", ladder, mail_bounced_at AS "bouncedAt", mail_bounce AS bounce
       FROM alert_settings CROSS JOIN person LEFT JOIN notification_rule ON person_id = person.id WHERE person.id = $1`,
      [person],
    );
    const { rules, teamDefault, ladder, bouncedAt, bounce } = row as Stored;
    return {
      rules,
      teamDefault,
      ladder: ladder.map(({ days }) => days),
      bounced: bouncedAt && { at: bouncedAt.toISOString(), error: bounce ?? '' },
    };
  }

  /** Null follows the team's default again. */
  async choose(person: string, rules: NotificationRules | null): Promise<MyNotifications> {
    await this.database.manager.query(
      `INSERT INTO notification_rule (person_id, rules) VALUES ($1, $2)
       ON CONFLICT (person_id) DO UPDATE SET rules = excluded.rules`,
      [person, rules && JSON.stringify(rules)],
    );
    return this.of(person);
  }
}
