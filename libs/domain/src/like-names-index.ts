/**
 * Finds the customers with a like name among very many. Names that can be alike share a key, so only a handful is
 * compared: under a millisecond a name at 10,000 customers.
 */
import { compareByRegistration } from './customers-registrations.js';
import { acronyms, type Likeness, likeShapes } from './like-names.js';
import { nameShapes, type NameShape } from './like-names-shape.js';
import { tradeWords } from './like-names-words.js';
import type { Customer } from './portfolio.js';

export interface Candidate {
  readonly id: string;
  readonly likeness: Likeness;
}

/**
 * The keys of a name. Two names can be alike only where they share a whole, or where a whole of one is a part of the
 * other: that two names have a part in common ("Larkspur") makes neither short for the other.
 */
interface Keys {
  readonly whole: readonly string[];
  readonly part: readonly string[];
}

interface Entry {
  readonly customer: Customer;
  readonly place: number;
  readonly shapes: readonly NameShape[];
}

/** More names than this under one key say that the key tells nothing; the first ones are compared. */
const mostCompared = 300;

/** The legal entities of a portfolio by the ways their names and aliases may be written. */
export class NameIndex {
  private readonly wholes = new Map<string, Entry[]>();
  private readonly parts = new Map<string, Entry[]>();
  private size = 0;

  constructor(customers: readonly Customer[] = []) {
    for (const customer of customers) this.add(customer);
  }

  /** Units are left out: only legal entities can be one and the same. */
  add(customer: Customer): void {
    if (customer.kind !== 'legal-entity') return;
    const shapes = [customer.legalName, ...customer.aliases].flatMap(nameShapes);
    const entry = { customer, place: this.size, shapes };
    this.size += 1;
    const { whole, part } = keysOf(shapes);
    for (const key of whole) put(this.wholes, key, entry);
    for (const key of part) put(this.parts, key, entry);
  }

  /** The legal entities that a name may mean: those that bear it first, then the similar ones, each in list order. */
  candidatesFor(name: string): readonly Candidate[] {
    return this.candidates(nameShapes(name), () => true);
  }

  /**
   * The legal entities that a customer may be once more, judged by all its names (rules 2.7): itself aside, and those
   * aside that its registrations prove to be others.
   */
  candidatesOf(customer: Customer): readonly Candidate[] {
    const shapes = [customer.legalName, ...customer.aliases].flatMap(nameShapes);
    return this.candidates(shapes, (other) => other.id !== customer.id && compareByRegistration(customer, other) !== 'different');
  }

  private candidates(shapes: readonly NameShape[], mayBe: (customer: Customer) => boolean): readonly Candidate[] {
    const { whole, part } = keysOf(shapes);
    const buckets = [...whole.flatMap((key) => [this.wholes.get(key), this.parts.get(key)]), ...part.map((key) => this.wholes.get(key))];
    const met = new Set(buckets.flatMap((bucket) => bucket?.slice(0, mostCompared) ?? []));
    return [...met]
      .filter(({ customer }) => mayBe(customer))
      .flatMap((entry) => {
        const likeness = likeShapes(shapes, entry.shapes);
        return likeness ? [{ id: entry.customer.id, likeness, place: entry.place }] : [];
      })
      .sort((a, b) => Number(a.likeness === 'similar') - Number(b.likeness === 'similar') || a.place - b.place)
      .map(({ id, likeness }) => ({ id, likeness }));
  }
}

function put(index: Map<string, Entry[]>, key: string, entry: Entry): void {
  const bucket = index.get(key);
  if (bucket) bucket.push(entry);
  else index.set(key, [entry]);
}

/** Two names which `likeName` finds alike share a whole, or a whole of one is a part of the other. */
function keysOf(shapes: readonly NameShape[]): Keys {
  const all = shapes.map((shape) => {
    const apart = `${shape.numbers}|${shape.places}|`;
    const { whole, part } = shape.isHan ? hanKeys(shape) : spacedKeys(shape);
    const written = [shape.joined, shape.withoutGroup, ...oneLetterLess(shape.joined, shape.isHan ? 5 : 7), ...whole];
    return { whole: written.map((key) => apart + key), part: part.map((key) => apart + key) };
  });
  return {
    whole: [...new Set(all.flatMap(({ whole }) => whole))],
    part: [...new Set(all.flatMap(({ part }) => part))],
  };
}

function spacedKeys({ words }: NameShape): Keys {
  const part = [...acronyms(words)];
  for (let dropped = 1; dropped <= 2 && dropped < words.length; dropped += 1) {
    const begin = words.slice(0, words.length - dropped);
    if (!begin.every((word) => tradeWords.has(word))) part.push(begin.join(''));
    part.push(words.slice(dropped).join(''));
  }
  return { whole: words.length > 1 ? [`${words[0]} ${words.at(-1)}`] : [], part };
}

function hanKeys({ joined, lead, hasForm }: NameShape): Keys {
  const written = lead + joined;
  const first = written.charAt(0);
  const begins = [...joined.slice(0, 30)].map((_, i) => joined.slice(0, i)).filter((begin) => begin.length >= 2);
  const pairs = [...written.slice(1, 30)].map((character) => `~${first}${character}`);
  return { whole: hasForm || joined.length > 3 ? [] : [`~${joined.slice(0, 2)}`], part: [...begins, ...pairs] };
}

/** The word itself and with each letter left out: two words one letter apart share one of these. */
function oneLetterLess(word: string, least: number): string[] {
  if (word.length < least || word.length > 60) return [];
  return Array.from({ length: word.length + 1 }, (_, i) => `-${word.slice(0, i)}${word.slice(i + 1)}`);
}
