/** The stronger folding under which the names of a customer are sought (rules 5.4). */
import { characterBefore, isAlphabetic, tidySpaces } from './text.js';

const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
const apostrophes = /[\u2018\u2019\u02bc\uff07`\u00b4]/g;
const dashes = /[\p{Pd}\u2212]/gu;
const marks = /\p{M}+/gu;
/** Where all Latin, Greek and Cyrillic letters lie that are one character with their marks; a test walks all of Unicode. */
const composedLetters = /[\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff]/g;

/** Text in which the names of a customer are sought, and these names. */
export function foldName(text: string): string {
  return tidySpaces((isAscii(text) ? text.toLowerCase().replaceAll('`', "'") : foldBeyondAscii(text)).replace(dashes, ' '));
}

/** A url, percent-decoded before: what parts its words counts as a space, apostrophes as nothing. */
export function foldUrl(decoded: string): string {
  return foldNameForUrl(foldName(decoded));
}

/** A folded name as it is sought in a url. */
export function foldNameForUrl(folded: string): string {
  return tidySpaces(folded.replace(/[_./+?&=#]/g, ' ').replaceAll("'", ''));
}

/**
 * The url with its percent-encoded UTF-8 decoded, once; bytes that are no UTF-8 stay as they are written. `offsets`
 * gives, for each UTF-16 unit and for the end, where it stood in the url.
 */
export function percentDecoded(url: string): { readonly text: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let text = '';
  for (let at = 0; at < url.length;) {
    const { character, length } = characterAt(url, at);
    for (let unit = 0; unit < character.length; unit++) offsets.push(at);
    text += character;
    at += length;
  }
  return { text, offsets: [...offsets, url.length] };
}

function characterAt(url: string, at: number): { character: string; length: number } {
  if (url[at] !== '%') return { character: url[at] as string, length: 1 };
  for (const bytes of [1, 2, 3, 4]) {
    const written = url.slice(at, at + 3 * bytes);
    if (!encoded.test(written) || written.length < 3 * bytes) break;
    const character = decodedOrNull(written);
    if (character !== null) return { character, length: written.length };
  }
  return { character: '%', length: 1 };
}

const encoded = /^(?:%[0-9a-f]{2})+$/i;

function decodedOrNull(written: string): string | null {
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}

function foldBeyondAscii(text: string): string {
  return (
    text
      .replace(invisible, '')
      // Before NFKC, which takes U+00B4 for a space with an accent.
      .replace(apostrophes, "'")
      .normalize('NFKC')
      .toLowerCase()
      .replace(composedLetters, bareLetter)
      .replace(marks, (found, at: number, whole: string) => (isMarkedLetter(whole, at) ? '' : found))
      .replace(apostrophes, "'")
  );
}

const bareLetters = new Map<string, string>();

function bareLetter(letter: string): string {
  const known = bareLetters.get(letter);
  if (known !== undefined) return known;
  const bare = letter.normalize('NFD').replace(marks, '');
  bareLetters.set(letter, bare);
  return bare;
}

function isMarkedLetter(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  return before !== undefined && isAlphabetic(String.fromCodePoint(before));
}

function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text);
}
