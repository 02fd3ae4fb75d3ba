import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  normalizedNumber,
  type Customer,
  type CustomerKind,
  type Registration,
  type RegistrationScheme,
  type Relation,
} from '@caseboard/domain';

@Entity('customer')
export class CustomerRow {
  @PrimaryColumn('text') id: string;
  @Column('text') legalName: string;
  @Column('text', { array: true }) aliases: readonly string[];
  @Column('text', { array: true }) notNames: readonly string[];
  @Column('text') kind: CustomerKind;
  @Column('text', { nullable: true }) partOf: string | null;
  @Column('text', { nullable: true }) country: string | null;
  @Column('text') relation: Relation;
  @Column('text', { nullable: true }) industry: string | null;
}

@Entity('registration')
export class RegistrationRow {
  @PrimaryColumn('text') customerId: string;
  @Column('text') kind: CustomerKind;
  @PrimaryColumn('integer') position: number;
  @Column('text') scheme: RegistrationScheme;
  @Column('text') number: string;
  /** The number as rules 2.7 compare it. */
  @Column('text') comparedNumber: string;
}

export function toCustomer(row: CustomerRow, registrations: readonly Registration[]): Customer {
  return {
    id: row.id,
    legalName: row.legalName,
    aliases: row.aliases,
    notNames: row.notNames,
    kind: row.kind,
    partOf: row.partOf,
    country: row.country,
    registrations,
    relation: row.relation,
    industry: row.industry,
  };
}

export function toCustomerRow({ registrations: _registrations, ...columns }: Customer): CustomerRow {
  return columns;
}

export function toRegistrationRows(customer: Customer): RegistrationRow[] {
  return customer.registrations.map(({ scheme, number }, position) => ({
    customerId: customer.id,
    kind: customer.kind,
    position,
    scheme,
    number,
    comparedNumber: normalizedNumber(number),
  }));
}
