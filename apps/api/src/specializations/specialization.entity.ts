import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Lifecycle, Requirements, Specialization } from '@caseboard/domain';

/** An entry of the catalog that is not as shipped: an own one, or one that stands in for a built-in one of its code. */
@Entity('specialization')
export class SpecializationRow {
  @PrimaryColumn('text') code: string;
  @Column('text') name: string;
  @Column('text', { array: true }) aliases: readonly string[];
  @Column('text', { nullable: true }) programme: string | null;
  @Column('jsonb') requires: Requirements;
  @Column('json') lifecycle: Lifecycle;
  /** The keys that nothing is decided on, as they came. */
  @Column('json') carried: Readonly<Record<string, unknown>>;
}

export function toSpecialization({ carried, requires, lifecycle, ...row }: SpecializationRow): Specialization {
  return {
    code: row.code,
    name: row.name,
    aliases: row.aliases,
    programme: row.programme,
    requires: inOrder(requires),
    lifecycle,
    ...carried,
  };
}

export function toSpecializationRow({
  code,
  name,
  aliases,
  programme,
  requires,
  lifecycle,
  ...carried
}: Specialization): SpecializationRow {
  return { code, name, aliases, programme, requires, lifecycle, carried };
}

/** jsonb forgets the order of keys, which people reading an export care about. */
function inOrder(requires: Requirements): Requirements {
  return {
    studies: requires.studies,
    public: requires.public,
    freshnessMonths: requires.freshnessMonths,
    services: requires.services,
    categories: requires.categories,
    categoryPerStudy: requires.categoryPerStudy,
    categoriesCovered: requires.categoriesCovered,
    supportServices: requires.supportServices,
    diagram: requires.diagram,
    unusedStudies: requires.unusedStudies,
  };
}
