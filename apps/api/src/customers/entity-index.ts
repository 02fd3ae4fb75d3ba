import { NameIndex, unitIndex, unitOf, type Candidate, type Customer, type UnitIndex } from '@caseboard/domain';

/** More legal entities than this written since the index was made, and it is made anew. */
const mostChanged = 100;

/** Legal entities by the ways their names may be written: costly to make, so it outlives single changes. */
export class EntityIndex {
  private constructor(
    private readonly made: Names,
    /** What was written since: what `made` says of these is out of date. */
    private readonly since: Names,
    readonly byId: ReadonlyMap<string, Customer>,
  ) {}

  /** The index of these legal entities, resting on an earlier one where little has changed. */
  static of(entities: readonly Customer[], before?: EntityIndex): EntityIndex {
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    const changed = before ? entities.filter((entity) => !before.made.entities.has(entity)) : [];
    if (before && changed.length <= mostChanged) return new EntityIndex(before.made, namesOf(changed), byId);
    return new EntityIndex(namesOf(entities), namesOf([]), byId);
  }

  /** Who may be the one described: those that bear the name first. */
  candidatesOf(described: Customer): Candidate[] {
    const candidates = [this.made, this.since].flatMap((names) =>
      names.index.candidatesOf(described).filter(({ id }) => this.isCurrent(names, id)),
    );
    return candidates.sort((a, b) => Number(a.likeness === 'similar') - Number(b.likeness === 'similar'));
  }

  /** The legal entities that the name may be a unit of. */
  wholesOf(name: string): string[] {
    return [this.since, this.made].flatMap((names) => unitOf(name, names.units).filter((id) => this.isCurrent(names, id)));
  }

  private isCurrent({ entities }: Names, id: string): boolean {
    const entity = this.byId.get(id);
    return entity !== undefined && entities.has(entity);
  }
}

interface Names {
  readonly entities: ReadonlySet<Customer>;
  readonly index: NameIndex;
  readonly units: UnitIndex;
}

function namesOf(entities: readonly Customer[]): Names {
  return {
    entities: new Set(entities),
    index: new NameIndex(entities),
    units: unitIndex(entities.map(({ id, legalName, aliases }) => ({ id, names: [legalName, ...aliases] }))),
  };
}
