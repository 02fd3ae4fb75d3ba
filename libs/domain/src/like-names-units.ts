/** "A unit of it, or an entity of its own?": a known entity's name followed by "branch", 分公司 and the like. */
import { plainName, withoutForms, withoutHanForms, wordsOf } from './like-names-shape.js';
import { hanUnit, unitWords } from './like-names-words.js';

export interface NamedEntity {
  readonly id: string;
  /** Legal name first, then aliases. */
  readonly names: readonly string[];
}

/** The entities by what is left of their names without legal forms; made once for many questions. */
export type UnitIndex = ReadonlyMap<string, readonly string[]>;

export function unitIndex(entities: readonly NamedEntity[]): UnitIndex {
  const index = new Map<string, string[]>();
  for (const { id, names } of entities) {
    for (const key of new Set(names.map(bareName))) {
      const ids = index.get(key);
      if (ids) ids.push(id);
      else index.set(key, [id]);
    }
  }
  return index;
}

/** The ids of the entities a name may be a unit of, by the longest of their names that begins it; mostly one or none. */
export function unitOf(name: string, entities: readonly NamedEntity[] | UnitIndex): readonly string[] {
  const index = entities instanceof Map ? (entities as UnitIndex) : unitIndex(entities as readonly NamedEntity[]);
  for (const begin of beginnings(plainName(name))) {
    const ids = index.get(begin);
    if (ids) return ids;
  }
  return [];
}

/** What may be the entity's name at the beginning of a unit's, longest first; none where no unit is named. */
function beginnings(plain: string): string[] {
  const solid = plain.replace(/[\s·・,，、.。]/g, '');
  if (hanUnit.test(solid)) return Array.from({ length: solid.length - 3 }, (_, i) => bareHanName(solid.slice(0, solid.length - 2 - i)));
  const all = wordsOf(plain);
  const unit = all.findIndex((word, i) => i > 0 && unitWords.has(word));
  const formBehind = withoutForms(all.slice(Math.max(unit, 0))).length < all.length - Math.max(unit, 0);
  if (unit < 0 || formBehind) return [];
  return Array.from({ length: unit }, (_, i) => withoutForms(all.slice(0, unit - i)).join(' '));
}

function bareName(name: string): string {
  const plain = plainName(name);
  const solid = plain.replace(/[\s·・,，、.。]/g, '');
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(plain)
    ? bareHanName(solid)
    : withoutForms(wordsOf(plain)).join(' ');
}

/** The 公司 of 分公司 is no legal form: a unit's name stays whole, so that it is not taken for the entity of itself. */
function bareHanName(solid: string): string {
  return hanUnit.test(solid) ? solid : withoutHanForms(solid)[0];
}
