import { Injectable } from '@nestjs/common';
import type { invitePerson, Language, Theme, updatePerson } from '@caseboard/contracts';
import { IsNull, Not, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { SignedInPerson } from '../platform/http/access.js';
import { Refusal } from '../platform/refusal.js';
import { LinksService } from './links.service.js';
import { hashPassword } from './passwords.js';
import { Person, toRecord } from './person.entity.js';
import { SignInService } from './sign-in.service.js';

export interface Link {
  readonly person: Person;
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Who works with the product, and what they may. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: LinksService,
    private readonly signIn: SignInService,
    private readonly audit: AuditService,
  ) {}

  all(): Promise<Person[]> {
    return this.database.manager.find(Person, { order: { name: 'ASC', email: 'ASC' } });
  }

  async one(id: string, manager: EntityManager = this.database.manager): Promise<Person> {
    const person = await manager.findOneBy(Person, { id });
    if (!person) throw new Refusal('not-found');
    return person;
  }

  /** Adds a person who cannot sign in yet, and the link that lets them choose a password. */
  async invite(who: SignedInPerson, input: z.infer<typeof invitePerson>): Promise<Link> {
    return this.database.transaction(async (manager) => {
      const person = await manager.save(
        Person,
        manager.create(Person, { ...input, language: input.language ?? who.language, passwordHash: null, createdAt: this.clock.now() }),
      );
      await this.record(manager, who.id, 'person.invite', null, person);
      return { person, ...(await this.links.create(manager, person.id)) };
    });
  }

  /** A new link for somebody who lost theirs, or their password. What they had keeps working until they use it. */
  async newLink(who: SignedInPerson, id: string): Promise<Link> {
    return this.database.transaction(async (manager) => {
      const person = await this.one(id, manager);
      if (!person.active) throw new Refusal('not-found');
      await this.record(manager, who.id, 'person.new-link', person, person);
      return { person, ...(await this.links.create(manager, person.id)) };
    });
  }

  /** A new role, or being made inactive, ends all sessions of that person; inactive people lose their tokens too. */
  async update(who: SignedInPerson, id: string, change: z.infer<typeof updatePerson>): Promise<Person> {
    return this.database.transaction(async (manager) => {
      const administrators = await this.lockAdministrators(manager);
      const before = await this.one(id, manager);
      const after = manager.create(Person, { ...before, ...change });
      const staysOne = after.active && after.role === 'administrator';
      if (!staysOne && administrators.includes(id) && administrators.length === 1) throw new Refusal('last-administrator');
      await manager.save(Person, after);
      if (after.role !== before.role || !after.active) await this.signIn.endAll(manager, id);
      if (!after.active) {
        await manager.query('DELETE FROM token WHERE person_id = $1', [id]);
        await manager.query('DELETE FROM one_time_link WHERE person_id = $1', [id]);
      }
      await this.record(manager, who.id, 'person.update', before, after);
      return after;
    });
  }

  /** Their own name, language and theme; and their password, which ends their other sessions. */
  async updateSelf(
    who: SignedInPerson,
    change: { name?: string | undefined; language?: Language | undefined; theme?: Theme | undefined; password?: string },
  ): Promise<Person> {
    const passwordHash = change.password === undefined ? undefined : await hashPassword(change.password, who);
    return this.database.transaction(async (manager) => {
      const before = await this.one(who.id, manager);
      const { password: _, ...facts } = change;
      const after = await manager.save(Person, manager.create(Person, { ...before, ...facts, ...(passwordHash && { passwordHash }) }));
      if (passwordHash) await this.signIn.endAll(manager, who.id, who.by.id);
      if (after.name !== before.name) await this.record(manager, who.id, 'person.update', before, after);
      if (passwordHash) await this.record(manager, who.id, 'person.new-password', after, after);
      return after;
    });
  }

  /** The person chooses a password by their link; whoever was signed in as them no longer is. */
  async accept(secret: string, password: string, name?: string): Promise<Person> {
    const { personId } = await this.links.look(secret);
    const known = await this.database.manager.findOneBy(Person, { id: personId ?? '00000000-0000-0000-0000-000000000000', active: true });
    if (!known) throw new Refusal('link-used-or-expired');
    const passwordHash = await hashPassword(password, { email: known.email, name: name ?? known.name });
    return this.database.transaction(async (manager) => {
      await this.links.use(manager, secret);
      const before = await this.one(known.id, manager);
      if (!before.active) throw new Refusal('link-used-or-expired');
      const after = await manager.save(Person, manager.create(Person, { ...before, name: name ?? before.name, passwordHash }));
      await this.signIn.endAll(manager, after.id);
      await this.record(manager, after.id, before.passwordHash ? 'person.new-password' : 'person.join', before, after);
      return after;
    });
  }

  async invitedBy(secret: string): Promise<{ email: string; name: string }> {
    const { personId } = await this.links.look(secret);
    if (!personId) throw new Refusal('link-used-or-expired');
    const { email, name } = await this.one(personId);
    return { email, name };
  }

  /** Locked, so that two administrators who remove each other at once cannot both succeed. */
  private async lockAdministrators(manager: EntityManager): Promise<string[]> {
    const rows = await manager.find(Person, {
      select: { id: true },
      where: { role: 'administrator', active: true, passwordHash: Not(IsNull()) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return rows.map(({ id }) => id);
  }

  private async record(manager: EntityManager, who: string, action: string, before: Person | null, after: Person): Promise<void> {
    await this.audit.record(manager, {
      who,
      action,
      subject: 'person',
      subjectId: after.id,
      before: before && toRecord(before),
      after: toRecord(after),
    });
  }
}
