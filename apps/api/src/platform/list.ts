import { pageQuery, type Page } from '@caseboard/contracts';
import { fold } from '@caseboard/domain';
import { z } from 'zod';

/** The query of one list: page, size, search, one of its sorts with or without `-`, its filters, and nothing else. */
export function listQuery<S extends string, F extends z.ZodRawShape>(sorts: readonly S[], filters: z.ZodObject<F>) {
  const sort = z.enum([...sorts, ...sorts.map((name) => `-${name}` as const)]);
  return z.strictObject({ ...pageQuery.shape, sort: sort.optional(), ...filters.shape });
}

export function pageOf<T, R>(items: readonly T[], { page, size }: { page: number; size: number }, toRow: (item: T) => R): Page<R> {
  return { items: items.slice((page - 1) * size, page * size).map(toRow), total: items.length };
}

/** The words that all must be found; white space parts them. */
export function searchWords(search: string | undefined): readonly string[] {
  return fold(search ?? '')
    .split(' ')
    .filter(Boolean);
}

/** The values of a filter that may hold several; undefined when it is not set. */
export function several(filter: string | undefined): ReadonlySet<string> | undefined {
  return filter === undefined || filter === '' ? undefined : new Set(filter.split(',').map((value) => value.trim()));
}

export type Compare<T> = (a: T, b: T) => number;

/** By a text that a person would sort so; what has none comes last in both directions. */
export function byText<T>(textOf: (item: T) => string | null, collator: Intl.Collator, descending: boolean): Compare<T> {
  return byValue(textOf, (a, b) => collator.compare(a, b), descending);
}

/** By days or numbers; what has none comes last in both directions. */
export function byOrder<T>(valueOf: (item: T) => string | number | null, descending: boolean): Compare<T> {
  return byValue(valueOf, (a, b) => (a < b ? -1 : a > b ? 1 : 0), descending);
}

function byValue<T, V>(valueOf: (item: T) => V | null, compare: (a: V, b: V) => number, descending: boolean): Compare<T> {
  return (one, other) => {
    const a = valueOf(one);
    const b = valueOf(other);
    const isNone = (value: V | null) => value === null || value === '';
    if (isNone(a) || isNone(b)) return Number(isNone(a)) - Number(isNone(b));
    return descending ? compare(b as V, a as V) : compare(a as V, b as V);
  };
}

const collators = new Map<string, Intl.Collator>();
/** Numbers within texts sort as numbers; Chinese by pronunciation for those who read Chinese. */
export function collatorOf(language: string): Intl.Collator {
  let collator = collators.get(language);
  if (!collator) collators.set(language, (collator = new Intl.Collator(language === 'zh' ? 'zh-CN' : language, { numeric: true })));
  return collator;
}

/**
 * Sorts long lists that change little. Each named order starts from the one it had last time, which the sort, made for
 * runs, then mends in about one comparison a record; comparing texts by language is what costs.
 */
export class Orders<T> {
  private readonly last = new Map<string, readonly string[]>();

  constructor(private readonly idOf: (item: T) => string) {}

  /** Ties keep the order that the items came in. */
  sort(name: string, items: readonly T[], compare: Compare<T>): readonly T[] {
    const place = new Map(items.map((item, index) => [this.idOf(item), { item, index }]));
    const known = (this.last.get(name) ?? []).flatMap((id) => place.get(id) ?? []);
    const isKnown = new Set(known);
    const start = known.length === 0 ? [...place.values()] : [...known, ...[...place.values()].filter((each) => !isKnown.has(each))];
    const sorted = start.sort((a, b) => compare(a.item, b.item) || a.index - b.index).map(({ item }) => item);
    if (this.last.size > 100) this.last.clear();
    this.last.set(name, sorted.map(this.idOf));
    return sorted;
  }
}
