import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Partner, Target } from '@caseboard/domain';

/** The one row of the partner's own facts; its lock makes writers go one after the other. */
@Entity('portfolio')
export class PortfolioRow {
  @PrimaryColumn('boolean') onlyOne: boolean;
  @Column('bigint') revision: string;
  /** The revision that last touched these facts. */
  @Column('bigint') settingsRevision: string;
  @Column('integer') version: number;
  @Column('text') legalName: string;
  @Column('text', { nullable: true }) timeZone: string | null;
  @Column('integer') warningDays: number;
  @Column('text', { array: true }) heldSpecializations: readonly string[];
  @Column('jsonb') targets: readonly Target[];
}

export function toPartner(row: Pick<PortfolioRow, 'legalName' | 'timeZone' | 'heldSpecializations' | 'targets'>): Partner {
  return {
    legalName: row.legalName,
    timeZone: row.timeZone,
    heldSpecializations: row.heldSpecializations,
    targets: row.targets.map(({ specialization, weight, submitOn }) => ({ specialization, weight, submitOn })),
  };
}
