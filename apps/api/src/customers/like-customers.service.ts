import { Injectable } from '@nestjs/common';
import type { likeCustomers } from '@caseboard/contracts';
import { isRegistrationScheme, normalizedNumber, registrationKey, type Customer, type Registration } from '@caseboard/domain';
import type { z } from 'zod';
import type { SignedInPerson } from '../platform/http/access.js';
import type { Names } from '../portfolio/names.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { EntityIndex } from './entity-index.js';

interface Description {
  readonly name: string;
  /** `scheme number`, or the number alone. */
  readonly registration?: string;
  /** The customer being edited, which is always like itself. */
  readonly except?: string;
}

/** Who a name could be already, before somebody makes it a second time (rules 2.7). A hint: nothing is merged. */
@Injectable()
export class LikeCustomersService {
  /** The latest index for those who meet every name, and for those who do not. */
  private readonly latest = new Map<boolean, EntityIndex>();

  constructor(private readonly portfolio: PortfolioService) {}

  async like(me: SignedInPerson, { name, registration, except = '' }: Description): Promise<z.infer<typeof likeCustomers>> {
    const snapshot = await this.portfolio.current();
    const names = snapshot.namesFor(me);
    const entities = this.entitiesMet(snapshot, names);
    const asked = described(except, name, registration);
    const registered = registration
      ? [...entities.byId.values()].filter((customer) => customer.id !== except && bears(customer, asked, registration))
      : [];
    const alike = entities.candidatesOf(asked).filter(({ id }) => !registered.some((customer) => customer.id === id));
    const unit = entities.wholesOf(name).find((id) => id !== except);
    return {
      candidates: [
        ...registered.map((customer) => ({ ...shown(customer), why: 'same-registration' })),
        ...alike.map(({ id, likeness }) => ({
          ...shown(entities.byId.get(id) as Customer),
          why: likeness === 'same' ? 'same-name' : 'similar-name',
        })),
      ],
      unitOf: unit === undefined ? null : { id: unit, legalName: entities.byId.get(unit)?.legalName ?? '' },
    };
  }

  /** The legal entities that the reader meets, under the names that the reader meets. */
  private entitiesMet(snapshot: Snapshot, names: Names): EntityIndex {
    return snapshot.memo(`legal entities by name ${names.all}`, () => {
      const met = snapshot.portfolio.customers
        .filter(({ id, kind }) => kind === 'legal-entity' && names.meets(id))
        .map((customer) => names.customer(customer));
      const index = EntityIndex.of(met, this.latest.get(names.all));
      this.latest.set(names.all, index);
      return index;
    });
  }
}

/** The one asked about as if it were a customer. */
function described(id: string, legalName: string, registration = ''): Customer {
  const [scheme = '', ...rest] = registration.trim().split(/\s+/);
  const registrations: Registration[] = isRegistrationScheme(scheme) ? [{ scheme, number: rest.join(' ') }] : [];
  return {
    id,
    legalName,
    aliases: [],
    notNames: [],
    kind: 'legal-entity',
    partOf: null,
    country: null,
    registrations,
    relation: 'external',
    industry: null,
  };
}

function bears({ registrations }: Customer, asked: Customer, registration: string): boolean {
  const [described] = asked.registrations;
  if (described) return registrations.some((each) => registrationKey(each) === registrationKey(described));
  return registrations.some(({ number }) => normalizedNumber(number) === normalizedNumber(registration));
}

function shown({ id, legalName, kind }: Customer): { id: string; legalName: string; kind: Customer['kind'] } {
  return { id, legalName, kind };
}
