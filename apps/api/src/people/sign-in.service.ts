import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { SignIn, type SignedInPerson } from '../platform/http/access.js';
import { Refusal } from '../platform/refusal.js';
import { AttemptsService } from './attempts.service.js';
import { passwordMatches } from './passwords.js';
import { Person, toSignedIn } from './person.entity.js';
import { hashOf, newSecret } from '../platform/secrets.js';
import { Session } from './session.entity.js';
import { Token } from './token.entity.js';

export const cookieName = 'caseboard_session';
const hour = 3600_000;
/** A session ends after a week unused, and after 30 days in any case. */
const idle = 7 * 24 * hour;
const absolute = 30 * 24 * hour;
/** Use is written down once a minute, not on every request. */
const touchAfter = 60_000;

/** Sessions and tokens: who comes with which, and how one starts and ends. */
@Injectable()
export class SignInService implements SignIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly attempts: AttemptsService,
  ) {}

  async personOf(request: FastifyRequest): Promise<SignedInPerson | null> {
    const header = request.headers.authorization;
    if (header) return this.byToken(header);
    const secret = request.cookies[cookieName];
    return secret ? this.bySession(secret) : null;
  }

  /** The person with this address and password; says the same, in the same time, whichever of the two is wrong. */
  async checkPassword(email: string, password: string, net: string): Promise<Person> {
    await this.attempts.begin(email, net);
    const person = await this.database.manager.findOneBy(Person, { email });
    const matches = await passwordMatches(password, person?.passwordHash);
    if (!person?.active || !matches) throw new Refusal('wrong-credentials');
    await this.attempts.succeeded(email, net);
    return person;
  }

  /** Begins a session and hands its cookie to the browser. */
  async begin(person: Person, request: FastifyRequest, reply: FastifyReply): Promise<SignedInPerson> {
    const now = this.clock.now();
    const secret = newSecret();
    const expiresAt = new Date(now.getTime() + absolute);
    const row = await this.database.manager.save(Session, {
      personId: person.id,
      secretHash: hashOf(secret),
      agent: (request.headers['user-agent'] ?? '').slice(0, 300),
      createdAt: now,
      lastUsedAt: now,
      expiresAt,
    });
    await this.database.manager.update(Person, { id: person.id }, { lastSeenAt: now });
    void reply.setCookie(cookieName, secret, { ...this.cookie(request), expires: expiresAt });
    return toSignedIn(person, { kind: 'session', id: row.id });
  }

  async end(person: SignedInPerson, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (person.by.kind === 'session') await this.database.manager.delete(Session, { id: person.by.id });
    void reply.clearCookie(cookieName, this.cookie(request));
  }

  /** Ends a person's sessions, all or all but one. */
  async endAll(manager: EntityManager, personId: string, except?: string): Promise<void> {
    await manager.query('DELETE FROM session WHERE person_id = $1 AND id IS DISTINCT FROM $2', [personId, except ?? null]);
  }

  async sessionsOf(person: SignedInPerson): Promise<Session[]> {
    const now = this.clock.now();
    const rows = await this.database.manager.find(Session, { where: { personId: person.id }, order: { lastUsedAt: 'DESC' } });
    return rows.filter((row) => counts(row, now));
  }

  async endOne(person: SignedInPerson, id: string): Promise<void> {
    const { affected } = await this.database.manager.delete(Session, { id, personId: person.id });
    if (!affected) throw new Refusal('not-found');
  }

  private async bySession(secret: string): Promise<SignedInPerson> {
    const now = this.clock.now();
    const row = await this.database.manager.findOne(Session, { where: { secretHash: hashOf(secret) }, relations: { person: true } });
    if (!row?.person?.active || !counts(row, now)) throw new Refusal('session-expired');
    if (now.getTime() - row.lastUsedAt.getTime() > touchAfter) await this.touch('session', row.id, row.personId, now);
    return toSignedIn(row.person, { kind: 'session', id: row.id });
  }

  private async byToken(header: string): Promise<SignedInPerson> {
    const secret = /^Bearer +(cb_[\w-]+)$/i.exec(header)?.[1];
    if (!secret) throw new Refusal('not-signed-in');
    const now = this.clock.now();
    const row = await this.database.manager.findOne(Token, { where: { secretHash: hashOf(secret) }, relations: { person: true } });
    if (!row?.person?.active || row.expiresAt <= now) throw new Refusal('not-signed-in');
    if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > touchAfter) await this.touch('token', row.id, row.personId, now);
    return toSignedIn(row.person, { kind: 'token', id: row.id });
  }

  private async touch(table: 'session' | 'token', id: string, personId: string, now: Date): Promise<void> {
    await this.database.manager.query(`UPDATE ${table} SET last_used_at = $2 WHERE id = $1`, [id, now]);
    await this.database.manager.query('UPDATE person SET last_seen_at = $2 WHERE id = $1', [personId, now]);
  }

  private cookie(request: FastifyRequest) {
    const secure = request.protocol === 'https' || this.config.baseUrl?.startsWith('https:') === true;
    return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  }
}

function counts(row: Session, now: Date): boolean {
  return row.expiresAt > now && row.lastUsedAt.getTime() + idle > now.getTime();
}
