import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Refusal } from '../platform/refusal.js';
import { LinksService } from './links.service.js';
import { hashOperatorsPassword, hashPassword } from './passwords.js';
import { Person, toRecord } from './person.entity.js';
import type { Language } from '@caseboard/contracts';

/** The first administrator: from the environment, or by the one-time link that the terminal prints. */
@Injectable()
export class SetupService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly links: LinksService,
    private readonly audit: AuditService,
  ) {}

  async isNeeded(manager: EntityManager = this.database.manager): Promise<boolean> {
    return !(await manager.existsBy(Person, { role: 'administrator' }));
  }

  /** At each start. Answers the secret of a link to print, or null where there is an administrator. */
  async prepare(): Promise<string | null> {
    if (!(await this.isNeeded())) return null;
    const { administrator } = this.config;
    if (!administrator) return (await this.links.create(this.database.manager, null)).secret;
    const passwordHash = await hashOperatorsPassword(administrator.password);
    const [name = administrator.email] = administrator.email.split('@');
    await this.database.transaction(async (manager) => {
      await this.lockPeople(manager);
      if (await this.isNeeded(manager)) await this.make(manager, { email: administrator.email, name, passwordHash, language: 'en' });
    });
    return null;
  }

  /** By the link. Two people with two links at once: one becomes the administrator, the other is refused. */
  async setUp(input: { token: string; email: string; name: string; password: string; language?: Language | undefined }): Promise<Person> {
    const passwordHash = await hashPassword(input.password, input);
    return this.database.transaction(async (manager) => {
      await this.lockPeople(manager);
      if (!(await this.isNeeded(manager))) throw new Refusal('setup-done');
      const { personId } = await this.links.use(manager, input.token);
      if (personId) throw new Refusal('link-used-or-expired');
      await manager.query('DELETE FROM one_time_link WHERE person_id IS NULL');
      return this.make(manager, { email: input.email, name: input.name, passwordHash, language: input.language ?? 'en' });
    });
  }

  private async make(manager: EntityManager, about: Pick<Person, 'email' | 'name' | 'passwordHash' | 'language'>): Promise<Person> {
    const person = await manager.save(Person, manager.create(Person, { ...about, role: 'administrator', createdAt: this.clock.now() }));
    await this.audit.record(manager, {
      who: person.id,
      action: 'person.set-up',
      subject: 'person',
      subjectId: person.id,
      before: null,
      after: toRecord(person),
    });
    return person;
  }

  /** Others may read meanwhile, but nobody else may add a person. */
  private async lockPeople(manager: EntityManager): Promise<void> {
    await manager.query('LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE');
  }
}
