import type { tokenRow } from '@caseboard/contracts';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { z } from 'zod';
import { Person } from './person.entity.js';

/** A personal token, for programs. */
@Entity('token')
export class Token {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @ManyToOne(() => Person) @JoinColumn() person?: Relation<Person>;
  @Column('text') name!: string;
  @Column('bytea') secretHash!: Buffer;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
}

export function toTokenRow({ id, name, createdAt, expiresAt, lastUsedAt }: Token): z.infer<typeof tokenRow> {
  return {
    id,
    name,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
