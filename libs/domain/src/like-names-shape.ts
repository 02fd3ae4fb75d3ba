/** A name as names are compared for likeness (rules 2.7): what is left when writing habits are taken away. */
import { simplified } from './like-names-han.js';
import { groupWords, hanPlace, places, spacedForms, unspacedForms } from './like-names-words.js';

/** One reading of a name; a name with an addition in parentheses has several. */
export interface NameShape {
  /** Words without legal form, places and "the"; one word where the script does not space words. */
  readonly words: readonly string[];
  /** The words without spaces. */
  readonly joined: string;
  /** The place a Chinese name begins with: a short form may leave it out or draw on it. */
  readonly lead: string;
  /** The same without words such as "group" and "holding". */
  readonly withoutGroup: string;
  readonly places: string;
  /** Words with a digit; names that differ in them are different ("Line 1", "Line 2"). */
  readonly numbers: string;
  readonly hasForm: boolean;
  readonly isHan: boolean;
}

const hanScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** The readings of a name: as it stands, and apart where a name stands in parentheses or after " - ". */
export function nameShapes(name: string): readonly NameShape[] {
  const plain = plainName(name);
  const inside = [...plain.matchAll(/\(([^()]*)\)/g)].map(([, part]) => part ?? '').filter(isName);
  const outside = inside.reduce((rest, part) => rest.replace(`(${part})`, ' '), plain);
  const apart = [...outside.split(' - '), ...inside].filter(isName);
  const shapes = [plain, ...(apart.length > 1 ? apart : [])].map(shapeOf).filter(({ joined }) => joined !== '');
  return shapes.filter(({ joined }, i) => shapes.findIndex((other) => other.joined === joined) === i);
}

/** Whether there is more to it than a place, a legal form or "group". */
function isName(part: string): boolean {
  const all = wordsOf(part);
  const text = all.join(' ');
  if (text === '' || places.has(text) || all.every((word) => groupWords.has(word) || spacedForms.includes(word))) return false;
  const solid = text.replace(/\s/g, '');
  return !hanScript.test(solid) || (!unspacedForms.includes(solid) && !/^(?:集团|控股)*$/u.test(solid.replace(hanPlace, '')));
}

/** Lower case, one form of each letter and sign; dashes between words as spaces, ` - ` kept as a mark of two names. */
export function plainName(name: string): string {
  return simplified(
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\p{Default_Ignorable_Code_Point}®™©]/gu, '')
      .normalize('NFD')
      .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu, '')
      .normalize('NFC')
      .replace(/[øłßæœđðþı]/g, (letter) => letters[letter] ?? letter)
      .replace(/['\u2018\u2019\u02bc`\u00b4*]/g, '')
      .replace(/\s+[\p{Pd}\u2212]\s+/gu, ' - ')
      .replace(/(?<=\S)[\p{Pd}\u2212]|[\p{Pd}\u2212](?=\S)/gu, ' ')
      .replace(/[&+＆]/g, ' and '),
  );
}

function shapeOf(plain: string): NameShape {
  return hanScript.test(plain) ? hanShape(plain) : spacedShape(wordsOf(plain));
}

/** Words without full stops and slashes, so that "S.p.A." and "A/S" are one word. */
export function wordsOf(plain: string): readonly string[] {
  return plain
    .replace(/[./]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const spacedFormWords = spacedForms.map((form) => wordsOf(plainName(form))).sort((a, b) => b.length - a.length);

/** The words without the legal forms at either end. */
export function withoutForms(all: readonly string[]): readonly string[] {
  let rest = all;
  for (;;) {
    const now = rest.at(-1) === 'and' ? rest.slice(0, -1) : rest;
    const behind = spacedFormWords.find(
      (form) => form.length < now.length && form.every((w, i) => now[now.length - form.length + i] === w),
    );
    const before = spacedFormWords.find((form) => form.length < now.length && form.every((w, i) => now[i] === w));
    if (!behind && !before) return now;
    rest = behind ? now.slice(0, -behind.length) : now.slice(before?.length);
  }
}

function spacedShape(all: readonly string[]): NameShape {
  const bare = withoutForms(all);
  const [kept, found] = withoutPlaces(bare[0] === 'the' ? bare.slice(1) : bare);
  const words = kept.length > 0 ? kept : bare;
  const ungrouped = words.filter((word) => !groupWords.has(word));
  return {
    words,
    joined: words.join(''),
    lead: '',
    withoutGroup: (ungrouped.length > 0 ? ungrouped : words).join(''),
    places: kept.length > 0 ? found.join(' ') : '',
    numbers: words.filter((word) => /\p{N}/u.test(word)).join(' '),
    hasForm: bare.length < all.length,
    isHan: false,
  };
}

const belongs = new Set(['of', 'de', 'du', 'von']);

/** "Bank of China" is named by its place: a place after "of" or "de" is part of the name. */
function withoutPlaces(all: readonly string[]): [kept: string[], places: string[]] {
  const kept: string[] = [];
  const found: string[] = [];
  for (let i = 0; i < all.length;) {
    const length = belongs.has(kept.at(-1) ?? '')
      ? 0
      : ([2, 1].find((n) => i + n <= all.length && places.has(all.slice(i, i + n).join(' '))) ?? 0);
    if (length > 0) found.push(all.slice(i, i + length).join(' '));
    else kept.push(all[i] ?? '');
    i += Math.max(length, 1);
  }
  return [kept, found.sort()];
}

const hanForms = unspacedForms.map((form) => simplified(form.normalize('NFKC'))).sort((a, b) => b.length - a.length);

function hanShape(plain: string): NameShape {
  const [bare, hasForm] = withoutHanForms(plain.replace(/[\s·・,，、.。]/g, ''));
  const lead = new RegExp(`^${hanPlace.source}`, 'u').exec(bare)?.[0] ?? '';
  const inside = new RegExp(hanPlace.source, 'u').exec(bare.slice(lead.length))?.[0] ?? '';
  const rest = bare
    .slice(lead.length)
    .replace(inside, '')
    .replace(/\((?:集团|控股)?\)/g, (part) => part.slice(1, -1));
  const isLed = rest.length > 1 && !isCommonNoun(rest);
  const joined = (isLed ? rest : bare).replace(/[()\-‐]/g, '');
  return {
    words: [joined],
    joined,
    lead: isLed ? lead : '',
    withoutGroup: joined.replace(/(?:集团|控股|グループ|ホールディングス)+$/u, '') || joined,
    places: isLed ? inside : '',
    numbers: (joined.match(/\p{N}+/gu) ?? []).join(' '),
    hasForm,
    isHan: true,
  };
}

/** 中国银行 is no "银行" of a place. */
function isCommonNoun(rest: string): boolean {
  return /^(?:银行|证券|保险|集团|大学|医院|学校)+$/u.test(rest);
}

/** The name without its legal forms at either end, and whether it had one. */
export function withoutHanForms(plain: string): [bare: string, hasForm: boolean] {
  let bare = plain;
  for (;;) {
    const behind = hanForms.find((form) => bare.length > form.length && bare.endsWith(form));
    const before = hanForms.find((form) => bare.length > form.length && bare.startsWith(form));
    if (!behind && !before) return [bare, bare !== plain];
    bare = behind ? bare.slice(0, -behind.length) : bare.slice(before?.length);
  }
}
