import { Injectable } from '@nestjs/common';
import { customerFilters, customerSorts, type CustomerRow, type Page } from '@caseboard/contracts';
import { fold, type Customer } from '@caseboard/domain';
import type { z } from 'zod';
import type { SignedInPerson } from '../platform/http/access.js';
import { byOrder, byText, collatorOf, listQuery, Orders, pageOf, searchWords, several, type Compare } from '../platform/list.js';
import type { Names } from '../portfolio/names.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { activeStudyOf, studiesOf, toRow } from './customer-views.js';

export const customerListQuery = listQuery(customerSorts, customerFilters);
export type CustomerListQuery = z.infer<typeof customerListQuery>;

/** The list of customers: only those that the reader meets, found and sorted by what the reader may see of them. */
@Injectable()
export class CustomerListService {
  private readonly orders = new Orders<Customer>(({ id }) => id);

  constructor(private readonly portfolio: PortfolioService) {}

  async page(me: SignedInPerson, query: CustomerListQuery): Promise<Page<CustomerRow>> {
    const snapshot = await this.portfolio.current();
    const names = snapshot.namesFor(me);
    return pageOf(this.found(snapshot, me, query), query, (customer) => toRow(snapshot, names, customer));
  }

  /** All customers of the list in its order, as they are stored: show them through the reader's names. */
  found(snapshot: Snapshot, me: SignedInPerson, query: CustomerListQuery): readonly Customer[] {
    const names = snapshot.namesFor(me);
    const isWanted = filterOf(snapshot, names, query);
    return this.sorted(snapshot, names, me.language, query.sort ?? 'position').filter(isWanted);
  }

  private sorted(snapshot: Snapshot, names: Names, language: string, sort: NonNullable<CustomerListQuery['sort']>): readonly Customer[] {
    const { customers } = snapshot.portfolio;
    if (sort === 'position') return customers;
    if (sort === '-position') return customers.toReversed();
    const name = `customers by ${sort} ${language} ${names.all}`;
    return snapshot.memo(name, () => this.orders.sort(name, customers, compareBy(snapshot, names, language, sort)));
  }
}

type NamedSort = Exclude<(typeof customerSorts)[number], 'position'>;

function compareBy(snapshot: Snapshot, names: Names, language: string, sort: string): Compare<Customer> {
  const descending = sort.startsWith('-');
  const text = (textOf: (customer: Customer) => string | null) => byText(textOf, collatorOf(language), descending);
  const order = (valueOf: (customer: Customer) => string | number | null) => byOrder(valueOf, descending);
  const compares: { readonly [S in NamedSort]: Compare<Customer> } = {
    legalName: text((customer) => names.customer(customer).legalName),
    kind: order(({ kind }) => ['legal-entity', 'unit'].indexOf(kind)),
    country: text(({ country }) => country),
    relation: order(({ relation }) => ['external', 'affiliate', 'internal'].indexOf(relation)),
    industry: text(({ industry }) => industry),
    studies: order((customer) => studiesOf(snapshot, names, customer).length),
    updatedAt: order(({ id }) => snapshot.meta('customer', id)?.updatedAt ?? null),
  };
  return compares[sort.replace('-', '') as NamedSort];
}

function filterOf(snapshot: Snapshot, names: Names, query: CustomerListQuery): (customer: Customer) => boolean {
  const kinds = several(query.kind);
  const relations = several(query.relation);
  const ids = several(query.ids);
  const words = searchWords(query.search);
  return (customer) =>
    names.meets(customer.id) &&
    (!kinds || kinds.has(customer.kind)) &&
    (!relations || relations.has(customer.relation)) &&
    (!ids || ids.has(customer.id)) &&
    (query.country === undefined || fold(customer.country ?? '') === fold(query.country)) &&
    (query.industry === undefined || fold(customer.industry ?? '') === fold(query.industry)) &&
    (query.entity === undefined || (snapshot.entityOf(customer.id) === query.entity && names.meets(query.entity))) &&
    (query.partOf === undefined || (customer.partOf === query.partOf && names.meets(query.partOf))) &&
    (query.used === undefined || (activeStudyOf(snapshot, names, customer) !== null) === (query.used === 'yes')) &&
    stands(words, names, customer);
}

function stands(words: readonly string[], names: Names, customer: Customer): boolean {
  if (words.length === 0) return true;
  const text = haystack(names.customer(customer));
  return words.every((word) => text.includes(word));
}

const haystacks = new WeakMap<Customer, string>();

function haystack(customer: Customer): string {
  let text = haystacks.get(customer);
  if (text === undefined) {
    const { id, legalName, aliases, registrations } = customer;
    haystacks.set(customer, (text = fold([id, legalName, ...aliases, ...registrations.map(({ number }) => number)].join('\n'))));
  }
  return text;
}
