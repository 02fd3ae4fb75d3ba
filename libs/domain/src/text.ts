/** Text as the rules compare it: NFKC, lower case, white space as single spaces, trimmed (rules 5.1). */
export function fold(text: string): string {
  return tidySpaces(text.normalize('NFKC').toLowerCase());
}

/** Whether folding leaves nothing of the text (rules 5.1): it has white space only. */
export function isBlank(text: string | null): boolean {
  return text === null || !/\S/.test(text);
}

/** The paragraphs the rules see: the ones that are not blank (rules 3.4). */
export function dropBlank(paragraphs: readonly string[]): readonly string[] {
  return paragraphs.filter((paragraph) => !isBlank(paragraph));
}

/** White space runs to one space each, none at the ends. */
export function tidySpaces(text: string): string {
  const tidy = !text.includes('  ') && !text.startsWith(' ') && !text.endsWith(' ') && !/[^\S ]/.test(text);
  return tidy ? text : text.replace(/\s+/g, ' ').trim();
}

/** Whether the word or words stand in the text between word boundaries (rules 5.5); both already folded. */
export function standsIn(text: string, sought: string): boolean {
  return findWord(text, sought, 0) >= 0;
}

/** Where the sought words next stand between word boundaries at or after `from`, or -1 (rules 5.5). */
export function findWord(text: string, sought: string, from: number): number {
  if (sought === '') return -1;
  for (let at = text.indexOf(sought, from); at >= 0; at = text.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    if (!joins(text, at) && !joins(text, end)) return at;
  }
  return -1;
}

/**
 * Whether the characters on both sides of the place belong to one word: both Latin, Greek or Cyrillic letters or
 * digits. Han, Kana and Hangul beside a name are boundaries, because those scripts do not space their words.
 */
function joins(text: string, place: number): boolean {
  return isWordCharacter(characterBefore(text, place)) && isWordCharacter(text.codePointAt(place));
}

/** The code point before the place. */
export function characterBefore(text: string, place: number): number | undefined {
  const pair = place >= 2 ? text.codePointAt(place - 2) : undefined;
  return pair !== undefined && pair > 0xffff ? pair : place >= 1 ? text.charCodeAt(place - 1) : undefined;
}

const asciiWord = /[0-9A-Za-z]/;
const anyWord = /(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]|\p{Nd}/u;

function isWordCharacter(character: number | undefined): boolean {
  if (character === undefined) return false;
  return (character < 128 ? asciiWord : anyWord).test(String.fromCodePoint(character));
}

/** Whether every character is a Latin, Greek or Cyrillic letter. */
export function isAlphabetic(text: string): boolean {
  return /^(?:(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])+$/u.test(text);
}
