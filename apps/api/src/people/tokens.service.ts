import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { SignedInPerson } from '../platform/http/access.js';
import { Refusal } from '../platform/refusal.js';
import { hashOf, newSecret } from '../platform/secrets.js';
import { Token } from './token.entity.js';

const day = 24 * 3600_000;
const usualDays = 90;

/** Personal tokens: shown once, kept as a hash, with the rights that their owner has at each request. */
@Injectable()
export class TokensService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async create(
    person: SignedInPerson,
    input: { name?: string | undefined; days?: number | undefined },
  ): Promise<{ row: Token; token: string }> {
    // A token that could make tokens would never run out.
    if (person.by.kind === 'token') throw new Refusal('not-permitted', { permission: 'self.manage' });
    const now = this.clock.now();
    const token = `cb_${newSecret()}`;
    const row = await this.database.manager.save(Token, {
      personId: person.id,
      name: input.name ?? 'Token',
      secretHash: hashOf(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + (input.days ?? usualDays) * day),
      lastUsedAt: null,
    });
    return { row, token };
  }

  of(person: SignedInPerson): Promise<Token[]> {
    return this.database.manager.find(Token, {
      where: { personId: person.id, expiresAt: MoreThan(this.clock.now()) },
      order: { createdAt: 'DESC' },
    });
  }

  async remove(person: SignedInPerson, id: string): Promise<void> {
    const { affected } = await this.database.manager.delete(Token, { id, personId: person.id });
    if (!affected) throw new Refusal('not-found');
  }
}
