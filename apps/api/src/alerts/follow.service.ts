import { Injectable } from '@nestjs/common';
import type { Following } from '@caseboard/contracts';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { SignedInPerson } from '../platform/http/access.js';
import { Refusal } from '../platform/refusal.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';

/** Who is told of a study besides its owner. */
@Injectable()
export class FollowService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly portfolio: PortfolioService,
  ) {}

  async following(me: SignedInPerson, study: string): Promise<Following> {
    await this.refuseUnknown(study);
    const followers: Following['followers'] = await this.database.manager.query(
      'SELECT id, name FROM study_follower JOIN person ON id = person_id WHERE study_id = $1 AND active ORDER BY name, id',
      [study],
    );
    return { following: followers.some(({ id }) => id === me.id), followers };
  }

  async follow(me: SignedInPerson, study: string): Promise<Following> {
    await this.refuseUnknown(study);
    await this.database.manager.query(
      'INSERT INTO study_follower (study_id, person_id, since) SELECT id, $2, $3 FROM study WHERE id = $1 ON CONFLICT DO NOTHING',
      [study, me.id, this.clock.now()],
    );
    return this.following(me, study);
  }

  async leave(me: SignedInPerson, study: string): Promise<Following> {
    await this.database.manager.query('DELETE FROM study_follower WHERE study_id = $1 AND person_id = $2', [study, me.id]);
    return this.following(me, study);
  }

  private async refuseUnknown(study: string): Promise<void> {
    if (!(await this.portfolio.current()).study(study)) throw new Refusal('not-found', { study });
  }
}
