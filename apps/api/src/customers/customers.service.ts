import { Injectable } from '@nestjs/common';
import type { bulkCustomers, CustomerDetail } from '@caseboard/contracts';
import { customerRecord, type Customer } from '@caseboard/domain';
import type { z } from 'zod';
import type { SignedInPerson } from '../platform/http/access.js';
import { checkVersion, type Versioned } from '../platform/http/versions.js';
import { Refusal } from '../platform/refusal.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { givenOf, newId, referencesInto, refuseNewId, withDefaults } from '../writing/requests.js';
import { toDetail } from './customer-views.js';

/** One customer at a time. What a change of units does to places and registrations is checked by the writer (rules 2). */
@Injectable()
export class CustomersService {
  constructor(
    private readonly portfolio: PortfolioService,
    private readonly writer: PortfolioWriter,
  ) {}

  /** A customer that the reader does not meet answers like one that is not there. */
  async one(me: SignedInPerson, id: string): Promise<Versioned<CustomerDetail>> {
    const snapshot = await this.portfolio.current();
    const customer = found(snapshot, id);
    if (!snapshot.namesFor(me).meets(id)) throw new Refusal('not-found', { customerId: id });
    return { version: versionOf(snapshot, id), record: toDetail(snapshot, me, customer) };
  }

  async create(me: SignedInPerson, body: unknown): Promise<Versioned<CustomerDetail>> {
    const id = await this.writer.write(me.id, async ({ before, save }) => {
      const defaults = { id: newId('c-', (taken) => before.customer(taken) !== undefined), kind: 'legal-entity' };
      const customer = customerRecord.complete(
        givenOf(customerRecord.read(withDefaults(body, defaults), { partial: false, references: referencesInto(before) })),
      );
      if (before.customer(customer.id)) throw new Refusal('id-taken', { id: customer.id });
      await save({ customers: [customer] }, 'create');
      return customer.id;
    });
    return this.one(me, id);
  }

  async edit(me: SignedInPerson, id: string, ifMatch: string | undefined, body: unknown): Promise<Versioned<CustomerDetail>> {
    await this.writer.write(me.id, async ({ before, save }) => {
      const customer = found(before, id);
      checkVersion(ifMatch, versionOf(before, id));
      const given = givenOf(customerRecord.read(body, { partial: true, references: referencesInto(before) }));
      refuseNewId('id', id, given.id);
      await save({ customers: [customerRecord.lay(customer, given)] }, 'edit');
    });
    return this.one(me, id);
  }

  /** One change of many customers: all of them or none. */
  bulk(me: SignedInPerson, { changes }: z.infer<typeof bulkCustomers>): Promise<{ changed: number }> {
    return this.writer.write(me.id, async ({ before, save }) => {
      const customers = changes.map(({ id, ...change }) =>
        customerRecord.lay(found(before, id), givenOf(customerRecord.read(change, { partial: true, references: referencesInto(before) }))),
      );
      const { changed } = await save({ customers }, 'edit');
      return { changed: changed.length };
    });
  }

  /** Refused while studies or other customers hang on it. */
  remove(me: SignedInPerson, id: string, ifMatch: string | undefined): Promise<void> {
    return this.writer.write(me.id, async ({ before, save }) => {
      found(before, id);
      checkVersion(ifMatch, versionOf(before, id));
      await save({ removed: { customers: [id] } }, 'remove');
    });
  }
}

function found(snapshot: Snapshot, id: string): Customer {
  const customer = snapshot.customer(id);
  if (!customer) throw new Refusal('not-found', { customerId: id });
  return customer;
}

function versionOf(snapshot: Snapshot, id: string): number {
  return snapshot.meta('customer', id)?.version ?? 0;
}
