import { fold, type Specialization } from '@caseboard/domain';

/** Finds specializations as people write them in cells: by code, name or alias. */
export interface SpecializationNames {
  /** The codes that a text may mean: none, one, or several that share an alias. */
  find(text: string): readonly string[];
}

export function specializationNames(known: readonly Specialization[]): SpecializationNames {
  const byCode = new Map<string, string>();
  const byName = new Map<string, Set<string>>();
  const byAlias = new Map<string, Set<string>>();
  for (const { code, name, aliases } of known) {
    byCode.set(fold(code), code);
    add(byName, fold(name), code);
    for (const alias of aliases) add(byAlias, fold(alias), code);
  }
  return {
    find(text) {
      const sought = fold(text);
      const code = byCode.get(sought);
      if (code !== undefined) return [code];
      return [...(byName.get(sought) ?? byAlias.get(sought) ?? [])];
    },
  };
}

/** A code or name before the first `:` that leaves a known one, the rest being the relevance; codes may hold `:` too. */
export function splitRelevance(part: string, names: SpecializationNames): { name: string; codes: readonly string[]; relevance: string } {
  const colons = [part.length, ...[...part.matchAll(/[:：]/g)].map(({ index }) => index).reverse()];
  for (const at of colons) {
    const codes = names.find(part.slice(0, at));
    if (codes.length > 0) return { name: part.slice(0, at).trim(), codes, relevance: part.slice(at + 1).trim() };
  }
  const first = part.search(/[:：]/);
  return { name: (first < 0 ? part : part.slice(0, first)).trim(), codes: [], relevance: '' };
}

function add(map: Map<string, Set<string>>, key: string, code: string): void {
  if (key === '') return;
  const codes = map.get(key);
  if (codes) codes.add(code);
  else map.set(key, new Set([code]));
}
