/** Stands for a character that the embedded fonts do not have. */
export const missingGlyph = '□';

/**
 * The same content with only characters that can be printed. Names may be in any script; what the fonts lack becomes a visible box,
 * one for each character as people count them, and the file says so.
 */
export function legible<T>(content: T, has: (code: number) => boolean): { readonly content: T; readonly isWhole: boolean } {
  let isWhole = true;
  const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const printable = (text: string) => [...text].every((each) => has(each.codePointAt(0) ?? 0));
  const written = (text: string): string => {
    const composed = text.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, (each) => (/\s/.test(each) ? ' ' : ''));
    if (printable(composed)) return composed;
    isWhole = false;
    return Array.from(characters.segment(composed), ({ segment }) => (printable(segment) ? segment : missingGlyph)).join('');
  };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, texts.has(key) && typeof each === 'string' ? written(each) : walk(each)]),
    );
  };
  const made = walk(content) as T;
  return { content: made, isWhole };
}

/** The keys under which content holds what is read. */
const texts: ReadonlySet<string> = new Set(['text', 'outlineText', 'alt']);
