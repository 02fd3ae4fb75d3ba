/**
 * Like names (rules 2.7): whether two names may be one legal entity's, so that a person is asked. It is a warning,
 * never a decision; it leans towards asking, but names that differ in a place or a number are told apart.
 */
import { nameShapes, type NameShape } from './like-names-shape.js';
import { hanTrade, tradeWords } from './like-names-words.js';

/** `same`: they differ in ways of writing only. `similar`: one may be short for the other, or mistyped. */
export type Likeness = 'same' | 'similar';

/** How alike two names are; `null` where nothing suggests one entity. */
export function likeName(a: string, b: string): Likeness | null {
  return likeShapes(nameShapes(a), nameShapes(b));
}

/** The same for names whose shapes are known already. */
export function likeShapes(a: readonly NameShape[], b: readonly NameShape[]): Likeness | null {
  const all = a.flatMap((one) => b.map((other) => likeShape(one, other)));
  return all.includes('same') ? 'same' : all.includes('similar') ? 'similar' : null;
}

function likeShape(a: NameShape, b: NameShape): Likeness | null {
  if (a.numbers !== b.numbers || a.places !== b.places || a.isHan !== b.isHan) return null;
  if (a.lead !== b.lead && a.lead !== '' && b.lead !== '') return null;
  if (a.joined === b.joined) return a.lead === b.lead ? 'same' : 'similar';
  const [short, long] = a.joined.length <= b.joined.length ? [a, b] : [b, a];
  if (a.withoutGroup === b.withoutGroup || isMistyped(short.joined, long.joined, a.isHan)) return 'similar';
  const abbreviated = a.isHan ? isHanShortFor(short, long) : isShortFor(short, long) || isAcronymOf(short, long);
  return abbreviated ? 'similar' : null;
}

/** "Larkspur" for "Larkspur Foods", "Shell" for "Royal Dutch Shell", "BSH Hausgeräte" with words left out between. */
function isShortFor(short: NameShape, long: NameShape): boolean {
  if (short.words.every((word) => tradeWords.has(word)) || short.withoutGroup.length < 3) return false;
  const ends = [long.joined, long.withoutGroup];
  if (ends.some((text) => startsWithWords(text, short.withoutGroup, long.words))) return true;
  if (long.joined.endsWith(short.joined) && long.words.length - short.words.length <= 2 && long.words.includes(short.words[0] ?? ''))
    return true;
  return (
    short.words.length > 1 &&
    short.words[0] === long.words[0] &&
    isInOrder(short.words, long.words) &&
    short.words.at(-1) === long.words.at(-1)
  );
}

/** Whether `start` ends where a word of the long name ends, at most two words before its end. */
function startsWithWords(text: string, start: string, words: readonly string[]): boolean {
  if (!text.startsWith(start)) return false;
  const upTo = words.map((_, i) => words.slice(0, i + 1).join(''));
  return upTo.slice(-3).includes(start);
}

/** Every entry of one list stands in the other, in the same order. */
function isInOrder(few: readonly string[], many: readonly string[]): boolean {
  let at = 0;
  for (const one of many) if (one === few[at]) at += 1;
  return at === few.length;
}

/** "IBM", "AWS EMEA": the initials of the words, or of the first three or more, with the rest written out. */
function isAcronymOf(short: NameShape, long: NameShape): boolean {
  return acronyms(long.words).includes(short.joined);
}

/** The ways to abbreviate a name of several words by their initials, little words left out. */
export function acronyms(words: readonly string[]): readonly string[] {
  const initials = (some: readonly string[]): string => some.map((word) => word.charAt(0)).join('');
  const telling = words.filter((word) => !/^(?:and|of|the|for|de|du|der|und|et)$/.test(word));
  const whole = telling.length >= 3 || words.length >= 3 ? [initials(telling), initials(words), `${initials(telling)}l`] : [];
  const begun = [3, 4, 5].filter((n) => n < telling.length).map((n) => initials(telling.slice(0, n)) + telling.slice(n).join(''));
  return [...whole, ...begun];
}

/** "恒岭" for "恒岭医疗科技"; "台积电" for "台湾积体电路制造" where the short one bears no legal form. */
function isHanShortFor(short: NameShape, long: NameShape): boolean {
  const rest = long.joined.slice(short.joined.length);
  if (short.joined.length >= 2 && long.joined.startsWith(short.joined) && hanTrade.test(rest)) return true;
  const bare = !short.hasForm && short.joined.length >= 2 && short.joined.length <= 3 && long.joined.length >= 4;
  const whole = long.lead + long.joined;
  return bare && short.joined[0] === whole[0] && isInOrder([...short.joined], [...whole]);
}

/** One letter too many, too few, wrong or exchanged with its neighbour; never in the first two Han characters. */
function isMistyped(short: string, long: string, isHan: boolean): boolean {
  if (long.length - short.length > 1 || short.length < (isHan ? 5 : 7)) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (isHan && start < 3) return false;
  const [a, b] = [short.slice(start), long.slice(start)];
  if (short.length < long.length) return a === b.slice(1);
  return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}
