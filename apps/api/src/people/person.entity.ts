import { seesAnonymousNames, type Language, type Person as PersonAnswer, type Role, type Theme } from '@caseboard/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { SignedInPerson } from '../platform/http/access.js';

/** Somebody who may sign in. Never removed, only made inactive: the record of changes names them. */
@Entity('person')
export class Person {
  @PrimaryGeneratedColumn('uuid') id!: string;
  /** In lower case. */
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text') role!: Role;
  @Column('text', { default: 'en' }) language!: Language;
  @Column('text', { default: 'system' }) theme!: Theme;
  @Column('boolean', { default: false }) seesAnonymousNames!: boolean;
  @Column('boolean', { default: true }) active!: boolean;
  /** Null while invited. Leaves this folder in no answer and no record. */
  @Column('text', { nullable: true }) passwordHash!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) lastSeenAt!: Date | null;
  /** Since when, and why, the mail server takes nothing for this address; null again when it does. */
  @Column('timestamptz', { nullable: true }) mailBouncedAt!: Date | null;
  @Column('text', { nullable: true }) mailBounce!: string | null;
}

/** A person as the API shows them. */
export function toPerson(row: Person): PersonAnswer {
  const { id, email, name, role, language, theme, active } = row;
  return {
    id,
    email,
    name,
    role,
    language,
    theme,
    seesAnonymousNames: row.seesAnonymousNames,
    active,
    invited: row.passwordHash === null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    mailBounce: row.mailBouncedAt && { at: row.mailBouncedAt.toISOString(), error: row.mailBounce ?? '' },
  };
}

/** A person as the record of changes keeps them. */
export function toRecord({ email, name, role, seesAnonymousNames: sees, active }: Person) {
  return { email, name, role, seesAnonymousNames: sees, active };
}

/** A person as the maker of a request. */
export function toSignedIn(row: Person, by: SignedInPerson['by']): SignedInPerson {
  const { id, email, name, role, language } = row;
  return { id, email, name, role, language, seesAnonymousNames: seesAnonymousNames(row), by };
}
